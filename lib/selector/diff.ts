/** A run of equal characters: `length` from `s` in the one text and from `p` in the other. */
export interface Run {
  s: number;
  p: number;
  length: number;
}

/** Most insertions and deletions that are followed before two pieces count as rewritten. */
const MOST_EDITS = 1200;

/**
 * The equal runs of two short texts by a shortest edit script (Myers, "An O(ND) Difference Algorithm", 1986). Empty
 * when they differ by more than {@link MOST_EDITS} characters.
 */
function shortest(s: string, p: string): Run[] {
  const limit = Math.min(s.length + p.length, MOST_EDITS);
  const size = 2 * limit + 2;
  const furthest = new Int32Array(size);
  const at = (k: number): number => ((k % size) + size) % size;
  const history: Int32Array[] = [];
  for (let d = 0; d <= limit; d++) {
    history.push(furthest.slice());
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (furthest[at(k - 1)] ?? 0) < (furthest[at(k + 1)] ?? 0));
      let x = down ? (furthest[at(k + 1)] ?? 0) : (furthest[at(k - 1)] ?? 0) + 1;
      let y = x - k;
      while (x < s.length && y < p.length && s.charCodeAt(x) === p.charCodeAt(y)) {
        x++;
        y++;
      }
      furthest[at(k)] = x;
      if (x >= s.length && y >= p.length) return trace(history, s.length, p.length, at);
    }
  }
  return [];
}

function trace(
  history: readonly Int32Array[],
  sLength: number,
  pLength: number,
  at: (k: number) => number,
): Run[] {
  const runs: Run[] = [];
  let x = sLength;
  let y = pLength;
  for (let d = history.length - 1; d >= 0; d--) {
    const furthest = history[d];
    if (!furthest) break;
    const k = x - y;
    const down = k === -d || (k !== d && (furthest[at(k - 1)] ?? 0) < (furthest[at(k + 1)] ?? 0));
    const before = down ? k + 1 : k - 1;
    const fromX = d === 0 ? 0 : (furthest[at(before)] ?? 0);
    const fromY = d === 0 ? 0 : fromX - before;
    const startX = d === 0 ? 0 : down ? fromX : fromX + 1;
    const startY = startX - k;
    if (x > startX) runs.push({ s: startX, p: startY, length: x - startX });
    x = fromX;
    y = fromY;
  }
  return runs.reverse();
}

/**
 * Takes away equal runs that are shorter than the changes on both sides of them: characters that rewritten passages
 * share by chance (the idea of diff-match-patch's semantic clean-up).
 */
function withoutChance(runs: readonly Run[], sLength: number, pLength: number): Run[] {
  let kept = [...runs];
  for (;;) {
    const next = kept.filter((run, index) => {
      const before = kept[index - 1];
      const after = kept[index + 1];
      const gap = (a: Run | undefined, b: Run | undefined): number => {
        const s = (b?.s ?? sLength) - (a ? a.s + a.length : 0);
        const p = (b?.p ?? pLength) - (a ? a.p + a.length : 0);
        return Math.max(s, p);
      };
      return !(run.length <= gap(before, run) && run.length <= gap(run, after));
    });
    if (next.length === kept.length) return next;
    kept = next;
  }
}

/** The equal runs of two texts, in order, without chance matches. */
export function diff(s: string, p: string): Run[] {
  if (s === '' || p === '') return [];
  return withoutChance(shortest(s, p), s.length, p.length);
}
