import type { Span } from '../model/span.ts';
import { findWords } from '../text/word-finder.ts';
import type { TopicList } from './ruleset.ts';

/** How much the words of the headings above a sentence count beside its own. */
const HEADING = 0.5;

export type TopicOf = (sentence: Span, above: readonly Span[]) => string | null;

/**
 * Finds the topic whose words weigh most in a sentence, longer words counting more; the headings it stands under count half.
 * `null`: no topic is named. One of these is made for each text: what headings weigh is kept.
 */
export function topicFinder(text: string, topics: TopicList): TopicOf {
  const known = new Map<Span, readonly number[]>();
  const weigh = (span: Span): number[] => {
    const weights = new Array<number>(topics.ids.length).fill(0);
    findWords(topics.finder, text, span.start, span.end, (start, end, list) => {
      weights[list] = (weights[list] ?? 0) + end - start;
    });
    return weights;
  };
  return (sentence, above) => {
    const weights = weigh(sentence);
    for (const heading of above) {
      let kept = known.get(heading);
      if (kept === undefined) {
        kept = weigh(heading);
        known.set(heading, kept);
      }
      for (let i = 0; i < kept.length; i++) weights[i] = (weights[i] ?? 0) + (kept[i] ?? 0) * HEADING;
    }
    let best = -1;
    let most = 0;
    for (let i = 0; i < weights.length; i++) {
      if ((weights[i] ?? 0) <= most) continue;
      most = weights[i] ?? 0;
      best = i;
    }
    return topics.ids[best] ?? null;
  };
}
