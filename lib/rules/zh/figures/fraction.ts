import type { FigureReading, FigureRule, NumberContext } from '../../../analysis/ruleset.ts';
import { stands } from '../../../text/char-set.ts';
import { readNumber } from '../../../text/written-number.ts';
import { directionOf } from './quantity.ts';
import { hedgeAfter, hedgeBefore, isEnd } from './shape.ts';

const SLASHED = /([1-9]\d?)\/([1-9]\d?)(?![\d/])/y;

/** 百分之九十五 is 95 %, 千分之三 3 ‰, 三分之二 the ratio 0.6667. */
export const fraction: FigureRule = {
  id: 'fraction',
  certainty: 0.95,
  after: '分/',
  read(context): FigureReading | null {
    const { text, from, to, number } = context;
    if (stands(text, number.end, '/')) return slashed(context);
    if (!stands(text, number.end + 1, '之')) return null;
    const over = readNumber(text, number.end + 2, to);
    if (over === null || over.script === 'word') return null;
    const before = hedgeBefore(text, from, number.start);
    const after = hedgeAfter(text, over.end, to);
    const approx = before?.approx ?? after?.approx ?? (over.more ? 'more_than' : 'exact');
    const start = before?.start ?? number.start;
    const end = after?.end ?? over.end;
    const word = text.slice(number.start, number.end);
    if (word === '百' || word === '千') {
      const direction = directionOf(text, from, start, 'percent');
      return {
        start,
        end,
        value: over.value,
        unit: word === '百' ? '%' : '‰',
        approx,
        kind: 'percent',
        ...direction,
      };
    }
    const value = Math.round((over.value / number.value) * 1e4) / 1e4;
    return {
      start,
      end,
      value,
      unit: null,
      approx,
      kind: 'ratio',
      ...directionOf(text, from, start, 'ratio'),
    };
  },
};

/** 1/3 where a phrase ends or goes on with 以上 or 的: a part of something, no date. */
function slashed({ text, from, to, number }: NumberContext): FigureReading | null {
  SLASHED.lastIndex = number.start;
  const match = SLASHED.exec(text);
  const [part, whole] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || part >= whole || SLASHED.lastIndex > to) return null;
  const end = SLASHED.lastIndex;
  if (!isEnd(text, end, to) && !text.startsWith('以上', end)) return null;
  const before = hedgeBefore(text, from, number.start);
  const after = hedgeAfter(text, end, to);
  const value = Math.round((part / whole) * 1e4) / 1e4;
  const approx = before?.approx ?? after?.approx ?? 'exact';
  const start = before?.start ?? number.start;
  return { start, end: after?.end ?? end, value, unit: null, approx, kind: 'ratio' };
}
