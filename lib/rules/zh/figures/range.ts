import type { FigureReading, FigureRule } from '../../../analysis/ruleset.ts';
import { charSet, isIn } from '../../../text/char-set.ts';
import { readNumber } from '../../../text/written-number.ts';
import { directionOf } from './quantity.ts';
import { isLoneOne, shapeOf } from './shape.ts';

const FIRST = charSet('至到-—–~～');
const JOIN = /^(?:至|到|-{1,2}|—{1,2}|–|~|～)/;

/** One figure with two ends: 3至5个工作日, 3—5个工作日, 1.5—2倍, 30%至50%. The first unit may be left out, not differ. */
export const range: FigureRule = {
  id: 'range',
  certainty: 0.9,
  scripts: ['arabic', 'chinese'],
  read({ text, from, to, number }): FigureReading | null {
    if (isLoneOne(number)) return null;
    const first = shapeOf(text, from, to, number);
    const middle = first.unit?.end ?? number.end;
    if (!isIn(FIRST, text.charCodeAt(middle))) return null;
    const join = JOIN.exec(text.slice(middle, middle + 2));
    if (join === null) return null;
    const second = readNumber(text, middle + join[0].length, to);
    if (second === null || second.script !== number.script) return null;
    const last = shapeOf(text, middle + join[0].length, to, second);
    if (
      last.unit === null ||
      last.unit.unit === '岁' ||
      (first.unit !== null && first.unit.unit !== last.unit.unit)
    )
      return null;
    const digits = Number.parseFloat(text.slice(second.start, second.end).replaceAll(',', '')) || 1;
    const scale =
      !number.scaled && second.scaled && first.unit === null && number.script === 'arabic'
        ? second.value / digits
        : 1;
    const value = Number((number.value * scale).toPrecision(15));
    if (value >= second.value) return null;
    if (last.unit.unit === '年' && (value > 1900 || number.script === 'chinese')) return null;
    const { unit, kind } = last.unit;
    return {
      start: first.start,
      end: last.end,
      value,
      valueMax: second.value,
      unit,
      approx: first.approx === 'exact' ? last.approx : first.approx,
      kind,
      ...directionOf(text, from, first.start, kind),
    };
  },
};
