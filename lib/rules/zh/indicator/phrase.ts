import { LEADING_IS_WORD, TRAILING_IS_WORD } from '../../../lexicon/zh/frame-exceptions.ts';
import { LEADING, TRAILING } from '../../../lexicon/zh/frame-words.ts';
import { charSet, holds, isIn } from '../../../text/char-set.ts';

/** Words by the code of the character they are looked up by, longest first. */
function indexed(
  words: readonly string[],
  key: (word: string) => number,
): ReadonlyMap<number, readonly string[]> {
  const index = new Map<number, string[]>();
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const list = index.get(key(word)) ?? [];
    list.push(word);
    index.set(key(word), list);
  }
  return index;
}

const leading = indexed(LEADING, (word) => word.charCodeAt(0));
const trailing = indexed(TRAILING, (word) => word.charCodeAt(word.length - 1));
const NONE: readonly string[] = [];
const LONGEST = 32;
const DATE =
  /(?:(?:19|20)\d\d年(?:度)?|\d{1,2}月份?|\d{1,2}日|年(?!龄|限|均|产|级|代))+(?:以来|底|末|初|起|内(?![部控容陆河外设涝需])|,)?/y;

const DATE_STARTS = charSet('0123456789年');

/** Length of the longest framing word that begins at `at`; 0: none. */
function leadingWord(phrase: string, at: number): number {
  for (const word of leading.get(phrase.charCodeAt(at)) ?? NONE) {
    const end = at + word.length;
    if (phrase.startsWith(word, at) && LEADING_IS_WORD[word]?.includes(phrase[end] ?? ' ') !== true)
      return word.length;
  }
  return 0;
}

/** Length of the longest framing word that ends at `end`; 0: none. */
function trailingWord(phrase: string, end: number): number {
  for (const word of trailing.get(phrase.charCodeAt(end - 1)) ?? NONE) {
    const at = end - word.length;
    if (phrase.endsWith(word, end) && TRAILING_IS_WORD[word]?.includes(phrase[at - 1] ?? ' ') !== true)
      return word.length;
  }
  return 0;
}

/** The number of the heading that the words stand in. */
const NUMBER = /^\([一二三四五六七八九十]{1,3}\)/;

/** Strips framing words from the left: 全年先后举办讲座 is 举办讲座. */
export function withoutLead(phrase: string): string {
  const words = phrase.startsWith('(') ? phrase.replace(NUMBER, '') : phrase;
  let at = 0;
  for (;;) {
    const end = isIn(DATE_STARTS, words.charCodeAt(at)) ? dateEnd(words, at) : at;
    const next = end > at ? end : at + leadingWord(words, at);
    if (next === at) return at === 0 ? words : words.slice(at);
    at = next;
  }
}

function dateEnd(words: string, at: number): number {
  DATE.lastIndex = at;
  return DATE.test(words) ? DATE.lastIndex : at;
}

/** Strips framing words from the right: 化解率达到 is 化解率. */
export function withoutTail(phrase: string): string {
  let end = phrase.length;
  for (let length = trailingWord(phrase, end); length > 0; length = trailingWord(phrase, end)) end -= length;
  return closed(end === phrase.length ? phrase : phrase.slice(0, end));
}

/** Gives back the bracket that was taken for a frame: 比重(常住人口城镇化率). */
function closed(phrase: string): string {
  const opening = phrase.lastIndexOf('(');
  return opening >= 0 && opening > phrase.lastIndexOf(')') ? `${phrase})` : phrase;
}

/** 较上年同期, 比前五年, 与2020年相比: what a change is measured from. */
const EARLIER =
  /(?:较|比|与)(?:上|前|去|同|此前|“[^”]{2,6}”|(?:19|20)\d\d年)[^,;。、]{0,8}?(?:年度?|同期|周期|期|届|末|月份?|季度|时期)(?:同期|底|末|初)?(?:相比|比)?/g;
const METHOD =
  /\[\d{1,2}\]|(?:经|据)?初步(?:核算|统计|预计)数?|按(?:照)?(?:可比|不变|现行|当年)(?:价格?|口径)(?:计算|核算)?|(?:按)?(?:照)?(?:同|可比)口径(?:计算|相比|比较)?|(?:扣除|剔除)[^,;。]{1,16}因素(?:的?影响)?后?/g;

/** One of these is in all words of METHOD. */
const OF_METHOD = charSet('步按径素[');
const OF_EARLIER = charSet('较比与');

/** Without the number of a note, and the words that only say how it was measured, and against when: 按可比价格计算, 同口径, 扣除价格因素, 比前五年. */
export function withoutMethod(phrase: string): string {
  const rest = holds(phrase, OF_METHOD) ? phrase.replace(METHOD, '') : phrase;
  return holds(rest, OF_EARLIER) ? rest.replace(EARLIER, '') : rest;
}

/** The phrase with its quotation marks in pairs again: “三公”经费 lost its first mark, 三大“攻坚战 its last. */
export function balanced(phrase: string, source: string): string {
  const opening = phrase.indexOf('“');
  const closing = phrase.indexOf('”');
  if (opening < 0 && closing < 0) return phrase;
  if (closing >= 0 && (opening < 0 || closing < opening))
    return source.includes(`“${phrase}`)
      ? `“${phrase}`
      : phrase.slice(0, closing) + phrase.slice(closing + 1);
  if (phrase.lastIndexOf('“') > phrase.lastIndexOf('”')) return `${phrase}”`;
  return phrase;
}

/** 印发《甲规定》《乙办法》等 keeps the verb and the last title: what is counted is named after them. */
export function withoutTitles(phrase: string): string {
  const first = phrase.indexOf('《');
  const last = phrase.lastIndexOf('《');
  if (first < 0 || first === last) return phrase;
  return phrase.slice(0, first) + phrase.slice(last);
}

const LISTS = /^.*、(?=[^、]+等$)/;

/** Of names that are listed and followed by 等 the last one: 甲局、乙局、丙镇等 is 丙镇等. */
export function lastOfList(phrase: string): string {
  return phrase.endsWith('等') ? phrase.replace(LISTS, '') : phrase;
}

/** The end of a long phrase, from a place where words may begin. */
export function lastPart(phrase: string): string {
  if (phrase.length <= LONGEST) return phrase;
  const tail = phrase.slice(-LONGEST);
  const cut = Math.max(tail.indexOf('、'), tail.indexOf('的'), tail.indexOf(' '));
  return cut >= 0 && cut < LONGEST / 2 ? tail.slice(cut + 1) : tail;
}
