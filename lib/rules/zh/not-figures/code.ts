import type { FigureRule, NotAFigure } from '../../../analysis/ruleset.ts';

const HOTLINE = /^(?:110|112|114|119|120|122|123\d\d|961\d\d|95\d\d\d|100\d\d)$/;
const AFTER_HOTLINE =
  /^(?:["”’]|热线|平台|报警|接警|接处警|接报|指挥|电话|便民|投诉|服务|政务|市民|举报|宣传|非警务|警情|急救|号|、\d|等|及|与|和|一体|派单|工单|联动|受理)/;
const AROUND_CLOCK =
  /^ ?小时(?:值班|值守|在线|服务|不间断|全天|开放|自助|热线|巡逻|监控|响应|待命|备勤|运行|营业|专人|双人|政府|智能|轮|联|不打烊|无休|警)/;
/** Signs and letters that make a number part of a code. */
const SIGNS = '+×*xX·・#/№_ABCDEFGHIJKLMNOPQRSTUVWYZabcdefghijklmnopqrstuvwyz.版';
/** The first characters of what follows a hotline, or 24 and 48 hours. */
const AFTER_LINE = '"”’热平报接指电便投服政市举宣非警急救号、等及与和一派工联受 小';
const LATIN = /[A-Za-z]/;
const LATIN_UNIT = /^(?:GB|TB|PB|EB|MB|MW|GW|kW|km|[um]g\/[mL]|m[²³]|P(?![A-Za-z\d])|Mbps|Gbps|[EP][Ff][Ll])/;

/**
 * Numbers that are part of a name: 1+6+3, 7×24, 5G, 5A级, PM2.5, 2.0版, G318, 12·4, 110 and 12345 as hotlines, 24小时值班.
 */
export const code: FigureRule = {
  id: 'code',
  certainty: 0.95,
  scripts: ['arabic', 'chinese', 'digits'],
  before: SIGNS,
  after: SIGNS + AFTER_LINE,
  read({ text, from, to, number }): NotAFigure | null {
    const { start, end } = number;
    const before = start > from ? (text[start - 1] ?? '') : '';
    const next = text.slice(end, Math.min(to, end + 6));
    const answer = { start, end };
    if (/[+×*xX·・#/№]/.test(before) && /[\dA-Za-z+×一-九”]/.test(text[start - 2] ?? ' '))
      return { ...answer, not: 'part of a code' };
    if (/^(?:\+|×|\*(?!\d)|[xX](?=\d)|·|・|#)/.test(next)) return { ...answer, not: 'part of a code' };
    if (number.script !== 'arabic') return null;
    if (LATIN.test(before) || before === '_') return { ...answer, not: 'part of a name in Latin letters' };
    if (LATIN.test(next[0] ?? ' ') && !LATIN_UNIT.test(next))
      return { ...answer, not: 'part of a name in Latin letters' };
    if (/^(?:版|\.\d)/.test(next)) return { ...answer, not: 'version' };
    const written = text.slice(start, end);
    if (HOTLINE.test(written) && AFTER_HOTLINE.test(next)) return { ...answer, not: 'hotline' };
    if ((written === '24' || written === '48') && AROUND_CLOCK.test(text.slice(end, end + 8))) {
      return { ...answer, not: 'round the clock' };
    }
    return null;
  },
};
