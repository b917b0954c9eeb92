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
export function topicFinder(text: string, { finder, ids }: TopicList): TopicOf {
  const known = new Map<Span, Float64Array>();
  const weigh = ({ start, end }: Span, weights: Float64Array): Float64Array => {
    findWords(finder, text, start, end, (from, to, list) => {
      weights[list] = (weights[list] ?? 0) + to - from;
    });
    return weights;
  };
  const ofHeading = (heading: Span): Float64Array => {
    const kept = known.get(heading) ?? weigh(heading, new Float64Array(ids.length));
    known.set(heading, kept);
    return kept;
  };
  const weights = new Float64Array(ids.length);
  return (sentence, above) => {
    weigh(sentence, weights.fill(0));
    for (const heading of above) {
      const kept = ofHeading(heading);
      for (let i = 0; i < kept.length; i++) weights[i] = (weights[i] ?? 0) + (kept[i] ?? 0) * HEADING;
    }
    let best = -1;
    let most = 0;
    for (let i = 0; i < weights.length; i++) {
      const weight = weights[i] ?? 0;
      if (weight <= most) continue;
      most = weight;
      best = i;
    }
    return ids[best] ?? null;
  };
}
