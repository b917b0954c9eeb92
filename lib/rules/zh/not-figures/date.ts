import type { FigureRule, NotAFigure } from '../../../analysis/ruleset.ts';

const DATES: readonly RegExp[] = [
  // 2024年3月5日, 2021—2025年, 2024年度, 2018年以来, 2022-03-01
  /(?:19|20)\d\d ?(?:年(?:度|初|末|底|以来|代|版|级)?)? ?(?:[-—–~～至]{1,2} ?(?:19|20)\d\d ?年(?:度)?)?(?: ?\d{1,2} ?月(?:份)?)?(?: ?\d{1,2} ?[日号])?/y,
  /(?:19|20)\d\d[-/.]\d{1,2}(?:[-/.]\d{1,2})?(?![\d%])/y,
  // 20191231日, 2018724日, 20231月1日: a date whose 年 or 月 was lost
  /(?:19|20)\d{2}(?:\d{1,2}月(?:\d{1,2}日)?|\d{2,4}日)/y,
  // 3月5日, 1-9月, 8月1日起, 5月上旬
  /\d{1,2} ?(?:[-—–~～至到]{1,2} ?\d{1,2} ?)?月(?!\d)(?:份|底|初|末|中旬|上旬|下旬)? ?(?:\d{1,2} ?(?:[-—–~～至到]{1,2} ?\d{1,2} ?)?[日号])?/y,
  /[一二三四五六七八九十]{1,2}月(?:份|底|初|末|中旬|上旬|下旬)?/y,
  /[一二三四五六七八九十]{1,3}(?:至|到|、)?[一二三四五六七八九十]{0,3}季度/y,
  /\d{1,2}(?:[-—–~～至到]\d{1,2})?[日号](?!均|常|内|以内)/y,
  /(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?!\d)/y,
  /(?:[01]?\d|2[0-4])[时点](?:[0-5]?\d分|整|许)?(?!间|效|长|代|期|位|击|名)/y,
  /(?:[01]?\d|1[0-2])[·・?][0-3]?\d(?!\d)/y,
  /\d{2}(?:年代|后)/y,
];
/** What may follow a number that is (part of) a date. */
const AFTER = '年月日号时点:-/.·・?季代后—–~～至到 、';
const YEAR = /^(?:19|20)\d\d(?!\d)/;
const YEAR_UNITLESS = /^(?:年|[^\u4e00-\u9fff\d.%‰万亿余多]|法治|政府|工作|版|“|$)/;

/** Years, dates, months, quarters and times of day; 2013份 has a unit of its own and is none. */
export const date: FigureRule = {
  id: 'date',
  certainty: 0.98,
  after: AFTER,
  orLong: true,
  read({ text, to, number }): NotAFigure | null {
    const at = number.start;
    if (number.scaled && number.script === 'arabic') return null;
    if (number.script === 'digits') {
      const end = text[number.end] === '年' ? number.end + 1 : number.end;
      return { start: at, end, not: 'year or code written digit by digit' };
    }
    if (number.script === 'arabic' && YEAR.test(text.slice(at, at + 5))) {
      if (!YEAR_UNITLESS.test(text.slice(at + 4, at + 6)) && !/^[-—–~至]/.test(text.slice(at + 4, at + 5)))
        return null;
    }
    for (const pattern of DATES) {
      pattern.lastIndex = at;
      if (!pattern.test(text)) continue;
      const end = pattern.lastIndex;
      if (end > to || end < number.end) continue;
      if (/^\d{1,2}[日号]$/.test(text.slice(at, end)) && !isDay(text, at, end)) continue;
      return { start: at, end, not: 'date or time' };
    }
    return null;
  },
};

/** 5日 alone is a day of the month; 15日 after 期限 or 缩短至, or before 压缩, is a length of time. */
function isDay(text: string, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - 4), at);
  if (/(?:期限|时限|为期|缩短|延长|压缩|提前|满|超过|不少于|内|近|连续)[至到为]?$/.test(before)) return false;
  return !/^(?:缩短|压缩|延长|减|降|提速|以上|左右)/.test(text.slice(end, end + 2));
}
