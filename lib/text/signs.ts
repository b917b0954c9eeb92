/**
 * What may begin or end at each place of a text, a bit each. Every reader of a text looks for something that nearly no
 * character begins; the characters are looked up once for all of them.
 */
export type Signs = Uint8Array;

/** A sentence may end here. */
export const STOP = 1;
/** The number of a heading or item may begin here. */
export const ITEM = 2;
/** The first of the bits that are free for what else a caller looks for. */
export const FREE = 4;

/** The next place from `at` that has one of the bits; `end` when there is none. */
export function nextSign(signs: Signs, bits: number, at: number, end: number): number {
  let next = at;
  while (next < end && ((signs[next] ?? 0) & bits) === 0) next++;
  return next;
}
