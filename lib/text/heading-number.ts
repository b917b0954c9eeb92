/** The number that opens a heading or an item. */
export interface HeadingNumber {
  /** 一、 is 1, (一) is 2, all else 3. */
  depth: 1 | 2 | 3;
  /** Which series it counts in: 一是 and 1. under one heading are two series. */
  series: 'part' | 'level1' | 'level2' | 'arabic' | 'bracketed' | 'circled' | 'ordinal' | 'item';
  /** As written, without brackets and dots. */
  number: string;
  value: number;
  /** Where the words of the heading begin. */
  end: number;
}

const NUMERALS = '一二三四五六七八九十百';
const CHINESE = `[${NUMERALS}]{1,4}`;
const DIGITS = '0123456789';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
/** The characters a form begins with, its pattern, depth and series. */
type Form = readonly [string, RegExp, HeadingNumber['depth'], HeadingNumber['series']];
const FORMS: readonly Form[] = [
  ['第', new RegExp(`第(${CHINESE})部分[、:,.\\s]{0,3}`, 'y'), 1, 'part'],
  [NUMERALS, new RegExp(`(${CHINESE})[、.][ \\t]{0,4}`, 'y'), 1, 'level1'],
  ['(', new RegExp(`\\( ?(${CHINESE}) ?\\)[、. \\t]{0,4}`, 'y'), 2, 'level2'],
  [NUMERALS, new RegExp(`(${CHINESE})\\)[、. \\t]{0,4}`, 'y'), 2, 'level2'],
  ['(', /\((\d{1,2})\)[、. \t]{0,4}/y, 3, 'bracketed'],
  [DIGITS, /(\d{1,2})(?:[.、](?!\d)|\)(?=[^\d]))[ \t]{0,4}/y, 3, 'arabic'],
  [CIRCLED, new RegExp(`([${CIRCLED}])[、. \\t]{0,4}`, 'y'), 3, 'circled'],
  ['第', new RegExp(`第(${CHINESE})[,、:][ \\t]{0,4}`, 'y'), 3, 'ordinal'],
  [NUMERALS, new RegExp(`(${CHINESE})是(?!否)`, 'y'), 3, 'item'],
];
/** The forms that begin with a character, by its code. */
const BEGUN_BY: ReadonlyMap<number, readonly Form[]> = new Map(
  Array.from(new Set(FORMS.map(([starts]) => starts).join('')), (c) => [
    c.charCodeAt(0),
    FORMS.filter(([starts]) => starts.includes(c)),
  ]),
);
/** 一、二类 or 二、三产业 is a list of numbers, no heading. */
const LISTED = /第?[一二三四五六七八九十](?:、|级|类|等|产业|季度|线|期|审|次|手)/y;
const FIRST_CIRCLED = CIRCLED.charCodeAt(0);

/** Worth of a Chinese numeral up to 百; NaN for none. */
export function chineseOrdinal(numeral: string): number {
  let total = 0;
  let digit = 0;
  for (const c of numeral) {
    if (c === '百' || c === '十') {
      total += (digit === 0 ? 1 : digit) * (c === '百' ? 100 : 10);
      digit = 0;
    } else {
      const value = NUMERALS.indexOf(c) + 1;
      if (value === 0 || digit !== 0) return Number.NaN;
      digit = value;
    }
  }
  return total + digit;
}

const SET_APART = /^(0\d|1\d)[ ·|]{0,2}([\u4e00-\u9fff][\u4e00-\u9fff、和与]{1,20})$/;

/** A heading whose number is set apart in type: the whole line 05固定资产投资, at `at`. */
export function setApartNumber(line: string, at: number): HeadingNumber | null {
  const match = SET_APART.exec(line);
  const number = match?.[1];
  const title = match?.[2];
  if (number === undefined || title === undefined) return null;
  return { depth: 1, series: 'level1', number, value: Number(number), end: at + line.length - title.length };
}

/** Reads the number of a heading or item at `at` in folded text; `null`: none stands there. */
export function headingNumberAt(text: string, at: number): HeadingNumber | null {
  const forms = BEGUN_BY.get(text.charCodeAt(at));
  if (forms === undefined) return null;
  for (const [, pattern, depth, series] of forms) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const number = match?.[1];
    if (match === null || number === undefined) continue;
    const end = at + match[0].length;
    if (series === 'level1' || series === 'ordinal') {
      LISTED.lastIndex = end;
      if (LISTED.test(text)) return null;
    }
    const value = worthOf(number, series);
    return Number.isNaN(value) ? null : { depth, series, number, value, end };
  }
  return null;
}

function worthOf(number: string, series: HeadingNumber['series']): number {
  if (series === 'circled') return number.charCodeAt(0) - FIRST_CIRCLED + 1;
  return series === 'arabic' || series === 'bracketed' ? Number(number) : chineseOrdinal(number);
}
