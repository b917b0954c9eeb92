import type { Span } from '../model/span.ts';
import { charSet, isIn } from './char-set.ts';

/** A number as it is written, with what it is worth. */
export interface WrittenNumber extends Span {
  value: number;
  /** `digits`: a bare row of Chinese digits (二〇二四, 一二三六) that no one reads as a sum; `word`: 半, 首. */
  script: 'arabic' | 'chinese' | 'digits' | 'word';
  /** Whether 余, 多 or 几 stands in or right after the number (三千余, 20多万, 十几). */
  more: boolean;
  /** Whether 万 or 亿 (or 千, 百 after an Arabic number) scales it. */
  scaled: boolean;
}

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };
const MORE = '余多几';
const LONGEST = 40;

/** Characters at which a written number may begin. */
export const NUMBER_STARTS = '0123456789零〇一二两三四五六七八九十百千万亿半首';
const CHINESE = charSet('零〇一二两三四五六七八九十百千万亿');

/**
 * Reads the number that begins at `at` in folded text.
 * Arabic: 4,057 · 1.65万 · 1410万余 · 20多万 · 3千; Chinese: 三千余 · 二十三 · 百万 · 一点五万.
 * `null`: no number begins here. Reads at most a few dozen characters (a run of Arabic digits whole), so hostile
 * runs stay linear when the caller goes on at `end`.
 */
export function readNumber(text: string, at: number, limit: number): WrittenNumber | null {
  const code = text.charCodeAt(at);
  if (code >= 48 && code <= 57) return readArabic(text, at, limit);
  if (isIn(CHINESE, code)) return readChinese(text, at, limit);
  const word = text[at];
  if (word === '半')
    return { start: at, end: at + 1, value: 0.5, script: 'word', more: false, scaled: false };
  if (word === '首') return { start: at, end: at + 1, value: 1, script: 'word', more: false, scaled: false };
  return null;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

function digitsFrom(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && isDigit(text, end)) end++;
  return end;
}

/** Digits whose worth needs no rounding. */
const SHORT = 15;
/** What a number may go on with after its first digits. */
const GOES_ON = charSet(',. 万亿千百余多几');

/** The worth of a few digits. */
function worthOf(text: string, at: number, end: number): number {
  let value = 0;
  for (let i = at; i < end; i++) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
}

function readArabic(text: string, at: number, limit: number): WrittenNumber {
  let end = digitsFrom(text, at, limit);
  if (end - at <= SHORT && !isIn(GOES_ON, text.charCodeAt(end)))
    return { start: at, end, value: worthOf(text, at, end), script: 'arabic', more: false, scaled: false };
  let written = text.slice(at, Math.min(end, at + LONGEST));
  // thousands: one to three digits, then groups of exactly three behind a comma or a space
  const mark = text[end] === ',' || text[end] === ' ' ? text[end] : null;
  while (
    mark !== null &&
    end - at <= LONGEST &&
    text[end] === mark &&
    digitsFrom(text, end + 1, limit) === end + 4
  ) {
    if (written.length > 3 && text[end - 4] !== mark) break;
    written += text.slice(end + 1, end + 4);
    end += 4;
  }
  if (text[end] === '.' && isDigit(text, end + 1) && end + 1 < limit) {
    const stop = digitsFrom(text, end + 1, limit);
    if (!(text[stop] === '.' && isDigit(text, stop + 1))) {
      written += text.slice(end, Math.min(stop, end + LONGEST));
      end = stop;
    }
  }
  return scaled(
    text,
    { start: at, end, value: Number(written), script: 'arabic', more: false, scaled: false },
    limit,
  );
}

const SCALE_SIGNS = charSet('万亿千百余多几 ');

/** Takes 余, 万, 亿, 千, 百 and 余 again after an Arabic number, in the order they are written. */
function scaled(text: string, number: WrittenNumber, limit: number): WrittenNumber {
  if (!isIn(SCALE_SIGNS, text.charCodeAt(number.end))) return number;
  let { end, value, more } = number;
  let scale = 1;
  while (end < limit && end - number.end < 6) {
    const c = text[end] ?? '';
    if (c === ' ' && SCALES[text[end + 1] ?? ''] !== undefined) {
      end++;
      continue;
    }
    const factor = SCALES[c] ?? TENS[c];
    if (factor !== undefined && c !== '十' && isScale(text, end)) {
      scale *= factor;
      end++;
    } else if (MORE.includes(c) && !more && isMore(text, end)) {
      more = true;
      end++;
    } else break;
  }
  if (scale > 1) value = tidy(value * scale);
  return { ...number, end, value, more, scaled: scale > 1 };
}

