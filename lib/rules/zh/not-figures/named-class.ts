import type { FigureRule, NotAFigure } from '../../../analysis/ruleset.ts';

const AFTER =
  /^(?: ?(?:级|类以上|类(?:主体|危险|场所|地区|案件)|强(?=[,;。企镇县市])|岁|周岁|周年|世纪|年期|日游|公里(?:生活圈|服务圈)|分钟(?:生活|便民|服务|就医|阅读|健身|文化|法律|养老|就业|医疗|出警|执法|快反|处置圈|.{0,6}圈)|点钟|位一体|维一体|网(?:融合|合一)|度电?(?=以))|元(?:购|店)|小时(?:平均|均值|滑动|降雨|降水|经济|交通圈|生活圈|.{0,4}圈))/;

/** 0-14岁, 60至69周岁: a class of ages. */
const AGES = /^ ?[-—–~至] ?\d{1,3}周?岁/;

/** 人均预期寿命达到78.5岁 is measured, 60岁以上 a class. */
const MEASURED = /(?:寿命|年龄)[^,;。]{0,6}$|(?:提高|增加|达到|提高到)$/;

/** Sizes and classes in names: 5级, 二级以上, 60岁以上, 15分钟生活圈, 100周年, 21世纪. */
export const namedClass: FigureRule = {
  id: 'named-class',
  certainty: 0.9,
  scripts: ['arabic', 'chinese', 'digits'],
  after: '级类强岁周世年日公分点位维网度元小-—–~至 ',
  read({ text, from, to, number }): NotAFigure | null {
    if (
      text[number.end] === '岁' &&
      MEASURED.test(text.slice(Math.max(from, number.start - 8), number.start))
    )
      return null;
    const ages = AGES.exec(text.slice(number.end, Math.min(to, number.end + 8)));
    if (ages !== null) return { start: number.start, end: number.end + ages[0].length, not: 'class of ages' };
    const match = AFTER.exec(text.slice(number.end, Math.min(to, number.end + 10)));
    if (match === null) return null;
    return { start: number.start, end: number.end, not: 'size or class in a name' };
  },
};
