import { describe, expect, test } from 'vitest';
import { arrowOf, lineOf, linesOf, pointsOf } from '../../../components/library/chart.ts';
import { alignIndicators } from '../../../lib/compare/indicators.ts';
import type { FigureMention } from '../../../lib/model/mention.ts';
import { captureOf } from '../../fixtures/captures.ts';
import { comparedText } from '../../fixtures/compared.ts';

/** What is drawn of the row that all the reports are in. */
const drawn = (texts: string[]) => {
  const { facts } = captureOf('').detection;
  const reports = texts.map((text, index) => comparedText(String(index), facts, text));
  const row = alignIndicators(reports).find(({ cells }) => cells.length === texts.length);
  return lineOf(row?.cells ?? []);
};

const FIGURE: FigureMention = {
  start: 0,
  end: 4,
  value: 0,
  unit: '起',
  kind: 'count',
  approx: 'exact',
  indicator: '',
  certainty: 1,
  ruleId: 'quantity',
};

describe('a row as a line', () => {
  test.each([
    ['levels', ['全年办理行政案件120起。', '全年办理行政案件150起。'], [120, 150]],
    [
      'a fall that slackens rises',
      ['交通事故起数同比下降11.4%。', '交通事故起数同比下降7.2%。'],
      [-11.4, -7.2],
    ],
    ['a rise after a fall', ['交通事故起数同比下降3%。', '交通事故起数同比上升2%。'], [-3, 2]],
    ['a level that was fallen to', ['平均办案周期缩短至11天。', '平均办案周期缩短至9天。'], [11, 9]],
  ])('%s', (_, texts, line) => expect(drawn(texts)).toEqual(line));

  test('higher values stand higher, gaps are left out', () => {
    const points = pointsOf([-11.4, null, -7.2], { width: 80, height: 22, margin: 3 });
    expect(points).toEqual([
      [3, 19],
      [77, 3],
    ]);
  });
});

const cellsOf = (...values: number[]) =>
  values.map((value, index) => ({
    reportId: String(index),
    figure: { ...FIGURE, value },
    written: `${value}起`,
    isChange: false,
  }));

test('a level and a change of it are never in one line, not even where the reader merged them', () => {
  const [level, change] = cellsOf(11, 2);
  if (!level || !change) throw new Error('there are two cells');
  expect(lineOf([level, { ...change, isChange: true }])).toEqual([11, null]);
});

test('one line for each body that is known, year by year', () => {
  const reports = [
    { body: '甲局', year: 2021 },
    { body: '乙局', year: 2022 },
    { body: '甲局', year: 2023 },
    { body: null, year: 2024 },
    { body: '乙局', year: null },
  ];
  expect(linesOf(reports, cellsOf(120, 150, 90, 80, 70))).toEqual([
    [120, null, 90, null],
    [null, 150, null, null],
  ]);
  expect(linesOf([{ body: null, year: 2021 }], cellsOf(1))).toEqual([]);
  expect(linesOf([{ body: '甲局', year: null }], cellsOf(1))).toEqual([]);
});

test.each([
  ['a rise', '交通事故起数同比上升2%。', '↑'],
  ['a fall', '交通事故起数同比下降3%。', '↓'],
  ['a level that was fallen to', '平均办案周期缩短至11天。', ''],
  ['a share that was fallen to', '一审行政案件败诉率降至7.1%。', ''],
  ['an amount taken off', '全年减免罚款980万元。', ''],
  ['a level of which nothing is said', '全年办理行政案件120起。', ''],
])('%s has its arrow, or none', (_, text, arrow) => {
  const { facts } = captureOf('').detection;
  const cells = alignIndicators([comparedText('a', facts, text)]).flatMap((row) => row.cells);
  expect(cells.map(arrowOf)).toEqual([arrow]);
});