/** 千 and 百 begin units too (千瓦, 千米, 百分点): those are no scales. */
function isScale(text: string, at: number): boolean {
  const next = text[at + 1] ?? '';
  if (text[at] === '千') return !'瓦米伏克卡焦赫帕分'.includes(next) || next === '';
  if (text[at] === '百') return next !== '分' && next !== '帕';
  return true;
}

/** 多 and 几 after a number count more than it says, except in 多元, 多样, 多方 and the like. */
function isMore(text: string, at: number): boolean {
  const next = text[at + 1] ?? '';
  if (text[at] === '多') return !'样方边层功能维媒党发'.includes(next);
  return true;
}

/** Removes the residue of binary fractions: 1.65 × 10000 is 16500. */
function tidy(value: number): number {
  return Number.isFinite(value) && !Number.isSafeInteger(value) ? Number(value.toPrecision(15)) : value;
}

/** By character code: a digit's worth + 1; for tens and scales their power of ten, negative. 0: no numeral. */
const NUMERALS = new Int8Array(65_536);
for (const [c, worth] of Object.entries(DIGITS)) NUMERALS[c.charCodeAt(0)] = worth + 1;
for (const [c, worth] of Object.entries({ ...TENS, ...SCALES }))
  NUMERALS[c.charCodeAt(0)] = -Math.round(Math.log10(worth));
const WAN = -4;
const POWERS = Array.from({ length: 9 }, (_, power) => 10 ** power);

function readChinese(text: string, at: number, limit: number): WrittenNumber | null {
  const stop = Math.min(limit, at + LONGEST);
  let end = at;
  let total = 0;
  let section = 0;
  let digit = -1;
  let row = 0;
  let digits = 0;
  let more = false;
  let scaled = false;
  for (; end < stop; end++) {
    const numeral = NUMERALS[text.charCodeAt(end)] ?? 0;
    if (numeral > 0) {
      // 二〇二四: a second digit in a row, or a 〇, makes a row of digits; 零 only bridges (一百零八)
      if ((digit > 0 && numeral > 1) || text.charCodeAt(end) === 0x3007) row++;
      digits++;
      digit = numeral - 1;
    } else if (numeral > WAN && numeral < 0) {
      // 百分之九十五: the 百 is a denominator, and ends what stands before it
      if (end > at && text.startsWith('分之', end + 1)) break;
      section += (digit < 0 ? 1 : digit) * (POWERS[-numeral] ?? 1);
      digit = -1;
    } else if (numeral < 0) {
      const part = section + Math.max(digit, 0);
      total = (total + (part === 0 && total === 0 ? 1 : part)) * (POWERS[-numeral] ?? 1);
      section = 0;
      digit = -1;
      scaled = true;
    } else if (end > at && !more && isMoreSign(text, end) && followsTens(text, end) && isMore(text, end))
      more = true;
    else break;
  }
  if (end === at) return null;
  if (row > 0) return digitRow(text, at, digits);
  const value = total + section + Math.max(digit, 0);
  const number: WrittenNumber = { start: at, end, value, script: 'chinese', more, scaled };
  return text.startsWith('点', end) ? withDecimals(text, number, stop) : number;
}

/** 九点五, 一点五万. */
function withDecimals(text: string, whole: WrittenNumber, stop: number): WrittenNumber {
  let { value, scaled } = whole;
  let end = whole.end + 1;
  let factor = 0.1;
  for (; end < stop; end++) {
    const numeral = NUMERALS[text.charCodeAt(end)] ?? 0;
    if (numeral <= 0) break;
    value += (numeral - 1) * factor;
    factor /= 10;
  }
  if (end === whole.end + 1) return whole;
  const scale = SCALES[text[end] ?? ''];
  if (scale !== undefined && end < stop) {
    value *= scale;
    end++;
    scaled = true;
  }
  return { ...whole, end, value: tidy(value), scaled };
}

function isMoreSign(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x4f59 || code === 0x591a || code === 0x51e0;
}

/** 余, 多, 几 after 十, 百, 千, 万, 亿 only: 三多 is no number. */
function followsTens(text: string, at: number): boolean {
  return (NUMERALS[text.charCodeAt(at - 1)] ?? 0) < 0;
}

/** A row of Chinese digits without tens: a year (二〇二四) or a code (一二三六). */
function digitRow(text: string, at: number, count: number): WrittenNumber {
  let end = at;
  let written = '';
  while (end < at + count + 8 && written.length < 16 && DIGITS[text[end] ?? ''] !== undefined) {
    written += String(DIGITS[text[end] ?? '']);
    end++;
  }
  // a row that goes on with tens (一三百) is a code as well
  while (end < at + LONGEST && isIn(CHINESE, text.charCodeAt(end))) end++;
  return { start: at, end, value: Number(written), script: 'digits', more: false, scaled: false };
}
