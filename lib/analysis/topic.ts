import type { Span } from '../model/span.ts';
import { findWords } from '../text/word-finder.ts';
import type { TopicList } from './ruleset.ts';

/** How much the words of the headings above a sentence count beside its own. */
const HEADING = 0.5;

/**
 * The topic whose words weigh most in the sentence, longer words counting more; the headings it stands under count half.
 * `null`: no topic is named.
 */
export function topicOf(
  text: string,
  sentence: Span,
  above: readonly Span[],
  topics: TopicList,
): string | null {
  const weights = new Array<number>(topics.ids.length).fill(0);
  const add = (span: Span, factor: number): void => {
    findWords(topics.finder, text, span.start, span.end, (start, end, list) => {
      weights[list] = (weights[list] ?? 0) + (end - start) * factor;
    });
  };
  add(sentence, 1);
  for (const heading of above) add(heading, HEADING);
  let best = -1;
  let most = 0;
  weights.forEach((weight, index) => {
    if (weight > most) {
      most = weight;
      best = index;
    }
  });
  return topics.ids[best] ?? null;
}
