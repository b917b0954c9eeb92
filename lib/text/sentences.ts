import type { Span } from '../model/span.ts';
import { charSet } from './char-set.ts';

const STOPS = charSet('。!?');
const CLOSERS = charSet('”’)》」』"');
const BLANKS = charSet(' \t\n\r\u200b\ufeff');

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** The span without the white space around it; `null` when nothing else is left. */
export function trimmed(text: string, start: number, end: number): Span | null {
  let from = start;
  let to = end;
  while (from < to && BLANKS[text.charCodeAt(from)] === 1) from++;
  while (to > from && BLANKS[text.charCodeAt(to - 1)] === 1) to--;
  return from < to ? { start: from, end: to } : null;
}

/**
 * Sentences of `text[start, end)`, folded text: each ends after 。！？ (with quotes and brackets that close there) or at the
 * end of the block; ； never splits. `breaks` are further places where one begins (sorted), e.g. before 一是 after a colon.
 * A ? between two digits is a lost dot (5?15), no end.
 */
export function splitSentences(
  text: string,
  start: number,
  end: number,
  breaks: readonly number[] = [],
): Span[] {
  const spans: Span[] = [];
  let from = start;
  let next = 0;
  const close = (to: number): void => {
    const span = trimmed(text, from, to);
    if (span !== null) spans.push(span);
    from = to;
  };
  let upcoming = breaks[0] ?? -1;
  for (let at = start; at < end; at++) {
    if (at === upcoming) {
      close(at);
      upcoming = breaks[++next] ?? -1;
    }
    if (STOPS[text.charCodeAt(at)] !== 1) continue;
    if (text[at] !== '。' && isDigit(text, at - 1) && isDigit(text, at + 1)) continue;
    let to = at + 1;
    while (to < end && (CLOSERS[text.charCodeAt(to)] === 1 || STOPS[text.charCodeAt(to)] === 1)) to++;
    while (next < breaks.length && (breaks[next] ?? end) <= to) next++;
    upcoming = breaks[next] ?? -1;
    close(to);
    at = to - 1;
  }
  close(end);
  return spans;
}
