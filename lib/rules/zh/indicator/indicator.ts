import type { FigureDraft, IndicatedFigure } from '../../../analysis/ruleset.ts';
import { GOES_ON_IS_WORD } from '../../../lexicon/zh/frame-exceptions.ts';
import { GOES_ON } from '../../../lexicon/zh/frame-words.ts';
import type { Span } from '../../../model/span.ts';
import { charSet, holds, isIn } from '../../../text/char-set.ts';
import { clauseEnd, clauseStart } from '../figures/clause.ts';
import {
  balanced,
  lastOfList,
  lastPart,
  withoutLead,
  withoutMethod,
  withoutTail,
  withoutTitles,
} from './phrase.ts';
import { respectively } from './respectively.ts';

const RIGHT_MAX = 24;
/** Dots after the figure and what stands in brackets. */
const ASIDE = /^[.…]+|\([^)]{1,8}\)/g;
const ASIDE_STARTS = charSet('.…(');
const GOES_ON_STARTS = charSet(GOES_ON.map((word) => word.charAt(0)).join(''));
const COORDINATES = charSet('、和与及');
/** Counts some of those before: 大型水库中3座仍在论证. */
const OF_THESE = charSet('中仅');
/** What is said of the figure: 73.85万元应予扣减. */
const PREDICATE_STARTS = charSet('未尚仍应滞闲用');
const PREDICATE = /^(?:未(?!成年|来)|尚|仍|应予|滞留|闲置|用于)/;
/** With one of these the words may go on to the next figure. */
const GOES_TO_NEXT = charSet('0123456789、零是超低高不达');
const NEXT_FIGURE =
  /[\d、]|“零|(?<=[^一])是|(?:超过|低于|高于|不足|不到|达到)(?=[一二两三四五六七八九十百千万])/;
/** A share that does not say of what. */
const SHARE_STARTS = charSet('占比所增减降涨');
const BARE_SHARE = /^(?:占比|比重|占比重|所占比重|所占比例|[增减降涨]幅|增速)$/;
/** Opens a clause whose figure measures the one before against something: 为预算的101%, 快于序时进度3个百分点. */
const AGAINST =
  /^(?:为|占|相当于|完成|(?:快|慢|高|低|优)于|(?:比|较)[^,;。]{2,16}(?:高|低|快|慢)(?:出|于)?\d)/;
/** The figure of the time before, that this one is measured against: 较“十三五”末的. */
const COMPARED =
  /^(?:较|比(?!重|例|率|值))[^,;。]{1,16}的$|^(?:同比|环比|(?:较|比)(?:上年|去年)?(?:同期)?)?[高低快慢]$|^(?:比|较)[^,;。]{2,16}(?:高|低|多|少|快|慢)(?:出|于)?$|^(?:快|慢|高|低|优)于[^,;。]{0,12}$|^(?:提高|提升|增加|下降|降低|减少)[到至](?:\d{4}年的?)?$/;
const COMPARED_STARTS = charSet('较比同环高低快慢优提增下降减');
/** A limit that makes a class of what it stands before: 过亿元, 50头以上. */
const THRESHOLD = /^[过超].*[元亩人户吨]$|以上$/;
const NOUN = /^[\u4e00-\u9fff]{2,10}$/;
/** The year of the lower end: 分别从2020年的. */
const SINCE = /(?:分别)?[从由]\d{4}年的?$/;
const SINCE_ENDS = charSet('年的');
/** Ranked among many: 居全区14个街道第2位. */
const RANKED = /(?:位居|位列|名列|排名|排在|居|列|排)[^,;。\d]{0,8}$/;
/** What is counted by 个 and may be the subject of a rate right after: 3个项目预算执行率. */
const COUNTED =
  /^(?:项目|部门|单位|乡镇|街道|社区|村居?|县区|县市区?|地区|企业|窗口|平台|系统)(?=.{2,12}(?:率|占比|比重|比例|金额|满意度)$)/;

/**
 * What a figure counts, from its own clause: the words before it without their framing (侦办非法集资案件216起), the words
 * after it (76个执法办案管理中心), or both (选聘36名在编民警). When its clause has none (10期960人, 同比增长5.2%), what the figure
 * before it counts, or the clause before.
 */
