import type { FigureRule, NotAFigure } from '../../../analysis/ruleset.ts';

/** 第二十三条, 第一责任人, 第三方, 5号, 318国道: a number that names its thing. Ranks are read before. */
export const ordinal: FigureRule = {
  id: 'ordinal',
  certainty: 0.95,
  before: '第 ',
  after: '号国省后强〕',
  read({ text, from, to, number }): NotAFigure | null {
    const { start, end } = number;
    if (start > from && (text[start - 1] === '第' || (text[start - 1] === ' ' && text[start - 2] === '第'))) {
      return { start: start - 1, end, not: 'ordinal number' };
    }
    const next = text.slice(end, Math.min(to, end + 4));
    if (/^(?:号(?!召)|国道|省道|后|强(?!制|化|调|势|力|度)|〕)/.test(next) && number.script !== 'word') {
      return { start, end, not: 'number that names a thing' };
    }
    return null;
  },
};
