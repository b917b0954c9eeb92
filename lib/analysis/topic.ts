import type { Span } from '../model/span.ts';
import { findWords } from '../text/word-finder.ts';
import type { TopicList } from './ruleset.ts';

/** The topic whose words weigh most in the sentence, longer words counting more; `null`: none is named. */
export function topicOf(text: string, sentence: Span, topics: TopicList): string | null {
  const weights = new Map<number, number>();
  findWords(topics.finder, text, sentence.start, sentence.end, (start, end, list) => {
    const weight = (end - start) * (topics.weights[list] ?? 1);
    weights.set(list, (weights.get(list) ?? 0) + weight);
  });
  let best: number | null = null;
  let most = 0;
  for (const [list, weight] of weights) {
    if (weight > most) {
      most = weight;
      best = list;
    }
  }
  return best === null ? null : (topics.ids[best] ?? null);
}
