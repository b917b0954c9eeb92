import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Collection } from '../../../lib/export/bundle.ts';
import { type NoteRow, noteRows } from '../../../lib/export/note-rows.ts';
import { notesCsv } from '../../../lib/export/notes-csv.ts';
import { notesJson } from '../../../lib/export/notes-json.ts';
import { WORDS } from '../../../lib/messages/words-for.ts';
import { zh } from '../../../lib/messages/zh.ts';
import type { Annotation } from '../../../lib/model/annotation.ts';
import { original } from '../../../lib/model/csv-cell.ts';
import { LEVELS } from '../../../lib/model/report.ts';
import { captureOf, passageAt } from '../../fixtures/captures.ts';
import { codeOf } from '../../fixtures/codes.ts';

const TEXT = '全年办理案件12件。还存在一些不足。';
const NOW = new Date('2026-03-01T12:00:00Z');

function collection(annotations: Annotation[]): Collection {
  const { address, ...content } = captureOf(TEXT);
  return {
    annotations,
    reports: [
      {
        id: 'r',
        address,
        facts: content.detection.facts,
        projectIds: ['starter'],
        snapshotId: 's',
        created: NOW.toISOString(),
      },
    ],
    snapshots: [{ ...content, id: 's', reportId: 'r', retrievedAt: NOW.toISOString(), textHash: 'ab12' }],
    codes: [codeOf('top', '行政执法'), codeOf('sub', '执法监督', { parentId: 'top' })],
  };
}

function annotation(id: string, start: number, memo = '', codeIds: string[] = []): Annotation {
  return {
    id,
    reportId: 'r',
    target: { snapshotId: 's', ...passageAt(TEXT, start, start + 4) },
    body: { memo, codeIds },
    motivation: 'commenting',
    creator: { type: 'Person' },
    created: NOW.toISOString(),
    modified: NOW.toISOString(),
  };
}

describe('noteRows', () => {
  test('one row per annotation with the facts of its report, by place', () => {
    const rows = noteRows(collection([annotation('b', 10), annotation('a', 0, '核对', ['sub'])]));
    expect(rows.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(rows[0]).toMatchObject({
      issuer: '示例市公安局',
      year: 2025,
      city: '示例市',
      quote: '全年办理',
      tags: [['行政执法', '执法监督']],
      note: '核对',
      textHash: 'ab12',
      start: 0,
      end: 4,
    });
  });

  test('a code that is gone and one that is its own ancestor do no harm', () => {
    const input = collection([annotation('a', 0, '', ['gone', 'loop'])]);
    input.codes.push(codeOf('loop', '环', { parentId: 'loop' }));
    expect(noteRows(input)[0]?.tags).toEqual([['环']]);
  });

  test('an annotation whose snapshot is gone is left out', () => {
    expect(noteRows({ ...collection([annotation('a', 0)]), snapshots: [] })).toEqual([]);
  });
});

const parse = (csv: string) => Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true }).data;
/** What the docstring of `notesCsv` tells programs to do: part at signs without a backslash before them. */
function splitTags(cell: string): string[][] {
  const tags: string[][] = [['']];
  const put = (text: string) => {
    const path = tags.at(-1) ?? [];
    path[path.length - 1] += text;
  };
  for (let i = 0; i < cell.length; i++) {
    if (cell[i] === '\\') put(cell[++i] ?? '');
    else if (cell.startsWith('; ', i)) {
      tags.push(['']);
      i += 1;
    } else if (cell.startsWith(' / ', i)) {
      tags.at(-1)?.push('');
      i += 2;
    } else put(cell[i] ?? '');
  }
  return cell === '' ? [] : tags;
}
const rowWith = (change: Partial<NoteRow>): NoteRow => ({
  ...(noteRows(collection([annotation('a', 0)]))[0] as NoteRow),
  ...change,
});

