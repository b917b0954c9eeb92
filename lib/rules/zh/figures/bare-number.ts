import type { FigureReading, FigureRule } from '../../../analysis/ruleset.ts';
import { directionOf } from './quantity.ts';
import { hedgeBefore, isEnd, shapeOf } from './shape.ts';

const STATED = /(?:达到|达|为|共|计|共计|合计|总数|数量|人数|件数|户数|数)$/;
/** 超出2005和2006两年: years that lack their 年. */
const YEAR = /^(?:19|20)\d\d$/;
const HAN = /[\u4e00-\u9fff“]/;

/**
 * A number without a classifier: scaled or hedged before its noun (630余万低收入人口, 39.8万农业转移人口), or stated at the
 * end of a clause (案件数为123).
 */
export const bareNumber: FigureRule = {
  id: 'bare-number',
  certainty: 0.75,
  scripts: ['arabic'],
  read({ text, from, to, number }): FigureReading | null {
    if (YEAR.test(text.slice(number.start, number.end))) return null;
    const shape = shapeOf(text, from, to, number);
    if (shape.unit !== null) return null;
    const next = text[number.end] ?? '';
    const hedged = hedgeBefore(text, from, number.start) !== null || number.more;
    const beforeNoun = (number.scaled || (hedged && number.value > 31)) && HAN.test(next);
    const atEnd =
      isEnd(text, number.end, to) && STATED.test(text.slice(Math.max(from, shape.start - 3), shape.start));
    const scaledEnd = number.scaled && isEnd(text, shape.end, to);
    if (!beforeNoun && !atEnd && !scaledEnd) return null;
    const { start, end, approx } = shape;
    return {
      start,
      end,
      value: number.value,
      unit: null,
      approx,
      kind: 'count',
      ...directionOf(text, from, start, 'count'),
    };
  },
};