export function indicator(
  text: string,
  block: Span,
  figure: FigureDraft,
  before: readonly IndicatedFigure[],
): string {
  const from = clauseStart(text, block.start, figure.start);
  const paired = respectively(text, block, from, figure, before);
  if (paired !== null) return paired;
  const previous = before.at(-1);
  const sameClause = previous !== undefined && previous.end > from;
  const leftStart = sameClause ? previous.end : from;
  const words = wordsBefore(text, from, leftStart, figure, before);
  let between = isIn(SINCE_ENDS, words.charCodeAt(words.length - 1)) ? words.replace(SINCE, '') : words;
  if (sameClause && opensPredicate(between)) between = between.slice(between.lastIndexOf('、') + 1);
  if (isIn(COMPARED_STARTS, between.charCodeAt(0)) && COMPARED.test(between))
    return sameClause ? previous.indicator : fromBefore(text, block, from, before);
  // 3个集体、5名个人: what stands between belongs to the figure before
  const taken =
    sameClause &&
    isIn(COORDINATES, between.charCodeAt(between.length - 1)) &&
    !isIn(COORDINATES, between.charCodeAt(0));
  const right = rightOf(text, block, figure, isIn(OF_THESE, between.charCodeAt(between.length - 1)));
  if (right.endsWith('第') && RANKED.test(between)) return right.slice(0, -1);
  const fromLast = text.startsWith('倒数', figure.start);
  const ranked = figure.kind === 'rank' && !sameClause && !fromLast ? RANKED.exec(between) : null;
  if (ranked !== null) {
    const subject = lastPart(withoutTail(withoutLead(between.slice(0, ranked.index))));
    if (subject === '') return fromBefore(text, block, from, before);
    return BARE_SHARE.test(subject) ? fromBefore(text, block, from, before) + subject : subject;
  }
  if (figure.kind === 'rank' && sameClause) {
    const place = RANKED.exec(between)?.index;
    if (place !== undefined && withoutTail(between.slice(0, place)) === '') return previous.indicator;
    // 26项工作排名全国前十: those that are counted are ranked
    if (place !== undefined) return text.slice(previous.start, leftStart + place);
    const among = RANKED.exec(text.slice(from, previous.start));
    if (among !== null) {
      const subject = lastPart(withoutTail(withoutLead(text.slice(from, from + among.index))));
      return subject !== '' ? subject : fromBefore(text, block, from, before.slice(0, -1));
    }
  }
  const phrase = taken ? '' : withoutTitles(withoutTail(withoutLead(withoutMethod(between))));
  const left =
    sameClause && figure.kind === 'count' && right !== '' && phrase === previous.indicator
      ? ''
      : lastPart(right === '' ? balanced(phrase, between) : lastOfList(balanced(phrase, between)));
  const own = join(left, right, figure, fromLast);
  if (!sameClause && isIn(SHARE_STARTS, own.charCodeAt(0)) && BARE_SHARE.test(own)) {
    const subject = fromBefore(text, block, from, before);
    return subject.endsWith(own) ? subject : subject + own;
  }
  if (own !== '') return own;
  if (sameClause) return previous.indicator;
  return fromBefore(text, block, from, before);
}

/** The words between the figure and the one before it, or those before that one too where it only names a class: 签约过亿元项目101个. */
function wordsBefore(
  text: string,
  from: number,
  leftStart: number,
  figure: FigureDraft,
  before: readonly IndicatedFigure[],
): string {
  const words = text.slice(leftStart, figure.start);
  const previous = before.at(-1);
  if (previous === undefined || previous.approx === 'exact' || leftStart !== previous.end) return words;
  if (!NOUN.test(words) || !THRESHOLD.test(text.slice(previous.start, previous.end))) return words;
  return text.slice(Math.max(from, before.at(-2)?.end ?? 0), figure.start);
}

