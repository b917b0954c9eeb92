import type { FigureReading, FigureRule } from '../../../analysis/ruleset.ts';
import { unitAt } from './shape.ts';

const NONE =
  /(?:无|未发生过|未发生|未出现|未有|没有发生|没有出现|没有|从未发生|不发生|未收到|未查处|未引发)$/;

/** 无一起, 未发生一起: none, and the unit says of what. 无一例外 and 没有一个 are ways of speaking. */
export const notOne: FigureRule = {
  id: 'not-one',
  certainty: 0.9,
  before: '无过生现有到处发',
  read({ text, from, to, number }): FigureReading | null {
    if (number.value !== 1 || number.end !== number.start + 1) return null;
    const before = NONE.exec(text.slice(Math.max(from, number.start - 5), number.start));
    if (before === null || text[number.end + 1] === '外') return null;
    const unit = unitAt(text, number.end, to);
    if (unit === null || unit.kind !== 'count') return null;
    const start = number.start - before[0].length;
    return { start, end: unit.end, value: 0, unit: unit.unit, approx: 'exact', kind: 'count', zero: true };
  },
};
