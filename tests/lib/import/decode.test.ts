import { expect, test } from 'vitest';
import { declaredEncoding, decode } from '../../../lib/import/decode.ts';

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string))));
const UTF16 = [0xff, 0xfe, 0x27, 0x59];
/** 名称 in GB 18030. */
const GB = [0xc3, 0xfb, 0xb3, 0xc6];

test.each([
  ['UTF-8', bytes('名称'), '名称'],
  ['UTF-8 with its mark', bytes([0xef, 0xbb, 0xbf], '名称'), '名称'],
  ['UTF-16 with its mark', bytes(UTF16), '大'],
  ['GB 18030', bytes(GB), '名称'],
  ['neither', bytes([0xff, 0xff]), null],
])('%s', (_, file, text) => {
  expect(decode(file, ['utf-8', 'gb18030'])).toBe(text);
});

test('a mark outweighs what is tried', () => {
  expect(decode(bytes([0xef, 0xbb, 0xbf, 0xc3]), ['gb18030'])).toBeNull();
});

test.each([
  ['<?xml version="1.0" encoding="GBK"?><a/>', 'GBK'],
  ["<?xml version='1.0' encoding = 'utf-16' ?>", 'utf-16'],
  ['<?xml version="1.0"?><a encoding="x"/>', 'utf-8'],
  ['<a/>', 'utf-8'],
])('%s is in %s', (xml, encoding) => {
  expect(declaredEncoding(bytes(xml))).toBe(encoding);
});
