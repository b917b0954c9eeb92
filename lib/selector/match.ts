import type { Target } from '../model/annotation.ts';
import type { NoteState } from '../model/reading-view.ts';
import type { Span } from '../model/span.ts';
import { type Alignment, align } from './align.ts';
import { BEYOND, type Candidate, CONTEXT, findQuote, ownAfter, ownBefore, scoreOf } from './find-quote.ts';
import { type Folded, foldedText, foldText, toFolded, toOriginal } from './fold.ts';
import { LIKE, locate, SHORT } from './locate.ts';
import { similarity } from './similarity.ts';
import { wholeNumbers } from './whole-numbers.ts';

/** Where a note stands in a text. */
export interface Match {
  state: NoteState;
  /** Where to draw it: present when found or changed. */
  span?: Span;
  /** Places to offer, the likeliest first: what the reader picks from when ambiguous, or may look at when lost. */
  candidates: Span[];
}

/** Scores closer than this are about equal. */
const TIE = 0.25;
const MOST_CANDIDATES = 8;

let aligned: { s: string; p: string; alignment: Alignment } | null = null;

/** Aligning is the costly part; a page's notes mostly share one snapshot, so the last alignment is kept. */
function alignmentOf(s: string, p: string): Alignment {
  if (aligned?.s !== s || aligned.p !== p) aligned = { s, p, alignment: align(s, p) };
  return aligned.alignment;
}

/**
 * Finds a stored target in a text. With the text of its snapshot the two texts are aligned and the place decides;
 * without one (or when the stored place does not hold the quoted words) the quote is searched, and its context must
 * agree. `found` means the same words, white space and width folded; any other difference is at best `changed`.
 */
export function match(
  text: string,
  target: Pick<Target, 'quote' | 'position'>,
  snapshotText?: string,
): Match {
  const page = foldText(text);
  if (foldedText(target.quote.exact) === '') return { state: 'lost', candidates: [] };
  const answer = snapshotText === undefined ? null : byAlignment(page, target, snapshotText);
  return withWholeNumbers(text, target.quote, answer ?? byQuote(page, target));
}

/**
 * A place never begins or ends within a number that was another one when it was quoted: 86 inside of 6886 is not the
 * quoted 86 but a changed one.
 */
function withWholeNumbers(text: string, quote: Target['quote'], answer: Match): Match {
  if (!answer.span) return answer;
  const span = wholeNumbers(text, answer.span, quote);
  if (span.start === answer.span.start && span.end === answer.span.end) return answer;
  return { state: 'changed', span, candidates: [span] };
}

function byAlignment(
  page: Folded,
  target: Pick<Target, 'quote' | 'position'>,
  snapshotText: string,
): Match | null {
  const snapshot = foldText(snapshotText);
  const { position } = target;
  const span = { start: toFolded(snapshot, position.start), end: toFolded(snapshot, position.end) };
  const quote = foldedText(target.quote.exact);
  if (snapshot.text.slice(span.start, span.end) !== quote) return null;
  const alignment = alignmentOf(snapshot.text, page.text);
  const fate = locate(alignment, snapshot.text, page.text, span);
  const original = (place: Span): Span => toOriginal(page, place);
  switch (fate.kind) {
    case 'kept':
      // The last word: whatever the alignment says, other words are never "found".
      if (page.text.slice(fate.span.start, fate.span.end) !== quote) return null;
      return { state: 'found', span: original(fate.span), candidates: [original(fate.span)] };
    case 'changed':
      return { state: 'changed', span: original(fate.span), candidates: [original(fate.span)] };
    case 'unclear':
      return { state: 'ambiguous', candidates: fate.candidates.map(original) };
    case 'gone':
      return moved(page, target, alignment, quote);
  }
}

/** A passage that is no longer in its place: found again only where the older text had nothing. */
function moved(
  page: Folded,
  target: Pick<Target, 'quote' | 'position'>,
  alignment: Alignment,
  quote: string,
): Match {
  const isNew = ({ span }: Candidate): boolean =>
    alignment.chain.every(
      (run) =>
        Math.min(span.end, run.p + run.length) - Math.max(span.start, run.p) <= (span.end - span.start) / 2,
    );
  const all = findQuote(page.text, target.quote);
  const candidates = all.slice(0, MOST_CANDIDATES).map(({ span }) => toOriginal(page, span));
  const places = all.filter((one) => one.isExact && isNew(one) && (hasContext(one) || quote.length >= 24));
  const [place, second] = places;
  if (!place) return { state: 'lost', candidates };
  if (second && scoreOf(place) - scoreOf(second) < TIE) {
    return {
      state: 'ambiguous',
      candidates: places.slice(0, MOST_CANDIDATES).map(({ span }) => toOriginal(page, span)),
    };
  }
  return { state: 'found', span: toOriginal(page, place.span), candidates };
}

const hasContext = ({ before, after }: Candidate): boolean => Math.max(before, after) >= CONTEXT;

function byQuote(page: Folded, target: Pick<Target, 'quote' | 'position'>): Match {
  const all = findQuote(page.text, target.quote);
  const original = ({ span }: Candidate): Span => toOriginal(page, span);
  const candidates = all.slice(0, MOST_CANDIDATES).map(original);
  const [best, second] = all.filter(hasContext);
  if (!best) return { state: 'lost', candidates };
  const span = original(best);
  const ties = all.filter((one) => hasContext(one) && scoreOf(best) - scoreOf(one) < TIE);
  if (second && ties.length > 1) {
    const home = ties.filter((one) => isHome(page, one, target));
    const only = home.length === 1 ? home[0] : undefined;
    return only
      ? { state: 'found', span: original(only), candidates }
      : { state: 'ambiguous', candidates: ties.slice(0, MOST_CANDIDATES).map(original) };
  }
  const isBorne = best.before >= CONTEXT && best.after >= CONTEXT;
  if (hasTwin(target.quote) && !isBorne) return { state: 'ambiguous', candidates };
  if (best.isExact) return { state: 'found', span, candidates };
  const quote = foldedText(target.quote.exact);
  const now = page.text.slice(best.span.start, best.span.end);
  const isTight = isBorne && quote.length <= SHORT && now.length <= 2 * quote.length + 4;
  return isTight || similarity(quote, now) >= LIKE
    ? { state: 'changed', span, candidates }
    : { state: 'lost', candidates };
}

/** Whether the quote's sentence stood twice side by side: when one is gone, nobody can tell which. */
function hasTwin({ exact, prefix, suffix }: Target['quote']): boolean {
  const [quote, before, after] = [foldedText(exact), foldedText(prefix), foldedText(suffix)];
  const [head, tail] = [ownBefore(before), ownAfter(quote, after)];
  const sentence = before.slice(before.length - head) + quote + after.slice(0, tail);
  const next = after.slice(tail, tail + BEYOND);
  const last = before.slice(Math.max(0, before.length - head - BEYOND), before.length - head);
  if (sentence.length < LEAST_TWIN) return false;
  const follows = next.startsWith(sentence) || (next.length >= BEYOND && sentence.includes(next));
  return follows || last.endsWith(sentence) || (last.length >= BEYOND && sentence.includes(last));
}

/** Shorter sentences are repeated without meaning anything. */
const LEAST_TWIN = 6;

/** At its very place, with its very words and context: nothing has changed there. */
function isHome(
  page: Folded,
  { span, isExact, before, after }: Candidate,
  { position }: Pick<Target, 'position'>,
): boolean {
  return isExact && before === 1 && after === 1 && toOriginal(page, span).start === position.start;
}
