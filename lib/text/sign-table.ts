import { isNarrow, narrow } from './fold.ts';
import { ITEM, type Signs, STOP } from './signs.ts';
import { openingsOf, type WordFinder } from './word-finder.ts';

/** The signs of single characters, and those of two that follow each other, by `slotOf`. */
export interface SignTable {
  singles: Uint8Array;
  pairs: Uint8Array;
}

const UNITS = 65_536;
const SLOTS = 16_384;
const STOPS = '。!?';
const ITEM_STARTS = '一二三四五六七八九十第①②③④⑤⑥⑦⑧⑨⑩(';
/** The first two characters of 1. and 1、 and 1), and of 10. to 19. */
const ITEM_NUMBERS = Array.from('123456789', (digit) => ['.', '、', ')'].map((mark) => digit + mark))
  .flat()
  .concat(Array.from('0123456789', (digit) => `1${digit}`));

/** A table of `STOP`, `ITEM`, the given characters and the words of the given finders, each with a bit of its own. */
export function signTable(
  characters: readonly (readonly [characters: string, bit: number])[] = [],
  words: readonly (readonly [finder: WordFinder, bit: number])[] = [],
): SignTable {
  const singles = new Uint8Array(UNITS);
  const pairs = new Uint8Array(SLOTS);
  const mark = (table: Uint8Array, slot: number, bit: number): void => {
    table[slot] = (table[slot] ?? 0) | bit;
  };
  for (const [set, bit] of [[STOPS, STOP] as const, [ITEM_STARTS, ITEM] as const, ...characters])
    for (let i = 0; i < set.length; i++) mark(singles, set.charCodeAt(i), bit);
  for (const number of ITEM_NUMBERS) mark(pairs, slotOf(number.charCodeAt(0), number.charCodeAt(1)), ITEM);
  for (const [finder, bit] of words) {
    for (const [first, second] of openingsOf(finder)) {
      if (second === null) mark(singles, first, bit);
      else mark(pairs, slotOf(first, second), bit);
    }
  }
  return { singles, pairs };
}

/** Two pairs may share a slot: a sign says that something may begin, not that it does. */
function slotOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e35) + second) & (SLOTS - 1);
}

const PLAIN = signTable();

const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

/** A text in one width (see `fold`) with its signs. */
export interface SignedText {
  text: string;
  signs: Signs;
}

/** Characters taken at a time: functions that are called often run at their best sooner than one long loop. */
const STRETCH = 1024;

/** Folds a text and reads its signs. Halves of a pair of code units that stand alone become U+FFFD. */
export function signedText(original: string, table: SignTable = PLAIN): SignedText {
  const { length } = original;
  const codes = new Uint16Array(length + 1);
  const signs = new Uint8Array(length);
  let changed = 0;
  for (let at = 0; at < length; at += STRETCH)
    changed |= foldStretch(original, codes, at, Math.min(length, at + STRETCH));
  for (let at = 0; at < length; at += STRETCH)
    signStretch(codes, table, signs, at, Math.min(length, at + STRETCH));
  const text = changed === 0 ? original : decoder.decode(codes.subarray(0, length));
  return { text, signs };
}

/** Writes the folded characters; 0: they are as they were. */
function foldStretch(original: string, codes: Uint16Array, start: number, end: number): number {
  let changed = 0;
  for (let at = start; at < end; at++) {
    const written = original.charCodeAt(at);
    const code = isNarrow(written) ? written : narrow(written);
    changed |= code ^ written;
    codes[at] = code;
  }
  return changed;
}

/** Writes the signs; one code more than the text has is there, and pairs with nothing. */
function signStretch(
  codes: Uint16Array,
  { singles, pairs }: SignTable,
  signs: Signs,
  start: number,
  end: number,
): void {
  let code = codes[start] ?? 0;
  for (let at = start; at < end; at++) {
    const next = codes[at + 1] ?? 0;
    signs[at] = (singles[code] ?? 0) | (pairs[slotOf(code, next)] ?? 0);
    code = next;
  }
}
