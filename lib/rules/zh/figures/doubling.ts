import type { FigureReading, FigureRule } from '../../../analysis/ruleset.ts';

/** 翻一番 is twice the old value, 翻两番 four times. */
export const doubling: FigureRule = {
  id: 'doubling',
  certainty: 0.95,
  after: '番',
  read({ text, number }): FigureReading | null {
    if (number.value < 1 || number.value > 9) return null;
    const before = /翻[了近]{0,2}$/.exec(text.slice(Math.max(0, number.start - 3), number.start));
    if (before === null) return null;
    const start = number.start - before[0].length;
    const approx = before[0].includes('近') ? 'about' : 'exact';
    return {
      start,
      end: number.end + 1,
      value: 2 ** number.value,
      unit: '倍',
      approx,
      kind: 'ratio',
      direction: 'up',
    };
  },
};
