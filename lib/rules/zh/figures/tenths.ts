import type { FigureReading, FigureRule } from '../../../analysis/ruleset.ts';
import { directionOf } from './quantity.ts';
import { hedgeAfter, hedgeBefore } from './shape.ts';

const WORD_AFTER = '立功员为果效长年本就都品熟套人分交因绩才色片群形不';
const DIGITS = '一二三四五六七八九';

/** 九成 is 90 %, 九成以上 at least, 七成五 75. */
export const tenths: FigureRule = {
  id: 'tenths',
  certainty: 0.9,
  scripts: ['arabic', 'chinese', 'digits'],
  after: '成',
  read({ text, from, to, number }): FigureReading | null {
    if (number.value < 1 || number.value >= 10) return null;
    let end = number.end + 1;
    let value = number.value * 10;
    const half = DIGITS.indexOf(text[end] ?? ' ');
    if (half >= 0) {
      value += half + 1;
      end++;
    }
    if (WORD_AFTER.includes(text[end] ?? ' ')) return null;
    const before = hedgeBefore(text, from, number.start);
    const after = hedgeAfter(text, end, to);
    const approx = before?.approx ?? after?.approx ?? 'exact';
    return {
      start: before?.start ?? number.start,
      end: after?.end ?? end,
      value,
      unit: '%',
      approx,
      kind: 'percent',
      ...directionOf(text, from, before?.start ?? number.start, 'percent'),
    };
  },
};
