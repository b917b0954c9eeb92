import type { FigureReading, FigureRule } from '../../../analysis/ruleset.ts';
import type { Approx } from '../../../model/mention.ts';
import { stands } from '../../../text/char-set.ts';

const OVER: Readonly<Record<string, Approx>> = {
  过: 'more_than',
  超: 'more_than',
  超过: 'more_than',
  逾: 'more_than',
  近: 'about',
};

/** 过半 and 超半数 are more than 50 %, 近半数 about, 半数以上 at least; 半年 is 0.5 年, 一年半 1.5. */
export const half: FigureRule = {
  id: 'half',
  certainty: 0.9,
  scripts: ['chinese', 'word'],
  before: '过超逾近',
  after: '年数',
  read(context): FigureReading | null {
    const { text, number } = context;
    if (number.script === 'chinese') return yearAndHalf(context);
    if (!stands(text, number.start, '半')) return null;
    const at = number.start;
    if (text[at + 1] === '年') {
      if (/[上下前后每]$/.test(text.slice(at - 1, at)) || /^[来度期中末初]/.test(text.slice(at + 2, at + 3)))
        return null;
      return { start: at, end: at + 2, value: 0.5, unit: '年', approx: 'exact', kind: 'duration' };
    }
    const two = text.slice(Math.max(context.from, at - 2), at);
    const word = two in OVER ? two : two.slice(-1);
    const approx = Object.hasOwn(OVER, word) ? OVER[word] : undefined;
    const count = text[at + 1] === '数';
    const end = count ? at + 2 : at + 1;
    if (count && text.slice(end, end + 2) === '以上') {
      return { start: at, end: end + 2, value: 50, unit: '%', approx: 'at_least', kind: 'percent' };
    }
    if (approx === undefined) return null;
    if (word === '过' && /[经通超]$/.test(two.slice(0, 1)) && two.length === 2) return null;
    return { start: at - word.length, end, value: 50, unit: '%', approx, kind: 'percent' };
  },
};

/** 一年半, 两年半: the half belongs to the year before it. */
function yearAndHalf({ text, number }: Parameters<FigureRule['read']>[0]): FigureReading | null {
  if (!stands(text, number.end, '年') || !stands(text, number.end + 1, '半')) return null;
  const { start } = number;
  return {
    start,
    end: number.end + 2,
    value: number.value + 0.5,
    unit: '年',
    approx: 'exact',
    kind: 'duration',
  };
}
