import { diff, type Run } from './diff.ts';
import { naturalShifts } from './slide.ts';

/** Which characters of an older text stand where in a newer one. */
export interface Alignment {
  /** Equal runs in the order of both texts: the body that stayed in place. */
  chain: Run[];
  /** Equal runs out of that order: passages that were moved. */
  moved: Run[];
}

/** Length of the passages that are looked for as landmarks; long enough to be rare, short enough to lie between edits. */
const GRAM = 12;
/** Longest gap, in characters of both sides, that is compared character by character. */
const MOST_COMPARED = 12_000;

/** Runs around passages that occur exactly once in both texts, in the order of `s`. */
function landmarks(s: string, p: string): Run[] {
  const once = new Map<string, number>();
  for (let at = 0; at + GRAM <= p.length; at++) {
    const gram = p.slice(at, at + GRAM);
    once.set(gram, once.has(gram) ? -1 : at);
  }
  const seen = new Map<string, number>();
  for (let at = 0; at + GRAM <= s.length; at++) {
    const gram = s.slice(at, at + GRAM);
    if (once.has(gram)) seen.set(gram, seen.has(gram) ? -1 : at);
  }
  const runs: Run[] = [];
  let run: Run | null = null;
  for (const [gram, from] of [...seen].filter(([, at]) => at >= 0).sort((a, b) => a[1] - b[1])) {
    const to = once.get(gram) ?? -1;
    if (to < 0) continue;
    if (run && from <= run.s + run.length && from - to === run.s - run.p) run.length = from + GRAM - run.s;
    else {
      run = { s: from, p: to, length: GRAM };
      runs.push(run);
    }
  }
  return runs;
}

/** The heaviest sequence of runs that ascends in both texts (a Fenwick tree of best weights by place in `p`). */
function heaviest(runs: readonly Run[]): Set<Run> {
  const order = runs.map((run) => run.p).sort((a, b) => a - b);
  const rank = new Map(order.map((p, index) => [p, index + 1]));
  const best = new Array<{ weight: number; at: number }>(order.length + 1).fill({ weight: 0, at: -1 });
  const links: { weight: number; before: number }[] = [];
  runs.forEach((run, at) => {
    const place = rank.get(run.p) ?? 0;
    let top = { weight: 0, at: -1 };
    for (let i = place - 1; i > 0; i -= i & -i) {
      const entry = best[i];
      if (entry && entry.weight > top.weight) top = entry;
    }
    const weight = top.weight + run.length;
    links.push({ weight, before: top.at });
    for (let i = place; i <= order.length; i += i & -i) {
      if ((best[i]?.weight ?? 0) < weight) best[i] = { weight, at };
    }
  });
  let at = -1;
  links.forEach((link, index) => {
    if (at === -1 || link.weight > (links[at]?.weight ?? 0)) at = index;
  });
  const chosen = new Set<Run>();
  while (at >= 0) {
    const run = runs[at];
    if (run) chosen.add(run);
    at = links[at]?.before ?? -1;
  }
  return chosen;
}

/** Cuts off what a run shares with the one before it, so that no character is matched twice. */
function disjoint(chain: readonly Run[]): Run[] {
  const clean: Run[] = [];
  for (const run of chain) {
    const before = clean[clean.length - 1];
    const over = before ? Math.max(before.s + before.length - run.s, before.p + before.length - run.p, 0) : 0;
    if (run.length > over) clean.push({ s: run.s + over, p: run.p + over, length: run.length - over });
  }
  return clean;
}

/** Joins runs that go on without a gap in either text. */
function joined(chain: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of chain) {
    const before = out[out.length - 1];
    if (before && before.s + before.length === run.s && before.p + before.length === run.p)
      before.length += run.length;
    else out.push({ ...run });
  }
  return out;
}

/** The equal runs of a gap: its common ends, and what lies between by difference. */
function within(s: string, p: string, s0: number, s1: number, p0: number, p1: number): Run[] {
  let head = 0;
  while (s0 + head < s1 && p0 + head < p1 && s.charCodeAt(s0 + head) === p.charCodeAt(p0 + head)) head++;
  let tail = 0;
  while (
    s1 - tail > s0 + head &&
    p1 - tail > p0 + head &&
    s.charCodeAt(s1 - tail - 1) === p.charCodeAt(p1 - tail - 1)
  )
    tail++;
  const runs: Run[] = head > 0 ? [{ s: s0, p: p0, length: head }] : [];
  const sFrom = s0 + head;
  const pFrom = p0 + head;
  if (s1 - tail - sFrom + (p1 - tail - pFrom) <= MOST_COMPARED) {
    for (const run of diff(s.slice(sFrom, s1 - tail), p.slice(pFrom, p1 - tail))) {
      runs.push({ s: run.s + sFrom, p: run.p + pFrom, length: run.length });
    }
  }
  if (tail > 0) runs.push({ s: s1 - tail, p: p1 - tail, length: tail });
  return runs;
}

/** Grows a moved run over equal neighbours that the chain has no claim to. */
function grown(run: Run, s: string, p: string): Run {
  let { s: from, p: to, length } = run;
  while (from > 0 && to > 0 && s.charCodeAt(from - 1) === p.charCodeAt(to - 1)) {
    from--;
    to--;
    length++;
  }
  while (
    from + length < s.length &&
    to + length < p.length &&
    s.charCodeAt(from + length) === p.charCodeAt(to + length)
  )
    length++;
  return { s: from, p: to, length };
}

/** Names every piece that was only taken out or only put in by its most natural borders: whole sentences first. */
function settled(chain: readonly Run[], s: string, p: string): Run[] {
  const out = chain.map((run) => ({ ...run }));
  out.forEach((before, at) => {
    const after = out[at + 1];
    if (!after) return;
    const sGap = { start: before.s + before.length, end: after.s };
    const pGap = { start: before.p + before.length, end: after.p };
    const isTaken = pGap.start === pGap.end;
    if (!isTaken && sGap.start !== sGap.end) return;
    const shifts = isTaken ? naturalShifts(s, sGap) : naturalShifts(p, pGap);
    const fitting = shifts.filter((shift) => -shift < before.length && shift < after.length);
    const shift = fitting.includes(0) ? 0 : (fitting[0] ?? 0);
    before.length += shift;
    after.s += shift;
    after.p += shift;
    after.length -= shift;
  });
  return out;
}

/** Aligns two folded texts: landmarks first, then the gaps between them. */
export function align(s: string, p: string): Alignment {
  if (s === p) return { chain: s === '' ? [] : [{ s: 0, p: 0, length: s.length }], moved: [] };
  const marks = landmarks(s, p);
  const inOrder = heaviest(marks);
  const spine = disjoint(marks.filter((run) => inOrder.has(run)));
  const chain: Run[] = [];
  let s0 = 0;
  let p0 = 0;
  for (const run of [...spine, { s: s.length, p: p.length, length: 0 }]) {
    chain.push(...within(s, p, s0, run.s, p0, run.p));
    if (run.length > 0) chain.push(run);
    s0 = run.s + run.length;
    p0 = run.p + run.length;
  }
  const moved = marks.filter((run) => !inOrder.has(run)).map((run) => grown(run, s, p));
  return { chain: settled(joined(chain), s, p), moved };
}
