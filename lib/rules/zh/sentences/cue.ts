import type { SentenceContext } from '../../../analysis/ruleset.ts';
import { CUES, type CueList } from '../../../lexicon/zh/cues.ts';
import { NOWHERE } from '../../../text/word-finder.ts';

const INDEX = Object.fromEntries(Object.keys(CUES).map((name, index) => [name, index])) as Record<
  CueList,
  number
>;

/** Where the first word of the list begins; `NOWHERE` when none is there. */
export function firstOf(sentence: SentenceContext, list: CueList): number {
  return sentence.cues[INDEX[list]] ?? NOWHERE;
}

/** Whether a word of the list stands in the sentence. */
export function has(sentence: SentenceContext, list: CueList): boolean {
  return firstOf(sentence, list) !== NOWHERE;
}

/** The words of the sentence, at most `longest` of its beginning: rules stay linear on endless lines. */
export function opening(sentence: SentenceContext, longest = 400): string {
  return sentence.text.slice(sentence.start, Math.min(sentence.end, sentence.start + longest));
}

/** The last words of the sentence. */
export function ending(sentence: SentenceContext, longest = 80): string {
  return sentence.text.slice(Math.max(sentence.start, sentence.end - longest), sentence.end);
}
