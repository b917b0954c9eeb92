import type { FigureRule, NotAFigure } from '../../../analysis/ruleset.ts';

/** A number inside 《…》 belongs to a title. */
export const insideTitle: FigureRule = {
  id: 'inside-title',
  certainty: 1,
  only: 'title',
  read({ number }): NotAFigure {
    return { start: number.start, end: number.end, not: 'part of a title' };
  },
};
