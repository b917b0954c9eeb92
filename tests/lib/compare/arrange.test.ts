import { describe, expect, test } from 'vitest';
import { changeOf, filterRows, sortRows } from '../../../lib/compare/arrange.ts';
import { commonUnit, valueIn } from '../../../lib/compare/normal.ts';
import type { IndicatorCell, IndicatorRow, RowOrder } from '../../../lib/model/comparison.ts';
import type { FigureMention } from '../../../lib/model/mention.ts';

const REPORTS = [
  { id: 'a', body: '甲局', year: 2022 },
  { id: 'b', body: '甲局', year: 2023 },
  { id: 'c', body: '乙局', year: 2023 },
];
const cell = (
  reportId: string,
  written: string,
  value: number,
  more: Partial<FigureMention> = {},
): IndicatorCell => ({
  reportId,
  written,
  isChange: false,
  figure: {
    start: 0,
    end: written.length,
    value,
    unit: '件',
    kind: 'count',
    approx: 'exact',
    indicator: '案件',
    certainty: 1,
    ruleId: 'quantity',
    ...more,
  },
});
const row = (label: string, ...cells: IndicatorCell[]): IndicatorRow => ({
  key: label,
  label,
  kind: cells[0]?.figure.kind ?? 'count',
  unit: cells[0]?.figure.unit ?? null,
  cells,
  certainty: 1,
});
const CASES = row('办理案件', cell('a', '100件', 100), cell('b', '150件', 150));
const FINES = row('查处', cell('a', '80件', 80), cell('b', '40件', 40), cell('c', '9件', 9));
const TALKS = row('宣讲', cell('c', '7件', 7, { indicator: '普法宣讲活动' }));
const ROWS = [CASES, FINES, TALKS];
const labels = (rows: readonly IndicatorRow[]) => rows.map(({ label }) => label);

describe('sorted rows', () => {
  test.each<[string, RowOrder, string[]]>([
    ['as they come', { by: 'place' }, ['办理案件', '查处', '宣讲']],
    ['by name', { by: 'label' }, ['办理案件', '查处', '宣讲']],
    ['by number of reports', { by: 'count' }, ['查处', '办理案件', '宣讲']],
    ['by change, the largest first', { by: 'change' }, ['办理案件', '查处', '宣讲']],
    ['by a report', { by: 'report', reportId: 'a', direction: 'ascending' }, ['查处', '办理案件', '宣讲']],
    [
      'by a report, falling',
      { by: 'report', reportId: 'c', direction: 'descending' },
      ['查处', '宣讲', '办理案件'],
    ],
  ])('%s', (_, order, expected) => expect(labels(sortRows(ROWS, order, REPORTS))).toEqual(expected));

  test('names are sorted as Chinese ones are', () => {
    const rows = [row('治安'), row('案件'), row('公开')];
    expect(labels(sortRows(rows, { by: 'label' }, REPORTS))).toEqual(['案件', '公开', '治安']);
  });
});

describe('how much a row changed', () => {
  test('by the share of the first, of the body where it is most', () => {
    expect(changeOf(CASES, REPORTS)).toBeCloseTo(0.5);
    expect(changeOf(FINES, REPORTS)).toBeCloseTo(-0.5);
  });

  test('other bodies, one report, or nothing to begin with tell of no change', () => {
    expect(changeOf(TALKS, REPORTS)).toBeNull();
    expect(changeOf(row('x', cell('a', '1件', 1), cell('c', '2件', 2)), REPORTS)).toBeNull();
    expect(changeOf(row('x', cell('a', '0件', 0), cell('b', '2件', 2)), REPORTS)).toBeNull();
  });
});

describe('filtered rows', () => {
  test.each([
    ['案件', ['办理案件', '查处']],
    ['100件', ['办理案件']],
    ['普法', ['宣讲']],
    ['案件 40', ['查处']],
    ['', ['办理案件', '查处', '宣讲']],
    ['没有的', []],
  ])('%s', (typed, expected) => expect(labels(filterRows(ROWS, typed))).toEqual(expected));
});

describe('one unit for a row', () => {
  const money = { kind: 'money', unit: '元' } as const;
  const LOSSES = row(
    '挽回损失',
    cell('a', '4275万元', 42_750_000, money),
    cell('b', '约1.3亿元', 130_000_000, money),
    cell('c', '5000万元', 50_000_000, money),
  );

  test('that in which most are written', () => {
    const common = commonUnit(LOSSES);
    expect(common).toMatchObject({ scale: '万', unit: '元' });
    expect(common && LOSSES.cells.map((each) => valueIn(each, common))).toEqual([[4275], [13000], [5000]]);
  });

  test('none is needed where all are written in the same', () => {
    expect(commonUnit(CASES)).toBeNull();
    expect(commonUnit(row('x', cell('a', '12起', 12, { unit: '起' }), cell('b', '12件', 12)))).toBeNull();
  });

  test('a range keeps both ends, and no digit is lost', () => {
    const wide = row('x', cell('a', '3至5万件', 30_000, { valueMax: 50_000 }), cell('b', '12345件', 12_345));
    const common = commonUnit(wide);
    expect(common && wide.cells.map((each) => valueIn(each, common))).toEqual([[3, 5], [1.2345]]);
  });
});
