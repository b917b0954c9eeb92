import type { FigureReading, FigureRule } from '../../../analysis/ruleset.ts';
import { stands } from '../../../text/char-set.ts';
import { readNumber } from '../../../text/written-number.ts';
import { directionOf } from './quantity.ts';
import { hedgeAfter, hedgeBefore } from './shape.ts';

/** 百分之九十五 is 95 %, 千分之三 3 ‰, 三分之二 the ratio 0.6667. */
export const fraction: FigureRule = {
  id: 'fraction',
  certainty: 0.95,
  read({ text, from, to, number }): FigureReading | null {
    if (!stands(text, number.end, '分') || !stands(text, number.end + 1, '之')) return null;
    const over = readNumber(text, number.end + 2, to);
    if (over === null || over.script === 'word') return null;
    const before = hedgeBefore(text, from, number.start);
    const after = hedgeAfter(text, over.end, to);
    const approx = before?.approx ?? after?.approx ?? (over.more ? 'more_than' : 'exact');
    const start = before?.start ?? number.start;
    const end = after?.end ?? over.end;
    const word = text.slice(number.start, number.end);
    if (word === '百' || word === '千') {
      const direction = directionOf(text, from, start, 'percent');
      return {
        start,
        end,
        value: over.value,
        unit: word === '百' ? '%' : '‰',
        approx,
        kind: 'percent',
        ...direction,
      };
    }
    const value = Math.round((over.value / number.value) * 1e4) / 1e4;
    return { start, end, value, unit: null, approx, kind: 'ratio' };
  },
};
