import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { codebookCsv } from '../../../lib/export/codebook-csv.ts';
import { readCodebookCsv } from '../../../lib/import/codebook-csv.ts';
import { WORDS } from '../../../lib/messages/words-for.ts';
import type { ImportError } from '../../../lib/model/carried-code.ts';
import { carried, carriedTrees, mapped } from '../../fixtures/carried-codes.ts';

const HEADINGS = Object.values(WORDS).map(({ codebook }) => codebook.columns);
const ZH = WORDS.zh.codebook.columns;
const read = (text: string) => readCodebookCsv(text, HEADINGS);
const codesOf = (text: string) => {
  const result = read(text);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.codes;
};

describe('export and import again', () => {
  test.each(Object.entries(WORDS))('gives the same codes, with headings in %s', (_, words) => {
    fc.assert(
      fc.property(
        carriedTrees((name) => name.trim() !== '' && name.trim().length <= 1_000),
        (codes) => {
          const csv = codebookCsv(codes, words.codebook.columns);
          const said = mapped(codes, (code) => ({ ...code, guid: null, name: code.name.trim() }));
          expect(codesOf(csv)).toEqual(said);
        },
      ),
      { numRuns: 500 },
    );
  });

  test.each(['=1+1', '+86', '-3', '@某', '\t缩进', "'=1", "''-", '\r换行'])(
    'a description %j is harmless in the file and itself afterwards',
    (description) => {
      const csv = codebookCsv([carried('甲', { description })], ZH);
      const [, row] = Papa.parse<string[]>(csv.slice(1)).data;
      expect(row?.[2]).toBe(`'${description}`);
      expect(codesOf(csv)[0]?.description).toBe(description);
    },
  );

  test('begins with a byte-order mark and ends its lines as spreadsheets do', () => {
    const csv = codebookCsv([carried('甲', { children: [carried('乙 / 丙')] })], ZH);
    expect(csv.startsWith('\ufeff名称,')).toBe(true);
    expect(csv.split('\r\n')[2]).toBe('乙 / 丙,甲 / 乙 \\/ 丙,,,,');
  });
});

describe('tables made by hand', () => {
  test('names alone will do', () => {
    expect(codesOf('name\n甲\n\n乙\n')).toEqual([carried('甲'), carried('乙')]);
  });

  test('columns in any order, other columns, semicolons', () => {
    expect(codesOf('谁写的;说明;名称\n我;何时用;甲')).toEqual([carried('甲', { description: '何时用' })]);
  });

  test('a code that a path goes through is made, and described by a later row', () => {
    expect(codesOf('path,description\n甲 / 乙,小\n甲,大\n丙/丁,')).toEqual([
      carried('甲', { description: '大', children: [carried('乙', { description: '小' })] }),
      carried('丙', { children: [carried('丁')] }),
    ]);
  });

  test('short colours and capital shortcuts', () => {
    expect(codesOf('name,colour,shortcut\n甲,#A1c,X')).toEqual([
      carried('甲', { color: '#aa11cc', shortcut: 'x' }),
    ]);
  });
});

describe('all or nothing: what is wrong is said with its line', () => {
  const cases: [string, Partial<ImportError>][] = [
    ['', { fault: 'no-name-column', line: 1 }],
    ['颜色,形状\n#000000,●', { fault: 'no-name-column', line: 1 }],
    ['name\n', { fault: 'no-codes' }],
    ['name,colour\n甲,\n乙,red', { fault: 'bad-color', line: 3, path: ['乙'], detail: 'red' }],
    ['name,shape\n甲,○', { fault: 'bad-shape', line: 2, detail: '○' }],
    ['name,shortcut\n甲,ab', { fault: 'bad-shortcut', line: 2, detail: 'ab' }],
    ['name,shortcut\n甲,0', { fault: 'bad-shortcut', line: 2, detail: '0' }],
    ['name,path\n甲,乙 / 丙', { fault: 'path-and-name', line: 2, path: ['乙', '丙'], detail: '甲' }],
    ['name,description\n,有说明', { fault: 'missing-name', line: 2 }],
    ['path\n甲 / / 乙', { fault: 'missing-name', line: 2 }],
    ['name,description\n甲,"两\n行"\n乙,"没完', { fault: 'malformed', line: 4 }],
    [`name\n${'长'.repeat(1_001)}`, { fault: 'long-name', line: 2 }],
    [`name,description\n甲,${'长'.repeat(100_001)}`, { fault: 'long-description', line: 2 }],
    [`path\n${'甲/'.repeat(50)}乙`, { fault: 'too-deep', line: 2 }],
    [`name\n${'甲\n'.repeat(10_001)}`, { fault: 'too-many' }],
  ];
  test.each(cases)('%.40j', (text, expected) => {
    const result = read(text);
    expect(result).toEqual({ ok: false, errors: [expect.objectContaining(expected)] });
  });
});
