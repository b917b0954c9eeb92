import { describe, expect, test } from 'vitest';
import { type PlacedCorrection, withCorrections } from '../../../lib/analysis/corrections.ts';
import type { CorrectedFields, Verdict } from '../../../lib/model/correction.ts';
import type { Finding } from '../../../lib/model/reading-view.ts';

const TEXT = '全年办理案件12件。执法力量仍然薄弱。';
const finding = (category: Finding['category'], start: number, end: number): Finding => ({
  id: `${category}-${start}`,
  category,
  start,
  end,
  mark: { start, end },
  quote: TEXT.slice(start, end),
  certainty: 0.8,
  ruleId: 'quantity',
  ...(category === 'figure'
    ? {
        figure: {
          start,
          end,
          value: 12,
          unit: '件',
          approx: 'exact',
          kind: 'count',
          indicator: '案件',
          certainty: 0.8,
          ruleId: 'quantity',
        },
      }
    : {}),
});
const FIGURE = finding('figure', 6, 9);
const SHORTCOMING = finding('shortcoming', 10, 19);
const judge = (of: Finding, verdict: Verdict, fields: CorrectedFields = {}): PlacedCorrection => {
  const { id: _, ...machine } = of;
  return {
    id: 'note',
    span: { start: of.start, end: of.end },
    correction: { verdict, finding: machine, analyserVersion: '1.0.0', fields },
  };
};
const shown = (findings: Finding[], corrections: PlacedCorrection[]) =>
  withCorrections(findings, corrections, TEXT, () => 'restored');

describe('the reader’s word wins', () => {
  test('a dismissed finding is gone, the others stay', () => {
    expect(shown([FIGURE, SHORTCOMING], [judge(FIGURE, 'dismissed')])).toEqual([SHORTCOMING]);
  });

  test('an accepted one is sure, and says whose word that is', () => {
    const [figure] = shown([FIGURE], [judge(FIGURE, 'accepted')]);
    expect(figure).toMatchObject({ verdict: 'accepted', correctionId: 'note', certainty: 1, id: FIGURE.id });
  });

  test('a corrected figure has the reader’s value and indicator, and the machine’s unit', () => {
    const [figure] = shown([FIGURE], [judge(FIGURE, 'corrected', { value: 120, indicator: '行政案件' })]);
    expect(figure?.figure).toMatchObject({ value: 120, indicator: '行政案件', unit: '件' });
  });

  test('borders that the reader drew are those shown', () => {
    const [figure] = shown([FIGURE], [judge(FIGURE, 'corrected', { span: { start: 4, end: 9 } })]);
    expect(figure).toMatchObject({ start: 4, end: 9, mark: { start: 4, end: 9 }, quote: '案件12件' });
  });

  test('a figure that the reader calls a shortcoming has no value any more', () => {
    const [figure] = shown([FIGURE], [judge(FIGURE, 'corrected', { category: 'shortcoming' })]);
    expect(figure).toMatchObject({ category: 'shortcoming', quote: '12件' });
    expect(figure).not.toHaveProperty('figure');
  });

  test('newer rules that draw the border differently don’t bring a dismissed finding back', () => {
    expect(shown([finding('shortcoming', 12, 19)], [judge(SHORTCOMING, 'dismissed')])).toEqual([]);
  });

  test('newer rules that find it no more don’t take an accepted one away', () => {
    expect(shown([FIGURE], [judge(SHORTCOMING, 'accepted')])).toMatchObject([
      { id: FIGURE.id },
      { id: 'restored', category: 'shortcoming', quote: SHORTCOMING.quote, verdict: 'accepted' },
    ]);
  });

  test('a dismissed figure doesn’t take the shortcoming around it along', () => {
    const wide = finding('shortcoming', 0, 19);
    expect(shown([wide, FIGURE], [judge(FIGURE, 'dismissed')])).toEqual([wide]);
  });
});
