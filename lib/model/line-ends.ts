import type { Span } from './span.ts';

const LETTER = /[A-Za-z\u00c0-\u024f]/;
const BLANK = /[\s\u00ad\u200b-\u200d\u2060\ufeff]/;
const SOFT_HYPHEN = '\u00ad';
/** A page's number between the lines, where a page of paper ended in mid-sentence. */
const PAGE_NUMBER =
  /[-\u2010-\u2015\uff0d]{1,2}[^\S\r\n]*\d{1,4}[^\S\r\n]*[-\u2010-\u2015\uff0d]{1,2}(?=\s*[\r\n])/y;

/** The next line feed or carriage return of a text from a place on; `Infinity`: none. Asked in rising order. */
export function lineFinder(text: string): (from: number) => number {
  const next = { '\n': -1, '\r': -1 };
  const after = (sign: '\n' | '\r', from: number): number => {
    if (next[sign] < from) {
      const found = text.indexOf(sign, from);
      next[sign] = found < 0 ? Number.POSITIVE_INFINITY : found;
    }
    return next[sign];
  };
  return (from) => Math.min(after('\n', from), after('\r', from));
}

/** The line ends within a stretch of text, each with the white space around it and a page's number (- 3 -) between. */
export function lineEndsIn(
  text: string,
  { start, end }: Span,
  next: (from: number) => number = lineFinder(text),
): Span[] {
  const found: Span[] = [];
  let floor = start;
  for (let at = next(start); at < end; at = next(floor)) {
    let from = at;
    let to = at + 1;
    while (from > floor && BLANK.test(text.charAt(from - 1))) from--;
    for (let isDone = false; !isDone; ) {
      while (to < end && BLANK.test(text.charAt(to))) to++;
      PAGE_NUMBER.lastIndex = to;
      isDone = !PAGE_NUMBER.test(text) || PAGE_NUMBER.lastIndex >= end;
      if (!isDone) to = PAGE_NUMBER.lastIndex;
    }
    found.push({ start: from, end: to });
    floor = to;
  }
  return found;
}

/**
 * Whether a line end stands for a space: between the letters of two Latin words. Between Chinese characters or digits it
 * stands for nothing, nor where a word was broken at a soft hyphen.
 */
export function partsWords(text: string, { start, end }: Span): boolean {
  return (
    LETTER.test(text.charAt(start - 1)) &&
    LETTER.test(text.charAt(end)) &&
    !text.slice(start, end).includes(SOFT_HYPHEN)
  );
}

/** Words of a text as they are shown: on one line, as if they had not been typed over several. */
export function oneLine(words: string): string {
  let shown = '';
  let from = 0;
  for (const gap of lineEndsIn(words, { start: 0, end: words.length })) {
    shown += words.slice(from, gap.start);
    if (partsWords(words, gap)) shown += ' ';
    from = gap.end;
  }
  return from === 0 ? words : shown + words.slice(from);
}