test('a row names the headings that govern its passage, outermost first', () => {
  const input = collection([annotation('a', 12)]);
  const outline = [
    {
      start: 0,
      end: 2,
      bodyEnd: 18,
      depth: 1 as const,
      number: '一',
      title: '主要举措',
      role: 'measures' as const,
    },
    {
      start: 0,
      end: 2,
      bodyEnd: 9,
      depth: 2 as const,
      number: '一',
      title: '过去的',
      role: 'measures' as const,
    },
    {
      start: 10,
      end: 12,
      bodyEnd: 18,
      depth: 2 as const,
      number: '二',
      title: '不足',
      role: 'shortcomings' as const,
    },
  ];
  for (const snapshot of input.snapshots) snapshot.outline = outline;
  expect(noteRows(input)[0]?.section).toEqual(['主要举措', '不足']);
});

describe('notesCsv', () => {
  test('begins with a byte-order mark and has a heading for each column, also without notes', () => {
    const csv = notesCsv([], zh);
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    expect(parse(csv)).toEqual([Object.values(zh.columns)]);
  });

  test('joins tags and the codes of their paths', () => {
    const tags = [['行政执法', '执法监督'], ['待跟进']];
    const [, row] = parse(notesCsv([rowWith({ tags })], zh));
    expect(row?.[13]).toBe('行政执法 / 执法监督; 待跟进');
  });

  test('tags and headings are told apart whatever signs their names hold', () => {
    const name = fc
      .array(fc.constantFrom('法', ';', '/', '\\', ' ', '"', ',', '\n'), { minLength: 1 })
      .map((signs) => `名${signs.join('')}`);
    const path = fc.array(name, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(path, { maxLength: 4 }), path, (tags, section) => {
        const [, row] = parse(notesCsv([rowWith({ tags, section })], zh));
        expect(splitTags(row?.[13] ?? '')).toEqual(tags);
        expect(splitTags(row?.[9] ?? '')).toEqual([section]);
      }),
    );
  });

  test.each([
    ['行政/执法; 监督', '行政\\/执法\\; 监督'],
    ['C:\\案卷', 'C:\\\\案卷'],
  ])('the tag %j is written %j', (name, written) => {
    const [, row] = parse(notesCsv([rowWith({ tags: [[name]] })], zh));
    expect(row?.[13]).toBe(written);
  });

  test.each(LEVELS)('the level %s is in the reader’s words', (level) => {
    const [, row] = parse(notesCsv([rowWith({ level })], zh));
    expect(row?.[4]).toBe(zh.levels[level]);
  });

  test('a level that is not known leaves its cell empty', () => {
    const [, row] = parse(notesCsv([rowWith({ level: null })], zh));
    expect(row?.[4]).toBe('');
  });

  test.each(Object.entries(WORDS))('no motivation is called what a category is called: %s', (_, words) => {
    const categories: string[] = Object.values(words.categories);
    expect(Object.values(words.motivations).filter((each) => categories.includes(each))).toEqual([]);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('a note %j is no formula', (note) => {
    const [, row] = parse(notesCsv([rowWith({ note })], zh));
    expect(row?.[14]).toBe(`'${note}`);
  });

  test('any note and quote come back as they were', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (note, quote) => {
        const [, row] = parse(notesCsv([rowWith({ note, quote })], zh));
        expect([row?.[12], row?.[14]].map((cell) => original(cell ?? ''))).toEqual([quote, note]);
      }),
    );
  });
});

test('notesJson names its form and time and keeps every field', () => {
  const rows = noteRows(collection([annotation('a', 0, '“引号”与\n换行', ['sub'])]));
  expect(JSON.parse(notesJson(rows, NOW))).toEqual({
    format: 'zhupi-notes-1',
    exported: NOW.toISOString(),
    notes: rows,
  });
});

test('every column has a heading of its own', () => {
  const headings = Object.values(zh.columns);
  expect(new Set(headings).size).toBe(headings.length);
});
