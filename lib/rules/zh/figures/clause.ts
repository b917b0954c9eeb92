import { charSet, isIn } from '../../../text/char-set.ts';

const CLAUSE = charSet(',;:。!?');
const COMMA = 0x2c;
const LONGEST = 160;

/** A comma among digits sets thousands apart: 20,980万元. */
function endsClause(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isIn(CLAUSE, code) && !(code === COMMA && isDigit(text, at - 1) && isDigit(text, at + 1));
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** Where the clause of `at` begins: after the last , ; : 。 before it, never more than 160 characters back. */
export function clauseStart(text: string, from: number, at: number): number {
  const stop = Math.max(from, at - LONGEST);
  let start = at;
  while (start > stop && !endsClause(text, start - 1)) start--;
  return start;
}

/** Where the clause of `at` ends. */
export function clauseEnd(text: string, to: number, at: number): number {
  const stop = Math.min(to, at + LONGEST);
  let end = at;
  while (end < stop && !endsClause(text, end)) end++;
  return end;
}
