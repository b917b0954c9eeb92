import {
  HEDGE_IS_WORD,
  HEDGES_AFTER,
  HEDGES_BEFORE,
  MAGNITUDE_HEDGES,
  MAGNITUDE_IS_WORD,
} from '../../../lexicon/zh/hedges.ts';
import { UNIT_GOES_ON, UNIT_STANDS, UNITS } from '../../../lexicon/zh/units.ts';
import type { Approx, QuantityKind } from '../../../model/mention.ts';
import { charPairs, charSet, isIn, pairOf, stands } from '../../../text/char-set.ts';
import { wordAt, wordFinder } from '../../../text/word-finder.ts';
import type { WrittenNumber } from '../../../text/written-number.ts';

export interface UnitMatch {
  unit: string;
  kind: QuantityKind;
  end: number;
}

const units = wordFinder(UNITS);
const continuing = charPairs(UNIT_GOES_ON);
const exceptions = wordFinder({ exceptions: UNIT_STANDS });

/** The unit at `at` (a space or two before it forgiven); `null`: none, or the beginning of another word. */
export function unitAt(text: string, at: number, limit: number): UnitMatch | null {
  let from = at;
  while (stands(text, from, ' ') && from < at + 2) from++;
  const found = wordAt(units, text, from, limit);
  if (found === null) return null;
  for (let { length } = found; length > 0; length--) {
    const match = length === found.length ? found : exactUnit(text, from, length);
    if (match === null) continue;
    const whole = from + length;
    if (goesOn(text, whole, limit)) continue;
    const end = withBracket(text, whole, limit);
    const rate = rateAt(text, end, limit);
    if (rate > end && match.list === COUNT) return { unit: text.slice(from, rate), kind: 'ratio', end: rate };
    return { unit: text.slice(from, end), kind: units.lists[match.list] as QuantityKind, end };
  }
  return null;
}

const COUNT = units.lists.indexOf('count');
const RATE = /\/(?:十|百|千|万|十万)(?:人|户|辆|平方公里)/y;

/** 部/百人, 件/万人: the base of a rate behind the unit. */
function rateAt(text: string, end: number, limit: number): number {
  if (!stands(text, end, '/')) return end;
  RATE.lastIndex = end;
  return RATE.test(text) && RATE.lastIndex <= limit ? RATE.lastIndex : end;
}

/** 件(次), 台(辆), 个(处): the second unit stands in brackets. */
function withBracket(text: string, end: number, limit: number): number {
  if (!stands(text, end, '(')) return end;
  const second = wordAt(units, text, end + 1, limit);
  return second !== null && text[end + 1 + second.length] === ')' ? end + second.length + 2 : end;
}

function exactUnit(text: string, from: number, length: number): { length: number; list: number } | null {
  const shorter = wordAt(units, text, from, from + length);
  return shorter !== null && shorter.length === length ? shorter : null;
}

function goesOn(text: string, end: number, limit: number): boolean {
  if (end >= limit || !continuing.has(pairOf(text.charCodeAt(end - 1), text.charCodeAt(end)))) return false;
  return wordAt(exceptions, text, end - 1, limit) === null;
}

const hedgesBefore = new Map(Object.entries(HEDGES_BEFORE));
const hedgesAfter = new Map(Object.entries(HEDGES_AFTER));
const BEFORE_ENDS = charSet(
  Object.keys(HEDGES_BEFORE)
    .map((word) => word.at(-1))
    .join(''),
);
const AFTER_STARTS = charSet(
  Object.keys(HEDGES_AFTER)
    .map((word) => word[0])
    .join(''),
);

/** The longest hedge that ends at `at`. */
export function hedgeBefore(
  text: string,
  from: number,
  at: number,
): { start: number; approx: Approx } | null {
  let end = at;
  while (end > from && stands(text, end - 1, ' ')) end--;
  if (end <= from || !isIn(BEFORE_ENDS, text.charCodeAt(end - 1))) return null;
  for (let length = 3; length > 0; length--) {
    const start = end - length;
    if (start < from) continue;
    const word = text.slice(start, end);
    const approx = hedgesBefore.get(word);
    if (approx === undefined) continue;
    if (HEDGE_IS_WORD[word]?.includes(text[start - 1] ?? ' ') === true) continue;
    return { start, approx };
  }
  return null;
}

/** 上百, 数十, 几千: the character before a number that begins with 十, 百, 千 or 万. */
export function magnitudeBefore(text: string, from: number, number: WrittenNumber): number | null {
  const at = number.start - 1;
  if (at < from || number.script !== 'chinese') return null;
  const c = text.charAt(at);
  if (!MAGNITUDE_HEDGES.includes(c)) return null;
  if (!'十百千万亿'.includes(text[number.start] ?? ' ')) return null;
  return MAGNITUDE_IS_WORD[c]?.includes(text[at - 1] ?? ' ') === true ? null : at;
}

/** The hedge that begins at `at`: 以上, 以内, 左右. */
export function hedgeAfter(text: string, at: number, limit: number): { end: number; approx: Approx } | null {
  if (at >= limit || !isIn(AFTER_STARTS, text.charCodeAt(at))) return null;
  for (let length = 3; length > 0; length--) {
    if (at + length > limit) continue;
    const word = text.slice(at, at + length);
    const approx = hedgesAfter.get(word);
    if (approx === undefined) continue;
    // 3年多 counts more than it says, 20件多发 does not
    if (length === 1 && !isEnd(text, at + 1, limit)) return null;
    return { end: at + length, approx };
  }
  return null;
}

const ENDS = charSet(',.;:。!?、)”’ 的');

/** Whether a clause or phrase ends at `at`. */
export function isEnd(text: string, at: number, limit: number): boolean {
  return at >= limit || isIn(ENDS, text.charCodeAt(at));
}

export interface Shape {
  start: number;
  end: number;
  approx: Approx;
  unit: UnitMatch | null;
}

/** A number with its hedges and its unit: 超过4057宗, 1410万余次, 90%以上, 数十起. */
export function shapeOf(text: string, from: number, limit: number, number: WrittenNumber): Shape {
  // several rules ask for the shape of the same number, one after the other
  if (number !== asked || from !== askedFrom) {
    answer = readShape(text, from, limit, number);
    asked = number;
    askedFrom = from;
  }
  return answer as Shape;
}

let asked: WrittenNumber | null = null;
let askedFrom = -1;
let answer: Shape | null = null;

function readShape(text: string, from: number, limit: number, number: WrittenNumber): Shape {
  const unit = unitAt(text, number.end, limit);
  let approx: Approx = number.more ? 'more_than' : 'exact';
  let start = number.start;
  let end = unit?.end ?? number.end;
  const magnitude = magnitudeBefore(text, from, number);
  if (magnitude !== null) {
    approx = stands(text, magnitude, '过') ? 'more_than' : 'at_least';
    start = magnitude;
  }
  const before = hedgeBefore(text, from, start);
  if (before !== null) {
    approx = before.approx;
    start = before.start;
  }
  const after =
    unit === null && !number.scaled && number.script !== 'arabic' ? null : hedgeAfter(text, end, limit);
  if (after !== null) {
    if (before === null) approx = after.approx;
    end = after.end;
  }
  return { start, end, approx, unit };
}

/** 一 alone: a word (一起, 统一, 一方面) far more often than a number. */
export function isLoneOne(number: WrittenNumber): boolean {
  return number.script === 'chinese' && number.value === 1 && number.end === number.start + 1;
}
