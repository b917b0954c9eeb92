import type { Match } from '../../../lib/selector/match.ts';
import type { Case } from './changes.ts';

export interface Grade {
  /** State and, where there is one, place as a person would say. */
  isRight: boolean;
  /** Attached without a word to other words or to another place: the gravest fault. */
  isWrongAttachment: boolean;
}

const INK = /[\s\u00ad\u200b-\u200d\u2060\ufeff]/g;
const bare = (text: string): string => text.replace(INK, '').normalize('NFKC');

export function gradeOf(one: Case, match: Match): Grade {
  const { place, state, after, before, span } = one;
  const overlaps =
    place !== undefined &&
    match.span !== undefined &&
    match.span.start < place.end &&
    place.start < match.span.end;
  const isSame =
    place !== undefined &&
    match.span !== undefined &&
    match.span.start === place.start &&
    match.span.end === place.end;
  const now = match.span ? bare(after.slice(match.span.start, match.span.end)) : '';
  const isFalselyFound =
    match.state === 'found' && (!isSame || now !== bare(before.slice(span.start, span.end)));
  const isFalselyChanged = match.state === 'changed' && !overlaps;
  return {
    isRight: match.state === state && (place === undefined || (state === 'found' ? isSame : overlaps)),
    isWrongAttachment: isFalselyFound || isFalselyChanged,
  };
}
