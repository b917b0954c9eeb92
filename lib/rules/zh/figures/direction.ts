import { FALLS, RISES } from '../../../lexicon/zh/change.ts';
import { charSet, holds, isIn } from '../../../text/char-set.ts';

export type Direction = 'up' | 'down';

const FAR = 40;
/** How far before the number the verb may end: two words of TAIL. */
const REACH = 7;
/** What may stand between verb and number. */
const TAIL =
  /^(?:了|达到|达|到|至|为|约|近|超过|超|均|分别|幅度达|幅度为|近|逾|目前的|现在的|原来的|[ ]){0,2}$/;
const VERBS = new Map<string, Direction>([
  ...RISES.map((verb) => [verb, 'up'] as const),
  ...FALLS.map((verb) => [verb, 'down'] as const),
]);
const SHARED = new RegExp(
  `(${RISES.filter((w) => w.length > 1).join('|')})|(${FALLS.filter((w) => w.length > 1).join('|')})`,
  'g',
);
/** The last characters of the verbs of rising and falling, which have one or two. */
const MOVES = charSet([...RISES, ...FALLS].map((word) => word.charAt(word.length - 1)).join(''));
/** What stands between the figures of a list. */
const LINKS = charSet('、和与及别为达');
const ONLY_FIGURES =
  /^(?:了|达|为|到|至|分别){0,2}[\d.%、和与及个百分点万亿元余多件起次人倍户家项名宗场吨亩左右以上内 ]*$/;
const OPENS =
  /^(?:同比|环比|分别|全年|累计|共|再|又|成功|率先|大幅|平均|整体|总体)*(?:(新增|增加|净增|新设|提高|提升|延长|增设|增配)|(减少|缩短|压缩|压减|降低|缩减|精简|削减|减))/;

/** 2023年全县压减支出, (3)新增债券: number, time and place before the verb. */
const DATED =
  /^(?:\(?[\d一二三四五六七八九十]{1,2}[)、.]|[一二三四五六七八九十]是)?(?:(?:19|20)\d\d年度?)?(?:\d{1,2}[-—至]?\d{0,2}月)?(?:(?:全|我)[省市县区州镇局系])?/;

/** Characters without which no clause opens with such a verb, and how far in it may stand. */
const OPENERS = charSet('增设高升长少短减低缩简');
const OPENS_WITHIN = 16;

/** Figures before it in the same list: 新增药品231个、耗材…. */
const LISTED = /^[^\d、]{2,30}(?:[\d.,万亿余多]{1,12}[^\d、]{1,4}、[^\d、]{1,16})+$/;

/** Whether what stands before `at` says that the quantity itself moved: 同比下降21.9%, 新增电力装机1002万千瓦. */
export function directionBefore(text: string, from: number, at: number): Direction | null {
  const said = verbBefore(text, from, at);
  if (said !== null) return said;
  if (!isIn(LINKS, text.charCodeAt(at - 1))) return null;
  return sharedDirection(text.slice(Math.max(from, at - FAR), at));
}

/** The verb whose end is near `at`; one of falling counts before one of rising. */
function verbBefore(text: string, from: number, at: number): Direction | null {
  let said: Direction | null = null;
  for (let last = at - 1; last >= from && last >= at - REACH; last--) {
    if (!isIn(MOVES, text.charCodeAt(last))) continue;
    const verb = VERBS.get(text.slice(Math.max(from, last - 1), last + 1)) ?? VERBS.get(text.charAt(last));
    if (verb === undefined || verb === said || !TAIL.test(text.slice(last + 1, at))) continue;
    if (verb === 'down') return verb;
    said = verb;
  }
  return said;
}

/** 分别下降25.7%、6%: the verb before the first number holds for the others. */
function sharedDirection(before: string): Direction | null {
  let end = -1;
  let up = false;
  SHARED.lastIndex = 0;
  for (let match = SHARED.exec(before); match !== null; match = SHARED.exec(before)) {
    end = SHARED.lastIndex;
    up = match[1] !== undefined;
  }
  if (end < 0 || !ONLY_FIGURES.test(before.slice(end))) return null;
  return up ? 'up' : 'down';
}

/** 新增普惠性托位1万个, 缩短办理周期90%以上: a verb that opens the clause, with no number between. */
export function directionOfClause(text: string, start: number, end: number): Direction | null {
  if (!holds(text, OPENERS, start, Math.min(end, start + OPENS_WITHIN))) return null;
  const clause = text.slice(start, end).replace(DATED, '');
  if (/\d/.test(clause) && !LISTED.test(clause)) return null;
  const match = OPENS.exec(clause);
  if (match === null) return null;
  return match[1] === undefined ? 'down' : 'up';
}
