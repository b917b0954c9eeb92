import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codebookQdc, xmlText } from '../../../lib/export/codebook-qdc.ts';
import { readQdc } from '../../../lib/import/codebook-qdc.ts';
import type { ImportError } from '../../../lib/model/carried-code.ts';
import { carried, carriedTrees, mapped } from '../../fixtures/carried-codes.ts';

const parse = (xml: string) => new DOMParser().parseFromString(xml, 'application/xml');
const read = (xml: string) => readQdc(xml, parse);
const GUID = '00000000-0000-4000-8000-00000000000';
const HEAD = '<CodeBook xmlns="urn:QDA-XML:codebook:1.0">';
const code = (more = '', inner = '', number = 1) =>
  `<Code guid="${GUID}${number}" name="甲" isCodable="true" ${more}>${inner}</Code>`;
const book = (codes: string, after = '') => `${HEAD}<Codes>${codes}</Codes>${after}</CodeBook>`;

test('export and import again gives the same codes, but for what XML can’t hold', () => {
  const isKept = (name: string) => xmlText(name).trim() !== '' && name.length <= 1_000;
  fc.assert(
    fc.property(carriedTrees(isKept), (codes) => {
      const said = mapped(codes, (each) => ({
        ...each,
        name: xmlText(each.name).trim(),
        description: xmlText(each.description),
        shape: null,
        shortcut: null,
      }));
      expect(read(codebookQdc(codes, 'Zhupi'))).toEqual({ ok: true, codes: said, sets: 0 });
    }),
    { numRuns: 300 },
  );
});

describe('what other programs write', () => {
  test.each([
    ['NVivo’s namespace', book(code()).replace('codebook:1.0', 'codebook:1:0')],
    ['braces around a guid', book(code()).replace(`${GUID}1`, `{${GUID}1}`)],
    [
      'a declaration, comments and a byte-order mark',
      `\ufeff<?xml version="1.0"?>\n<!-- 甲 -->\n${book(code())}`,
    ],
    [
      'a schema’s location',
      book(code()).replace(
        '<CodeBook',
        '<CodeBook xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b"',
      ),
    ],
    [
      'a prefix',
      book(code())
        .replace(/<(\/?)C/g, '<$1q:C')
        .replace('xmlns=', 'xmlns:q='),
    ],
    ['the words of a document type within CDATA', book(code('', '<Description><![CDATA[]]></Description>'))],
  ])('%s', (_, xml) => {
    expect(read(xml)).toEqual({ ok: true, codes: [carried('甲', { guid: `${GUID}1` })], sets: 0 });
  });

  test('sets of codes are counted and left out', () => {
    const sets = `<Sets><Set guid="${GUID}8" name="一"/><Set guid="${GUID}9" name="二"/></Sets>`;
    expect(read(book(code(), sets))).toMatchObject({ ok: true, sets: 2 });
  });

  test('a description may speak of document types', () => {
    const result = read(book(code('', '<Description><![CDATA[<!DOCTYPE a>]]></Description>')));
    expect(result).toMatchObject({ ok: true, codes: [{ description: '<!DOCTYPE a>' }] });
  });
});

describe('all or nothing: what is wrong is said', () => {
  const deep = (depth: number): string =>
    depth === 0
      ? ''
      : `<Code guid="00000000-0000-4000-8000-${String(depth).padStart(12, '0')}" name="甲" isCodable="1">${deep(depth - 1)}</Code>`;
  const many = Array.from(
    { length: 10_001 },
    (_, n) => `<Code guid="00000000-0000-4000-8000-${String(n).padStart(12, '0')}" name="甲" isCodable="1"/>`,
  ).join('');
  const cases: [string, string, Partial<ImportError>][] = [
    ['a document type', `<?xml version="1.0"?><!DOCTYPE CodeBook>${book(code())}`, { fault: 'doctype' }],
    [
      'entities',
      `<!-- --><!DOCTYPE CodeBook [<!ENTITY a "甲">]>${book(code('', '<Description>&a;</Description>'))}`,
      { fault: 'doctype' },
    ],
    [
      'an entity of nowhere',
      book(`\n\n${code('', '<Description>&a;</Description>')}`),
      { fault: 'malformed', line: 3 },
    ],
    ['a tag that doesn’t end', `${HEAD}\n<Codes>\n`, { fault: 'malformed', line: 3 }],
    ['nothing', '', { fault: 'malformed' }],
    ['a table', 'name,path\n甲,甲', { fault: 'malformed', line: 1 }],
    ['a page', '<html xmlns="http://www.w3.org/1999/xhtml"/>', { fault: 'not-a-codebook', detail: 'html' }],
    ['no namespace', book(code()).replace(/ xmlns="[^"]*"/, ''), { fault: 'not-a-codebook' }],
    ['no codes', book(''), { fault: 'no-codes' }],
    ['no list of codes', `${HEAD}</CodeBook>`, { fault: 'no-codes' }],
    [
      'an unknown element',
      book(code('', '<Memo/>')),
      { fault: 'unknown-element', path: ['甲'], detail: 'Memo' },
    ],
    [
      'markup in a description',
      book(code('', '<Description><b/></Description>')),
      { fault: 'unknown-element', detail: 'b' },
    ],
    [
      'two descriptions',
      book(code('', '<Description/><Description/>')),
      { fault: 'unknown-element', detail: 'Description' },
    ],
    ['an unknown attribute', book(code('weight="1"')), { fault: 'unknown-attribute', detail: 'weight' }],
    ['no guid', book('<Code name="甲" isCodable="true"/>'), { fault: 'missing-guid', path: ['甲'] }],
    ['no UUID', book('<Code guid="1" name="甲" isCodable="true"/>'), { fault: 'bad-guid', detail: '1' }],
    ['a guid twice', book(code() + code()), { fault: 'double-guid' }],
    ['no name', book(code().replace('甲', ' ')), { fault: 'missing-name' }],
    ['a long name', book(code().replace('甲', '长'.repeat(1_001))), { fault: 'long-name' }],
    [
      'a long description',
      book(code('', `<Description>${'长'.repeat(100_001)}</Description>`)),
      { fault: 'long-description' },
    ],
    ['neither true nor false', book(code().replace('true', 'yes')), { fault: 'bad-codable', detail: 'yes' }],
    ['no colour', book(code('color="red"')), { fault: 'bad-color', detail: 'red' }],
    ['depths', book(deep(51)), { fault: 'too-deep' }],
    ['masses', book(many), { fault: 'too-many' }],
  ];
  test.each(cases)('%s', (_, xml, expected) => {
    expect(read(xml)).toEqual({ ok: false, errors: [expect.objectContaining(expected)] });
  });

  test('only so many faults are listed', () => {
    const result = read(book(Array.from({ length: 500 }, () => '<Code name="甲" isCodable="1"/>').join('')));
    expect(result.ok ? [] : result.errors.length).toBe(20);
  });
});
