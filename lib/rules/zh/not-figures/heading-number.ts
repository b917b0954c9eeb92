import type { FigureRule, NotAFigure } from '../../../analysis/ruleset.ts';

/** The number of a heading or an item: 一、 (二) 3. 一是. */
export const headingNumber: FigureRule = {
  id: 'heading-number',
  certainty: 1,
  only: 'heading',
  read({ number }): NotAFigure {
    return { start: number.start, end: number.end, not: 'number of a heading or item' };
  },
};
