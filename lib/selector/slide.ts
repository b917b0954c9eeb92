import type { Span } from '../model/span.ts';

/**
 * A piece taken out of a text can often be named in more than one way: of "XX" either X. `text` is the longer text,
 * `gap` the piece in it that the other text lacks; the answer is every way of naming it that is as natural as the best
 * one, as shifts of the gap (0: as given). Ends of sentences are more natural than commas, commas than anything else.
 */
export function naturalShifts(text: string, gap: Span): number[] {
  const { start, end } = gap;
  let left = 0;
  while (
    start - left > 0 &&
    left < MOST &&
    text.charCodeAt(start - 1 - left) === text.charCodeAt(end - 1 - left)
  )
    left++;
  let right = 0;
  while (
    end + right < text.length &&
    right < MOST &&
    text.charCodeAt(start + right) === text.charCodeAt(end + right)
  )
    right++;
  if (left + right === 0) return [0];
  let best: number[] = [];
  let bestRank = -1;
  for (let shift = -left; shift <= right; shift++) {
    const before = start + shift === 0 ? '。' : text.charAt(start + shift - 1);
    const last = text.charAt(end + shift - 1);
    const rank = Math.min(rankOf(before), rankOf(last));
    if (rank > bestRank) {
      bestRank = rank;
      best = [];
    }
    if (rank === bestRank) best.push(shift);
  }
  // Of the same passage twice in a row, either copy may be the one that went, wherever its borders are.
  const size = end - start;
  const copies = best
    .flatMap((shift) => [shift - size, shift + size])
    .filter((shift) => -left <= shift && shift <= right);
  return [...new Set([...best, ...copies])];
}

const MOST = 4000;
const rankOf = (character: string): number =>
  '。！？!?'.includes(character) ? 3 : ';；:：'.includes(character) ? 2 : ',，、'.includes(character) ? 1 : 0;
