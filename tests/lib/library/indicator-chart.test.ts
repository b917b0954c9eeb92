import type { VNode } from 'preact';
import { describe, expect, test } from 'vitest';
import type { Bar } from '../../../components/library/bar-chart.tsx';
import { trendWords } from '../../../components/library/indicator-table.tsx';
import { shownFigure } from '../../../entrypoints/library/shown-figures.ts';
import { IndicatorChart } from '../../../entrypoints/library/views/indicator-chart.tsx';
import { alignIndicators } from '../../../lib/compare/indicators.ts';
import { zh } from '../../../lib/messages/zh.ts';
import type { ComparedReport } from '../../../lib/model/comparison.ts';
import type { ShelfEntry } from '../../../lib/model/library.ts';
import { comparedSample, comparedText } from '../../fixtures/compared.ts';

const { facts } = comparedSample('trs-linzhu-gaj-2023');
const report = (id: string, text: string): ComparedReport => comparedText(id, facts, text);
const corrected = (own: ComparedReport, value: number): ComparedReport => ({
  ...own,
  figures: own.figures.map((figure) => ({ ...figure, value, isCorrected: true })),
});

/** What is written on the bars, and said of the trend, of the first row of those reports. */
function shown(reports: readonly ComparedReport[]) {
  const [first] = alignIndicators(reports);
  if (!first) throw new Error('there is no row');
  const row = { ...first, isHidden: false };
  const shelf = reports.map(({ id }): ShelfEntry => {
    const address = `http://gaj.test.gov.cn/${id}.html`;
    return { id, address, url: address, facts, created: '', projectIds: [] };
  });
  const nothing = () => undefined;
  const chart = IndicatorChart({ words: zh, reports: shelf, row, onOpen: nothing, onClose: nothing });
  const { bars } = (chart as VNode<{ bars: Bar[] }>).props;
  return {
    bars: bars.map(({ written }) => written),
    trend: trendWords(row, (own, cell) => shownFigure(own, cell, zh)),
  };
}

describe('a row drawn, and told to those who do not see it', () => {
  test.each<[string, ComparedReport[], string[]]>([
    [
      'a corrected figure is the reader’s',
      [report('a', '全年办理行政案件120件。'), corrected(report('b', '全年办理行政案件136件。'), 1360)],
      ['120件', '1360件'],
    ],
    [
      'figures written in several units are in one',
      [
        report('a', '全年挽回损失9800万元。'),
        report('b', '全年挽回损失1.2亿元。'),
        report('c', '全年挽回损失8200万元。'),
      ],
      ['9800万元', '12000万元', '8200万元'],
    ],
  ])('%s', (_, reports, words) => {
    const { bars, trend } = shown(reports);
    expect(bars).toEqual(words);
    expect(trend).toBe(words.join(' → '));
  });
});
