import search from 'approx-string-match';
import type { TextQuoteSelector } from '../model/annotation.ts';
import type { Span } from '../model/span.ts';
import { foldedText } from './fold.ts';
import { similarity } from './similarity.ts';

/** A place that the quote may have come from, in folded offsets. */
export interface Candidate {
  span: Span;
  /** The very words, white space and width folded. */
  isExact: boolean;
  /** Likeness of what stands before and after, 0..1, whichever is less of near by and beyond the quote's sentence. */
  before: number;
  after: number;
}

/** Likeness from which the context of one side counts as its own. */
export const CONTEXT = 0.8;
/** Context compared on each side, in characters: what is nearest says most. */
const REACH = 32;
const MOST_PLACES = 500;
/** Likeness of a side that agrees near by, but not (or not known to) beyond the sentence. */
export const UNPROVEN = 0.5;
/** Characters that may stand between a passage and the edge of the text. */
const EDGE = 4;
/** How far an edit within the sentence may move what lies beyond it. */
const SLACK = 8;
/** Characters compared beyond the quote's own sentence: a sentence may be repeated, its neighbours seldom are. */
export const BEYOND = 16;

interface Pattern {
  exact: string;
  prefix: string;
  suffix: string;
}

/** Length of the part of a context that belongs to the quote's own sentence. */
export function ownBefore(prefix: string): number {
  for (let at = prefix.length; at > 0; at--) if (END.test(prefix.charAt(at - 1))) return prefix.length - at;
  return prefix.length;
}

export function ownAfter(exact: string, suffix: string): number {
  if (END.test(exact.charAt(exact.length - 1))) return 0;
  const end = suffix.search(END);
  return end === -1 ? suffix.length : end + 1;
}

const END = /[。！？!?]/;

/** Likeness of the context near by, and of what lies beyond the sentence, whichever is less. */
function contextOf(
  p: string,
  { exact, prefix, suffix }: Pattern,
  span: Span,
): { before: number; after: number } {
  const before =
    prefix === ''
      ? edge(span.start === 0)
      : likeness(
          prefix,
          p.slice(Math.max(0, span.start - prefix.length - SLACK), span.start),
          ownBefore(prefix),
        );
  const after =
    suffix === ''
      ? edge(span.end === p.length)
      : likeness(
          turned(suffix),
          turned(p.slice(span.end, span.end + suffix.length + SLACK)),
          ownAfter(exact, suffix),
        );
  return { before, after };
}

const turned = (text: string): string => [...text].reverse().join('');

/** Both texts end at the quote; `own`: how much of the first belongs to the quote's sentence. */
function likeness(was: string, is: string, own: number): number {
  const near = similarity(was.slice(-REACH), is.slice(-Math.min(REACH, was.length)));
  const beyond = was.slice(Math.max(0, was.length - own - BEYOND), was.length - own);
  // A text that begins or ends here: only another edge agrees with that.
  if (beyond === '') return is.length <= own + EDGE ? near : Math.min(near, UNPROVEN);
  // A few characters more or less within the sentence move what lies beyond it.
  const window = is.slice(
    Math.max(0, is.length - own - BEYOND - SLACK),
    Math.max(0, is.length - own + SLACK),
  );
  const [best] = search(window, beyond, Math.floor(beyond.length * 0.3));
  return best ? near : Math.min(near, UNPROVEN);
}

/** A quote at the very edge of its text has no context there: only another edge agrees with that. */
const edge = (isEdge: boolean): number => (isEdge ? 1 : 0);

function exactPlaces(p: string, pattern: Pattern): Candidate[] {
  const found: Candidate[] = [];
  for (
    let at = p.indexOf(pattern.exact);
    at !== -1 && found.length < MOST_PLACES;
    at = p.indexOf(pattern.exact, at + 1)
  ) {
    const span = { start: at, end: at + pattern.exact.length };
    found.push({ span, isExact: true, ...contextOf(p, pattern, span) });
  }
  return found;
}

/** Places where quote and context together are nearly the same: there the words of the quote itself may differ. */
function nearPlaces(p: string, pattern: Pattern): Candidate[] {
  const prefix = pattern.prefix.slice(-REACH);
  const suffix = pattern.suffix.slice(0, REACH);
  const whole = prefix + pattern.exact + suffix;
  const found: Candidate[] = [];
  for (const hit of search(p, whole, Math.floor(whole.length * 0.35))) {
    const span = trimmed(p, hit, prefix, suffix);
    if (!span || found.some((other) => other.span.start === span.start && other.span.end === span.end))
      continue;
    const isExact = p.slice(span.start, span.end) === pattern.exact;
    found.push({ span, isExact, ...contextOf(p, pattern, span) });
  }
  return found;
}

/** Takes from a hit what is prefix and suffix; what is left stands for the quote. */
function trimmed(p: string, hit: Span, prefix: string, suffix: string): Span | null {
  const text = p.slice(hit.start, hit.end);
  const head =
    prefix === ''
      ? { end: 0 }
      : search(text.slice(0, prefix.length * 2), prefix, Math.floor(prefix.length * 0.5))[0];
  if (!head) return null;
  const tailFrom = Math.max(head.end, text.length - suffix.length * 2);
  const tail =
    suffix === ''
      ? { start: text.length - tailFrom }
      : search(text.slice(tailFrom), suffix, Math.floor(suffix.length * 0.5)).at(-1);
  if (!tail) return null;
  const span = { start: hit.start + head.end, end: hit.start + tailFrom + tail.start };
  return span.end > span.start ? span : null;
}

/**
 * The folded quote. Where the text has its paragraphs on lines of their own, context stops at the paragraph's border
 * if enough of it lies before that: a paragraph may be moved whole.
 */
function patternOf({ exact, prefix, suffix }: TextQuoteSelector): Pattern {
  const folded = { exact: foldedText(exact), prefix: foldedText(prefix), suffix: foldedText(suffix) };
  const before = foldedText(prefix.slice(prefix.lastIndexOf('\n') + 1));
  const after = foldedText(suffix.split('\n', 1)[0] ?? '');
  return {
    exact: folded.exact,
    prefix: before.length >= ownBefore(before) + LEAST_BEYOND ? before : folded.prefix,
    suffix: after.length >= ownAfter(folded.exact, after) + LEAST_BEYOND ? after : folded.suffix,
  };
}

/** Characters past the sentence that say enough, when the paragraph has no more. */
const LEAST_BEYOND = 6;

/** All places in the folded text `p` that the quote may have come from, the likeliest first. */
export function findQuote(p: string, quote: TextQuoteSelector): Candidate[] {
  const pattern = patternOf(quote);
  if (pattern.exact === '') return [];
  const exact = exactPlaces(p, pattern);
  const strong = exact.filter(({ before, after }) => Math.max(before, after) >= CONTEXT);
  const near = strong.length > 0 ? [] : nearPlaces(p, pattern);
  const all = [
    ...exact,
    ...near.filter((one) => !exact.some((other) => other.span.start === one.span.start)),
  ];
  return all.sort((a, b) => scoreOf(b) - scoreOf(a));
}

export const scoreOf = ({ before, after, isExact }: Candidate): number =>
  before + after + (isExact ? 0.5 : 0);
