import type { SentenceContext } from '../../analysis/ruleset.ts';
import type { Span } from '../../model/span.ts';
import { has, opening } from './sentences/cue.ts';

const CAUSE =
  /(?:由于|因为)[^,;。]{2,80}|受[^,;。]{2,60}(?:影响|制约|限制)|(?:究其|主要|其|产生|根本|深层次)(?:的)?原因(?:主要)?(?:在于|是|有|:)[^;。]{2,120}|(?:根源|归因)(?:主要)?(?:在于|于|是)[^;。]{2,120}/;

/** The cause of a shortcoming, where the text says so: 由于…, 受…影响, 原因在于…. */
export function causeOf(sentence: SentenceContext): Span | null {
  if (!has(sentence, 'cause')) return null;
  const match = CAUSE.exec(opening(sentence));
  if (match === null) return null;
  const start = sentence.start + match.index;
  return { start, end: start + match[0].length };
}
