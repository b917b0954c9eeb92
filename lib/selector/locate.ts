import search from 'approx-string-match';
import type { Span } from '../model/span.ts';
import type { Alignment } from './align.ts';
import type { Run } from './diff.ts';
import { commonEnd, commonStart, similarity } from './similarity.ts';
import { naturalShifts } from './slide.ts';

/** What has become of a passage, with folded offsets into the newer text. */
export type Fate =
  | { kind: 'kept'; span: Span }
  | { kind: 'changed'; span: Span }
  | { kind: 'unclear'; candidates: Span[] }
  | { kind: 'gone' };

/** Context, in characters, that makes a place certain by itself. */
const SURE = 6;
/** Below this likeness a passage counts as rewritten past recognition. */
export const LIKE = 0.5;
/** A quote so short that its likeness says little: there the place decides. */
export const SHORT = 12;

/** Index of the last run that starts at or before `offset` in the older text; -1 when there is none. */
function runAt(chain: readonly Run[], offset: number): number {
  let low = 0;
  let high = chain.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chain[middle]?.s ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const covers = (run: Run | undefined, start: number, end: number): run is Run =>
  run !== undefined && run.s <= start && end <= run.s + run.length;

interface Gap {
  s: Span;
  p: Span;
}

/** The gap after the run at `index` (-1: before the first one). */
function gapAfter(chain: readonly Run[], index: number, s: string, p: string): Gap {
  const before = chain[index];
  const after = chain[index + 1];
  return {
    s: { start: before ? before.s + before.length : 0, end: after ? after.s : s.length },
    p: { start: before ? before.p + before.length : 0, end: after ? after.p : p.length },
  };
}

/**
 * Where the passage `span` of the older text `s` stands in the newer text `p`, both folded. Decides by place alone,
 * then by likeness; a passage whose words differ is never `kept`.
 */
export function locate(alignment: Alignment, s: string, p: string, span: Span): Fate {
  const { chain, moved } = alignment;
  const { start, end } = span;
  const index = runAt(chain, start);
  const run = chain[index];
  if (covers(run, start, end)) {
    const place = { start: start - run.s + run.p, end: end - run.s + run.p };
    const unclear = rivals(chain, index, s, p, span, place);
    if (unclear) return unclear;
    return isSure(run, s, p, span, place)
      ? { kind: 'kept', span: place }
      : { kind: 'unclear', candidates: [place] };
  }
  const shifted = moved.find((other) => covers(other, start, end));
  if (shifted)
    return { kind: 'kept', span: { start: start - shifted.s + shifted.p, end: end - shifted.s + shifted.p } };
  return inGap(chain, index, s, p, span);
}

/** Whether the place of an unchanged passage is borne out by what stands around it. */
function isSure(run: Run, s: string, p: string, span: Span, place: Span): boolean {
  const left = span.start - run.s;
  const right = run.s + run.length - span.end;
  if (span.end - span.start >= 2 * SURE || left >= SURE || right >= SURE) return true;
  if (
    (span.start - left === 0 && place.start - left === 0) ||
    (span.end + right === s.length && place.end + right === p.length)
  )
    return true;
  const before = similarity(
    s.slice(Math.max(0, span.start - 16), span.start),
    p.slice(Math.max(0, place.start - 16), place.start),
  );
  const after = similarity(s.slice(span.end, span.end + 16), p.slice(place.end, place.end + 16));
  return Math.max(before, after) >= LIKE;
}

/** Whether a neighbouring gap could as well be this passage, or a neighbouring insertion a copy of it. */
function rivals(
  chain: readonly Run[],
  index: number,
  s: string,
  p: string,
  span: Span,
  place: Span,
): Fate | null {
  for (const gap of [gapAfter(chain, index - 1, s, p), gapAfter(chain, index, s, p)]) {
    const taken = gap.s.end - gap.s.start;
    const added = gap.p.end - gap.p.start;
    if (added === 0 && taken >= span.end - span.start) {
      const shifts = naturalShifts(s, gap.s);
      const isOut = (shift: number): boolean =>
        gap.s.start + shift <= span.start && span.end <= gap.s.end + shift;
      const out = shifts.filter(isOut).length;
      if (out === shifts.length && out > 0) return { kind: 'gone' };
      if (out > 0) return { kind: 'unclear', candidates: [place] };
    }
    if (taken === 0 && added >= span.end - span.start) {
      const shifts = naturalShifts(p, gap.p);
      const inside = shifts.filter(
        (shift) => gap.p.start + shift <= place.start && place.end <= gap.p.end + shift,
      );
      if (inside.length > 0) {
        const away = place.start < gap.p.start ? added : -added;
        const other = { start: place.start + away, end: place.end + away };
        if (inside.length === shifts.length) return { kind: 'kept', span: other };
        return { kind: 'unclear', candidates: [place, other].sort((a, b) => a.start - b.start) };
      }
    }
  }
  return null;
}

/** A passage that is not wholly in place: changed, taken out, or rewritten. */
function inGap(chain: readonly Run[], index: number, s: string, p: string, span: Span): Fate {
  const { start, end } = span;
  const run = chain[index];
  const startsInRun = run !== undefined && start < run.s + run.length;
  const first = gapAfter(chain, index, s, p);
  const lastIndex = runAt(chain, end - 1);
  const lastRun = chain[lastIndex];
  const endsInRun = lastRun !== undefined && end <= lastRun.s + lastRun.length;
  const last = gapAfter(chain, lastIndex, s, p);

  // A gap that can be named in another way may leave the passage alone.
  if (!startsInRun && !endsInRun && index === lastIndex && first.p.start === first.p.end) {
    const kept = naturalShifts(s, first.s).flatMap((shift) => {
      if (end <= first.s.start + shift)
        return [{ start: start - first.s.start + first.p.start, end: end - first.s.start + first.p.start }];
      if (start >= first.s.end + shift)
        return [{ start: start - first.s.end + first.p.end, end: end - first.s.end + first.p.end }];
      return [];
    });
    if (kept.length > 0) return { kind: 'unclear', candidates: kept.slice(0, 1) };
    return { kind: 'gone' };
  }
  const isLeftExact = startsInRun || start === first.s.start;
  const isRightExact = endsInRun || end === last.s.end;
  const from = startsInRun && run ? start - run.s + run.p : first.p.start;
  const to = endsInRun && lastRun ? end - lastRun.s + lastRun.p : last.p.end;
  if (to <= from) return { kind: 'gone' };
  const quote = s.slice(start, end);
  const place =
    isLeftExact && isRightExact
      ? { start: from, end: to }
      : closest(quote, p, { start: from, end: to }, isLeftExact, isRightExact);
  if (!place) return { kind: 'gone' };
  return judge(quote, s, p, span, place, isLeftExact && isRightExact);
}

function judge(quote: string, s: string, p: string, span: Span, place: Span, isExact: boolean): Fate {
  const now = p.slice(place.start, place.end);
  if (now === quote) {
    const before = commonEnd(
      s.slice(Math.max(0, span.start - 40), span.start),
      p.slice(Math.max(0, place.start - 40), place.start),
    );
    const after = commonStart(s.slice(span.end, span.end + 40), p.slice(place.end, place.end + 40));
    if (before >= SURE || after >= SURE || quote.length >= 2 * SURE) return { kind: 'kept', span: place };
    return { kind: 'unclear', candidates: [place] };
  }
  if (similarity(quote, now) >= LIKE) return { kind: 'changed', span: place };
  const isTight =
    isExact && quote.length <= SHORT && now.length <= 2 * quote.length + 4 && !/[。！？]/.test(quote);
  return isTight ? { kind: 'changed', span: place } : { kind: 'gone' };
}

/** The part of `within` that is most like the quote; an exact side stays where it is. */
function closest(
  quote: string,
  p: string,
  within: Span,
  isLeftExact: boolean,
  isRightExact: boolean,
): Span | null {
  const text = p.slice(within.start, within.end);
  if (text.length > 20_000 || quote.length > 4000) return null;
  const [best] = search(text, quote, Math.floor(quote.length * LIKE));
  if (!best) return null;
  return {
    start: isLeftExact ? within.start : within.start + best.start,
    end: isRightExact ? within.end : within.start + best.end,
  };
}
