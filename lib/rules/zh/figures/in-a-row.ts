import type { FigureReading, FigureRule } from '../../../analysis/ruleset.ts';
import { charSet, holds } from '../../../text/char-set.ts';
import { shapeOf } from './shape.ts';

const BEFORE = ['连续', '连着', '接连', '持续', '已连续'];

const ENDS = charSet('续着连');

/** 连续四年, 连续11年, 连续三次: how long or how often without a break. */
export const inARow: FigureRule = {
  id: 'in-a-row',
  certainty: 0.95,
  scripts: ['arabic', 'chinese'],
  read({ text, from, to, number }): FigureReading | null {
    // 续, 着 or 连 stands close before: nearly no number has one
    if (!holds(text, ENDS, Math.max(from, number.start - 4), number.start)) return null;
    const shape = shapeOf(text, from, to, number);
    const word = text.slice(Math.max(from, shape.start - 2), shape.start);
    if (!BEFORE.includes(word)) return null;
    const next = text[shape.end] ?? '';
    const unit = shape.unit?.unit ?? ('届轮季'.includes(next) && next !== '' ? next : null);
    if (unit === null) return null;
    const kind = shape.unit?.kind ?? 'count';
    const end = shape.unit === null ? number.end + 1 : shape.end;
    return { start: shape.start - 2, end, value: number.value, unit, approx: shape.approx, kind };
  },
};
