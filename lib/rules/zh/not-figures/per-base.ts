import type { FigureRule, NotAFigure } from '../../../analysis/ruleset.ts';
import { stands } from '../../../text/char-set.ts';

const UNIT_OUTPUT = /^元(?:GDP|国内生产总值|地区生产总值|生产总值|工业增加值|产值)/;

/** The base of a rate: 每万人, 每百元营业收入, 每100户, 每两年, 万元GDP能耗. */
export const perBase: FigureRule = {
  id: 'per-base',
  certainty: 0.95,
  before: '每',
  after: '元',
  read({ text, from, number }): NotAFigure | null {
    const after =
      stands(text, number.end, '元') &&
      number.script === 'chinese' &&
      UNIT_OUTPUT.test(text.slice(number.end, number.end + 8));
    if (!after && (number.start - 1 < from || !stands(text, number.start - 1, '每'))) return null;
    return { start: number.start, end: number.end, not: 'base of a rate' };
  },
};