function join(left: string, right: string, figure: FigureDraft, fromLast: boolean): string {
  if (figure.zero === true && figure.unit === null) return left + right;
  if (figure.kind === 'rank' && fromLast) return `${left}倒数`;
  return left.length <= 1 && right !== '' ? right : left + right;
}

function opensPredicate(words: string): boolean {
  return isIn(PREDICATE_STARTS, words.charCodeAt(0)) && PREDICATE.test(words);
}

/** The words after the figure that name what is counted, up to the next figure or list mark. */
function rightOf(text: string, block: Span, figure: FigureDraft, ofThese: boolean): string {
  const end = Math.min(clauseEnd(text, block.end, figure.end), figure.end + RIGHT_MAX);
  let words = text.slice(figure.end, end);
  if (holds(words, ASIDE_STARTS)) words = words.replace(ASIDE, '');
  const next = holds(words, GOES_TO_NEXT) ? nextIn(words, figure.unit) : null;
  if (next !== null) words = words.slice(0, next.index);
  if (!ofThese && figure.kind !== 'duration' && opensPredicate(words)) return '';
  if (isIn(GOES_ON_STARTS, words.charCodeAt(0)) && goesOn(words)) {
    if (!words.startsWith('的')) return '';
    words = words.slice(1);
  }
  const counted = figure.unit === '个' ? COUNTED.exec(withoutTail(words.trim())) : null;
  if (counted !== null) return counted[0];
  words = words.trim();
  // 较上年900万元增长, 5个单位共计: what leads up to the next figure
  if (next !== null && !words.endsWith('第')) words = withoutTail(words);
  return words.length > 2 && words.endsWith('的') ? words.slice(0, -1) : words;
}

/** Where the words go on to the next figure; what is done so many times may be done in several ways: 11次听取、研究. */
function nextIn(words: string, unit: string | null): RegExpExecArray | null {
  const next = NEXT_FIGURE.exec(masked(words));
  return next !== null && unit === '次' && next[0] === '、' && !/\d/.test(words) ? null : next;
}

const QUOTED = /“(?!零)[^”]*”/g;

/** The words with names in quotation marks made unreadable: 9个“1+N”联络站 goes on to no figure. */
function masked(words: string): string {
  return words.includes('“') ? words.replace(QUOTED, (name) => '○'.repeat(name.length)) : words;
}

function goesOn(words: string): boolean {
  return GOES_ON.some(
    (word) => words.startsWith(word) && GOES_ON_IS_WORD[word]?.includes(words[word.length] ?? ' ') !== true,
  );
}

/** The figure that a run of clauses speaks of, the last of which begins at `start`: those that only measure it are passed over. */
function measured(
  text: string,
  block: Span,
  start: number,
  before: readonly IndicatedFigure[],
): IndicatedFigure {
  let index = before.length - 1;
  const last = before[index] as IndicatedFigure;
  let clause = start;
  let figure = last;
  while (isShare(figure) && AGAINST.test(text.slice(clause, clause + 24))) {
    while ((before[index]?.start ?? -1) >= clause) index--;
    const earlier = before[index];
    clause = clauseStart(text, block.start, clause - 1);
    if (earlier === undefined || earlier.end <= clause) return last;
    figure = earlier;
  }
  return figure;
}

function isShare({ kind }: IndicatedFigure): boolean {
  return kind === 'percent' || kind === 'percentage_point';
}

/** The figure before, when the clause before holds one; else the subject of that clause. */
function fromBefore(
  text: string,
  block: Span,
  from: number,
  before: readonly IndicatedFigure[],
  steps = 2,
): string {
  if (from <= block.start || text[from - 1] === '。') return '';
  const start = clauseStart(text, block.start, from - 1);
  const previous = before.at(-1);
  if (previous !== undefined && previous.end > start) {
    return measured(text, block, start, before).indicator;
  }
  const clause = text.slice(start, from - 1);
  const named = withoutMethod(clause);
  const phrase = withoutTail(withoutLead(named));
  // the clause only said how it was measured
  if (phrase === '' && named.length < clause.length && steps > 0)
    return fromBefore(text, block, start, before, steps - 1);
  return lastPart(balanced(phrase, clause));
}
