import type { SentenceContext } from '../../../analysis/ruleset.ts';
import { CUES, type CueList } from '../../../lexicon/zh/cues.ts';

const NAMES = Object.keys(CUES) as CueList[];

/** Whether a word of the list stands in the sentence. */
export function has(sentence: SentenceContext, list: CueList): boolean {
  return (sentence.cues & (1 << NAMES.indexOf(list))) !== 0;
}

/** Where the first word of the list begins; Infinity when none is there. */
export function firstOf(sentence: SentenceContext, list: CueList): number {
  const index = NAMES.indexOf(list);
  for (const hit of sentence.hits) if (hit.list === index) return hit.start;
  return Number.POSITIVE_INFINITY;
}

/** The words of the sentence, at most `longest` of its beginning: rules stay linear on endless lines. */
export function opening(sentence: SentenceContext, longest = 400): string {
  return sentence.text.slice(sentence.start, Math.min(sentence.end, sentence.start + longest));
}

/** The last words of the sentence. */
export function ending(sentence: SentenceContext, longest = 80): string {
  return sentence.text.slice(Math.max(sentence.start, sentence.end - longest), sentence.end);
}
