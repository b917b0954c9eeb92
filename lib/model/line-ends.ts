import type { Span } from './span.ts';
import type { Block } from './text.ts';

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

/**
 * The line ends within a stretch of text, each with the white space around it and a page's number (- 3 -) between. `next`:
 * the finder of the text's line ends, the same one for all its stretches.
 */
export function lineEndsIn(text: string, { start, end }: Span, next: (from: number) => number): Span[] {
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

/** The line ends in a block of a text, its breaks and others, in order and disjoint; for `next` see `lineEndsIn`. */
export function gapsIn(
  text: string,
  { start, end, breaks = [] }: Block,
  next: (from: number) => number,
): Span[] {
  const gaps: Span[] = [];
  let from = start;
  for (const gap of [...breaks, { start: end, end }]) {
    if (gap.start < from || gap.end > end) continue;
    for (const end of lineEndsIn(text, { start: from, end: gap.start }, next)) gaps.push(end);
    if (gap.end > gap.start) gaps.push({ start: gap.start, end: gap.end });
    from = gap.end;
  }
  return gaps;
}

const hasLineEnd = (words: string): boolean => words.includes('\n') || words.includes('\r');

/** Words within a paragraph as they are shown: on one line, as if they had not been typed over several. */
export function oneLine(words: string): string {
  if (!hasLineEnd(words)) return words;
  return without(words, lineEndsIn(words, { start: 0, end: words.length }, lineFinder(words)));
}

/** Of a number, which goes on over no line end that is not sure to be one in mid-sentence. */
const NUMERIC = /[\d.．,%％‰\-－−]/;
/** A line this wide, in half-width characters, may be one of a paragraph; shorter ones are cells, titles or names. */
const WIDE = 16;

const ENDED = /[。！？；：!?;:][”’」』）)》]?$/;
const BEGINS = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．](?!\d)|第[一二三四五六七八九十])/;
/** Spaces that a page shows; others may be those of its source. */
const INDENT = /[\u2002\u2003\u3000]|\u00a0{2}/;

/**
 * The words of a passage as they are shown: without line ends in mid-sentence. Others stay, for it may go over several
 * paragraphs, of which its words alone tell no more.
 */
export function shownQuote(words: string): string {
  if (!hasLineEnd(words)) return words;
  const all = lineEndsIn(words, { start: 0, end: words.length }, lineFinder(words));
  const gaps = all.filter(({ start, end }, at) => {
    const isParagraph =
      ENDED.test(words.slice(Math.max(0, start - 2), start)) || INDENT.test(words.slice(start, end));
    if (isParagraph || BEGINS.test(words.slice(end, end + 8))) return false;
    if (NUMERIC.test(words.charAt(start - 1)) && NUMERIC.test(words.charAt(end))) return false;
    const before = words.slice(all[at - 1]?.end ?? 0, start);
    const after = words.slice(end, all[at + 1]?.start ?? words.length);
    return Math.max(widthOf(before), widthOf(after)) >= WIDE;
  });
  return without(words, gaps);
}

/** The words of a finding as they are shown: a figure stands within one paragraph, others may go over several. */
export const shownFinding = (quote: string, isFigure: boolean): string =>
  isFigure ? oneLine(quote) : shownQuote(quote);

/** How wide a text is set, in half-width characters. */
export const widthOf = (text: string): number => text.length + (text.match(/[\u0100-\uffff]/g)?.length ?? 0);

function without(words: string, gaps: readonly Span[]): string {
  let shown = '';
  let from = 0;
  for (const gap of gaps) {
    shown += words.slice(from, gap.start);
    if (partsWords(words, gap)) shown += ' ';
    from = gap.end;
  }
  return shown + words.slice(from);
}
