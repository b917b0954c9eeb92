import type { FigureReading, FigureRule } from '../../../analysis/ruleset.ts';
import { unitAt } from './shape.ts';

/** A negative rate: -3.2%. The sign counts only where no range could be meant. */
export const signed: FigureRule = {
  id: 'signed',
  certainty: 0.9,
  scripts: ['arabic'],
  before: '-−﹣',
  read({ text, to, number }): FigureReading | null {
    if (/[\dA-Za-z%]/.test(text[number.start - 2] ?? ' ')) return null;
    const unit = unitAt(text, number.end, to);
    if (unit === null || (unit.kind !== 'percent' && unit.kind !== 'percentage_point')) return null;
    const start = number.start - 1;
    return { start, end: unit.end, value: -number.value, unit: unit.unit, approx: 'exact', kind: unit.kind };
  },
};
