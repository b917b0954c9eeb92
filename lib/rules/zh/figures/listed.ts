import type { FigureReading, FigureRule } from '../../../analysis/ruleset.ts';
import { readNumber } from '../../../text/written-number.ts';
import { directionOf } from './quantity.ts';
import { unitAt } from './shape.ts';

const REST = /(?:[、和与]\d{1,9}(?:\.\d{1,4})?){0,8}[、和与](?=\d)/y;
const SHARES = new Set(['%', '‰', '个百分点', '百分点', '元', '美元', '倍']);

/** Numbers that share the unit of the last one: 提高3.9、2.0、2.9个百分点 are three figures. */
export const listed: FigureRule = {
  id: 'listed',
  certainty: 0.85,
  scripts: ['arabic'],
  after: '、和与',
  read({ text, from, to, number }): FigureReading | null {
    if (number.scaled) return null;
    REST.lastIndex = number.end;
    if (!REST.test(text)) return null;
    const last = readNumber(text, REST.lastIndex, to);
    const unit = last === null ? null : unitAt(text, last.end, to);
    if (last === null || unit === null || !SHARES.has(unit.unit)) return null;
    const digits = Number.parseFloat(text.slice(last.start, last.end).replaceAll(',', '')) || 1;
    const value = Number(((number.value * last.value) / digits).toPrecision(15));
    const { start, end } = number;
    return {
      start,
      end,
      value,
      unit: unit.unit,
      approx: 'exact',
      kind: unit.kind,
      ...directionOf(text, from, start, unit.kind),
    };
  },
};
