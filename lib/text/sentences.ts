import type { Span } from '../model/span.ts';
import { charSet, isIn, stands } from './char-set.ts';
import { nextSign, type Signs, STOP } from './signs.ts';

/** Quotes and brackets that close after a sentence, and more of the same marks. */
const AFTER_STOP = charSet('”’)》」』"。!?');
const BLANKS = charSet(' \t\n\r\u200b\ufeff');

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** The span without the white space around it; `null` when nothing else is left. */
export function trimmed(text: string, start: number, end: number): Span | null {
  let from = start;
  let to = end;
  while (from < to && isIn(BLANKS, text.charCodeAt(from))) from++;
  while (to > from && isIn(BLANKS, text.charCodeAt(to - 1))) to--;
  return from < to ? { start: from, end: to } : null;
}

/**
 * Sentences of `text[start, end)`, folded text: each ends after 。！？ (with quotes and brackets that close there) or at the
 * end of the block; ； never splits. `breaks` are further places where one begins (sorted), e.g. before 一是 after a colon.
 * A ? between two digits is a lost dot (5?15), no end.
 */
export function splitSentences(
  text: string,
  signs: Signs,
  start: number,
  end: number,
  breaks: readonly number[] = [],
): Span[] {
  const spans: Span[] = [];
  let from = start;
  let next = 0;
  for (let at = nextSign(signs, STOP, start, end); at < end; ) {
    for (let here = breaks[next] ?? end; here <= at; here = breaks[++next] ?? end) {
      add(spans, text, from, here);
      from = here;
    }
    let to = at + 1;
    if (stands(text, at, '。') || !isDigit(text, at - 1) || !isDigit(text, at + 1)) {
      while (to < end && isIn(AFTER_STOP, text.charCodeAt(to))) to++;
      while (next < breaks.length && (breaks[next] ?? end) <= to) next++;
      add(spans, text, from, to);
      from = to;
    }
    at = nextSign(signs, STOP, to, end);
  }
  for (let here = breaks[next] ?? end; here < end; here = breaks[++next] ?? end) {
    add(spans, text, from, here);
    from = here;
  }
  add(spans, text, from, end);
  return spans;
}

function add(spans: Span[], text: string, start: number, end: number): void {
  const span = trimmed(text, start, end);
  if (span !== null) spans.push(span);
}
