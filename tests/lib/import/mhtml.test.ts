import { describe, expect, test } from 'vitest';
import { pageInMhtml } from '../../../lib/import/mhtml.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const decoded = (file: string) => {
  const page = pageInMhtml(bytes(file));
  return page && { text: new TextDecoder().decode(page.bytes), address: page.address };
};
const mhtml = (encoding: string, body: string) =>
  [
    'From: <Saved by a browser>',
    'Snapshot-Content-Location: http://yunxiu.gov.cn/a.html',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="----Part=1"',
    '',
    '',
    '------Part=1',
    'Content-Type: text/css',
    '',
    'p { }',
    '------Part=1',
    'Content-Type: text/html',
    `Content-Transfer-Encoding: ${encoding}`,
    'Content-Location: http://yunxiu.gov.cn/zw/a.html',
    '',
    body,
    '------Part=1--',
  ].join('\r\n');

describe('a page saved as one file', () => {
  test('in quoted-printable', () => {
    const page = decoded(mhtml('quoted-printable', '<p>=E6=A1=88=E4=BB=B6 86=\r\n =3D</p>'));
    expect(page?.text.trim()).toBe('<p>案件 86 =</p>');
    expect(page?.address).toBe('http://yunxiu.gov.cn/zw/a.html');
  });

  test('in base64', () => {
    const body = Buffer.from('<p>案件86件</p>').toString('base64');
    expect(decoded(mhtml('base64', body))?.text.trim()).toBe('<p>案件86件</p>');
  });

  test('without a page in it', () => {
    expect(decoded('Content-Type: text/plain\r\n\r\nnothing')).toBeNull();
    expect(decoded('')).toBeNull();
  });
});
