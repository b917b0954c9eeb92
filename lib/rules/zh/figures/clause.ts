import { charSet, isIn } from '../../../text/char-set.ts';

const CLAUSE = charSet(',;:。!?');
const LONGEST = 160;

/** Where the clause of `at` begins: after the last , ; : 。 before it, never more than 160 characters back. */
export function clauseStart(text: string, from: number, at: number): number {
  const stop = Math.max(from, at - LONGEST);
  let start = at;
  while (start > stop && !isIn(CLAUSE, text.charCodeAt(start - 1))) start--;
  return start;
}

/** Where the clause of `at` ends. */
export function clauseEnd(text: string, to: number, at: number): number {
  const stop = Math.min(to, at + LONGEST);
  let end = at;
  while (end < stop && !isIn(CLAUSE, text.charCodeAt(end))) end++;
  return end;
}
