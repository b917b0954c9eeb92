import type { TextQuoteSelector } from '../model/annotation.ts';
import type { Span } from '../model/span.ts';

/** What a number is written with; a point or comma only between others of these. */
const NUMERAL = /[0-9０-９〇零一二三四五六七八九十百千万亿%％]/;
const POINT = /[.．,，]/;

/** Whether a number goes on from the unit at `inner` to the one at `outer`, one step further out. */
function goesOn(text: string, inner: number, outer: number): boolean {
  const beyond = text.charAt(2 * outer - inner);
  return NUMERAL.test(text.charAt(outer)) || (POINT.test(text.charAt(outer)) && /[0-9０-９]/.test(beyond));
}

/**
 * A place widened to the whole of the numbers at its ends, where these go on beyond it and did not when the passage was
 * quoted. Offsets into `text`.
 */
export function wholeNumbers(
  text: string,
  { start, end }: Span,
  { prefix, suffix }: TextQuoteSelector,
): Span {
  let [from, to] = [start, end];
  if (text.charAt(start - 1) !== prefix.at(-1) && NUMERAL.test(text.charAt(start))) {
    while (from > 0 && goesOn(text, from, from - 1)) from--;
  }
  if (text.charAt(end) !== suffix.at(0) && NUMERAL.test(text.charAt(end - 1))) {
    while (to < text.length && goesOn(text, to - 1, to)) to++;
  }
  return { start: from, end: to };
}
