import type { FigureRule, NotAFigure } from '../../../analysis/ruleset.ts';

const AFTER =
  /^(?:大(?:以来|精神|报告|代|和|、|及|召|闭|$|[,;。”])|届|中全会|次(?:全国)?(?:代表大会|党代会|全会|全体会议|会议|党委会|常务会|常委会)|中、|全会)/;
const BEFORE = /(?:党的|届|第|中共|全国|、|和)$/;

/** 二十大, 二十届三中全会, 十四届人大: congresses and their sessions. */
export const session: FigureRule = {
  id: 'session',
  certainty: 0.95,
  scripts: ['chinese'],
  after: '大届中次全',
  read({ text, from, to, number }): NotAFigure | null {
    const after = AFTER.exec(text.slice(number.end, Math.min(to, number.end + 8)));
    if (after === null) return null;
    const before = text.slice(Math.max(from, number.start - 2), number.start);
    const counted = after[0].startsWith('次') && !/届$/.test(before);
    if (counted || (after[0].startsWith('大') && !BEFORE.test(before) && number.value < 10)) return null;
    return { start: number.start, end: number.end + 1, not: 'congress or session' };
  },
};
