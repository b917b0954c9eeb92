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

// white space beside a passage is another where the page was typed or set otherwise
const inkBefore = (text: string, at: number): string =>
  text
    .slice(Math.max(0, at - NEAR), at)
    .trimEnd()
    .slice(-1);
const inkFrom = (text: string, at: number): string =>
  text
    .slice(at, at + NEAR)
    .trimStart()
    .charAt(0);
const NEAR = 32;

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
  if (inkBefore(text, start) !== inkBefore(prefix, prefix.length) && NUMERAL.test(text.charAt(start))) {
    while (from > 0 && goesOn(text, from, from - 1)) from--;
  }
  if (inkFrom(text, end) !== inkFrom(suffix, 0) && NUMERAL.test(text.charAt(end - 1))) {
    while (to < text.length && goesOn(text, to - 1, to)) to++;
  }
  return { start: from, end: to };
}
