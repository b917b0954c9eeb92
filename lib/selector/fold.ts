import type { Span } from '../model/span.ts';

/**
 * A text folded for comparing: white space and invisible characters gone, full-width forms as half-width ones, and
 * quotation marks plain. Never touches a digit's value, a unit or a word.
 */
export interface Folded {
  text: string;
  /** For each folded character its offset in the original, and one entry more: the original's length. */
  offsets: Int32Array;
  /** Length of the original. */
  length: number;
}

const DROPPED = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/;
/** Outside the full-width block: what copies and conversions exchange for its plain twin. */
const TWINS = new Map(
  Object.entries({ '“': '"', '”': '"', '‘': "'", '’': "'", '｡': '。', '､': '、', '·': '•', '・': '•' }),
);

/** Folds one UTF-16 unit; '' when it is dropped. */
function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code < 0x80) return code > 0x20 ? unit : '';
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (DROPPED.test(unit)) return '';
  return TWINS.get(unit) ?? unit;
}

let last: { source: string; folded: Folded } | null = null;
let older: { source: string; folded: Folded } | null = null;

/** Folds a text; linear. The last two long texts are kept, so that many notes on one report fold it once. */
export function foldText(source: string): Folded {
  if (last?.source === source) return last.folded;
  if (older?.source === source) return older.folded;
  const offsets = new Int32Array(source.length + 1);
  const parts: string[] = [];
  let size = 0;
  for (let at = 0; at < source.length; at++) {
    const unit = foldUnit(source.charAt(at));
    if (unit === '') continue;
    parts.push(unit);
    offsets[size++] = at;
  }
  offsets[size] = source.length;
  const folded = { text: parts.join(''), offsets: offsets.slice(0, size + 1), length: source.length };
  if (source.length > 1000) {
    older = last;
    last = { source, folded };
  }
  return folded;
}

export const foldedText = (source: string): string => foldText(source).text;

/** Index of the first folded character at or after an offset of the original. */
export function toFolded(folded: Folded, offset: number): number {
  let low = 0;
  let high = folded.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((folded.offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A folded span in the original: from its first to just after its last character, without white space around. */
export function toOriginal(folded: Folded, span: Span): Span {
  const start = folded.offsets[span.start] ?? folded.length;
  if (span.end <= span.start) return { start, end: start };
  return { start, end: (folded.offsets[span.end - 1] ?? folded.length - 1) + 1 };
}
