import type { FigureRule, NotAFigure } from '../../../analysis/ruleset.ts';

/** The base of a rate: 每万人, 每百元营业收入, 每100户, 每两年. */
export const perBase: FigureRule = {
  id: 'per-base',
  certainty: 0.95,
  read({ text, from, number }): NotAFigure | null {
    if (number.start - 1 < from || text[number.start - 1] !== '每') return null;
    return { start: number.start, end: number.end, not: 'base of a rate' };
  },
};
