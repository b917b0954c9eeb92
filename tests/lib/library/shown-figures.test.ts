import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { countTable } from '../../../entrypoints/library/count-table.ts';
import { shownAlone, shownFigure, shownTable } from '../../../entrypoints/library/shown-figures.ts';
import { shownCsv, shownHtml, shownTsv } from '../../../lib/export/indicators-csv.ts';
import { zh } from '../../../lib/messages/zh.ts';
import type { ComparedFigure, IndicatorCell } from '../../../lib/model/comparison.ts';
import type { ShelfEntry } from '../../../lib/model/library.ts';

const cell = (reportId: string, written: string, figure: Partial<ComparedFigure>): IndicatorCell => ({
  reportId,
  written,
  isChange: false,
  figure: {
    start: 0,
    end: written.length,
    value: 0,
    unit: '元',
    kind: 'money',
    approx: 'exact',
    indicator: '挽回损失',
    certainty: 1,
    ruleId: 'quantity',
    ...figure,
  },
});
const row = (...cells: IndicatorCell[]) => ({
  key: 'k',
  label: '挽回损失',
  kind: cells[0]?.figure.kind ?? ('money' as const),
  unit: '元',
  cells,
  certainty: 1,
  isHidden: false,
});
const shown = (...cells: IndicatorCell[]) => {
  const own = row(...cells);
  return cells.map((each) => Object.values(shownFigure(own, each, zh)));
};
const report = (id: string, issuer: string, year: number): ShelfEntry => ({
  id,
  address: `http://${id}.gov.cn/`,
  url: `http://${id}.gov.cn/`,
  created: '',
  projectIds: [],
  facts: {
    ...{ title: null, kind: null, issuer, level: null, year, published: null },
    region: { province: null, city: null, county: null },
  },
});

test.each<[string, string, Partial<ComparedFigure>, boolean, string]>([
  ['a level is shown as written', '约3万元', { value: 30_000, approx: 'about' }, false, '约3万元'],
  [
    'a change says which way',
    '3.2个百分点',
    { value: 3.2, unit: '个百分点', direction: 'down' },
    true,
    '↓3.2个百分点',
  ],
  [
    'a corrected one is shown corrected',
    '86件',
    { value: 860, unit: '件', isCorrected: true },
    false,
    '860件',
  ],
])('by itself, %s', (_, written, figure, isChange, told) => {
  expect(shownAlone({ ...cell('a', written, figure), isChange }, zh)).toBe(told);
});

describe('figures as the table shows them', () => {
  test('written alike they are shown as written', () => {
    expect(
      shown(cell('a', '约3万元', { value: 30_000, approx: 'about' }), cell('b', '5万元', { value: 50_000 })),
    ).toEqual([
      ['约3万元', null],
      ['5万元', null],
    ]);
  });

  test('written in several units they are shown in one, with their hedges, and what is written beside', () => {
    expect(
      shown(
        cell('a', '4275万元', { value: 42_750_000 }),
        cell('b', '1.3亿元左右', { value: 130_000_000, approx: 'about' }),
        cell('c', '不少于20万元', { value: 200_000, approx: 'at_least' }),
      ),
    ).toEqual([
      ['4275万元', null],
      ['约13000万元', '1.3亿元左右'],
      ['至少20万元', '不少于20万元'],
    ]);
  });

  test('people are counted in one unit, too; none are nought', () => {
    const people = { kind: 'count', unit: '人次' } as const;
    expect(
      shown(
        cell('a', '1.1万余人次', { ...people, value: 11_000, approx: 'more_than' }),
        cell('b', '2.5万人次', { ...people, value: 25_000 }),
        cell('c', '800人次', { ...people, value: 800 }),
      ).map(([words]) => words),
    ).toEqual(['超过1.1万人次', '2.5万人次', '0.08万人次']);
  });

  test('a value that the reader corrected is shown, and what is written beside', () => {
    expect(shown(cell('a', '约3万元', { value: 32_000, approx: 'about', isCorrected: true }))).toEqual([
      ['32000元', '约3万元'],
    ]);
  });
});

describe('the table as it is taken elsewhere', () => {
  const reports = [report('a', '甲局', 2023), report('b', '乙\t"局"', 2024)];
  const table = shownTable(
    [
      row(cell('a', '4275万元', { value: 42_750_000 }), cell('b', '1.3亿元', { value: 130_000_000 })),
      { ...row(cell('b', '=1+1', { value: 2 })), label: '<b>名</b>\n称' },
    ],
    reports,
    zh,
  );

  test('headings, then a line for each row, empty where nothing is stated', () => {
    expect(table).toEqual([
      [zh.compare.indicator, '甲局 2023年', '乙\t"局" 2024年'],
      ['挽回损失', '0.4275亿元', '1.3亿元'],
      ['<b>名</b>\n称', '', '=1+1'],
    ]);
  });

  test('as lines and tabs: no cell breaks out of its place, none is a formula', () => {
    const lines = shownTsv(table).split('\r\n');
    expect(lines.map((line) => line.split('\t').length)).toEqual([3, 3, 3]);
    expect(lines[2]).toBe("<b>名</b> 称\t\t'=1+1");
  });

  test('as HTML: words stay words', () => {
    const html = shownHtml(table);
    expect(html).not.toContain('<b>');
    expect(html.match(/<tr>/g)?.length).toBe(3);
    expect(html).toContain('&#60;b&#62;名');
  });

  test('as CSV it is read back as it is', () => {
    const { data } = Papa.parse<string[]>(shownCsv(table).slice(1));
    expect(data).toEqual([table[0], table[1], ['<b>名</b>\n称', '', "'=1+1"]]);
  });
});

describe('a matrix as it is copied and exported', () => {
  const reports = [report('a', '甲局', 2023), report('b', '乙局', 2024)];
  const columns = [
    { id: 'x', name: '行政执法' },
    { id: 'y', name: '3-5' },
  ];
  const table = countTable(reports, columns, [{ reportId: 'b', columnId: 'y', count: 12 }], zh);

  test('each report has a line, 0 where there is nothing', () => {
    expect(table).toEqual([
      [zh.compare.report, '行政执法', '3-5'],
      ['甲局 2023年', '0', '0'],
      ['乙局 2024年', '0', '12'],
    ]);
  });

  test('as HTML numbers are numbers, what only looks like a date is words', () => {
    const html = shownHtml(table);
    expect(html).toContain('<td>12</td>');
    expect(html).toMatch(/<th style="mso-number-format:'\\@'">3-5<\/th>/);
  });
});
