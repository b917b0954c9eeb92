import type { Approx } from '../../model/mention.ts';

/** Words directly before a number, with what they make of it. */
export const HEDGES_BEFORE: Readonly<Record<string, Approx>> = {
  超过: 'more_than',
  超: 'more_than',
  超出: 'more_than',
  突破: 'more_than',
  逾: 'more_than',
  多于: 'more_than',
  高于: 'more_than',
  大于: 'more_than',
  不止: 'more_than',
  近: 'about',
  约: 'about',
  大约: 'about',
  约为: 'about',
  大概: 'about',
  接近: 'about',
  将近: 'about',
  至少: 'at_least',
  不少于: 'at_least',
  不低于: 'at_least',
  不小于: 'at_least',
  最少: 'at_least',
  不超过: 'at_most',
  不多于: 'at_most',
  不高于: 'at_most',
  不大于: 'at_most',
  不到: 'at_most',
  不足: 'at_most',
  最多: 'at_most',
  至多: 'at_most',
  低于: 'at_most',
  少于: 'at_most',
  小于: 'at_most',
};

/** Characters before 近, 约, 超 and the like that make another word of them: 最近, 节约, 高超. */
export const HEDGE_IS_WORD: Readonly<Record<string, string>> = {
  近: '最附临靠邻远新晚亲',
  约: '节签预合违制履集公条条大契简续',
  超: '高反赶',
  逾: '',
  不到: '做办看等达找',
  不足: '',
};

/** Words directly after number and unit. */
export const HEDGES_AFTER: Readonly<Record<string, Approx>> = {
  以上: 'at_least',
  及以上: 'at_least',
  以内: 'at_most',
  以下: 'at_most',
  及以下: 'at_most',
  之内: 'at_most',
  左右: 'about',
  上下: 'about',
  多: 'more_than',
  余: 'more_than',
};

/** Directly before 十, 百, 千, 万: at least so many. 数 and 几 name the order of magnitude, 上 reaches it, 过 passes it. */
export const MAGNITUDE_HEDGES = '上数几过';
/** Words that end in such a character: 人数, 早上. */
export const MAGNITUDE_IS_WORD: Readonly<Record<string, string>> = {
  上: '以之网线路身马晚早会',
  数: '人总件次指户系个起参岁单双多少无倍基级',
  几: '好',
  过: '通经超不路度难渡胜走看读跨',
};
