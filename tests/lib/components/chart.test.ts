import { describe, expect, test } from 'vitest';
import { lineOf, linesOf, pointsOf } from '../../../components/library/chart.ts';
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
    ['a level, then a change', ['平均办案周期为11天。', '平均办案周期缩短2天。'], [11, null]],
  ])('%s', (_, texts, line) => expect(drawn(texts)).toEqual(line));

  test('higher values stand higher, gaps are left out', () => {
    const points = pointsOf([-11.4, null, -7.2], { width: 80, height: 22, margin: 3 });
    expect(points).toEqual([
      [3, 19],
      [77, 3],
    ]);
  });
});

test('one line for each body that is known', () => {
  const cells = ['120', '150', '90', '80'].map((value, index) => ({
    reportId: String(index),
    figure: { ...FIGURE, value: Number(value) },
    written: `${value}起`,
    isChange: false,
  }));
  expect(linesOf(['甲局', '乙局', '甲局', null], cells)).toEqual([
    [120, null, 90, null],
    [null, 150, null, null],
  ]);
  expect(linesOf([null, null, null, null], cells)).toEqual([]);
});
