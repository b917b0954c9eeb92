import type { SentenceMention } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import type { Signs } from '../text/signs.ts';
import { findWords } from '../text/word-finder.ts';
import type { TopicList } from './ruleset.ts';
import { TOPIC } from './sign-bits.ts';

/** Sentences given their topic without a pause. */
const STRETCH = 64;

/** Gives a topic to the measures, plans and shortcomings that name one; `above`: the headings that each sentence stands under. */
export function* readTopics(
  text: string,
  signs: Signs,
  topics: TopicList | null,
  sentences: readonly SentenceMention[],
  above: readonly (readonly Span[])[],
): Generator<void, void, void> {
  if (topics === null) return;
  const topicOf = topicFinder(text, signs, topics);
  for (let i = 0; i < sentences.length; i++) {
    const sentence = sentences[i];
    if (sentence === undefined || sentence.category === 'none') continue;
    const topic = topicOf(sentence, above[i] ?? []);
    if (topic !== null) sentence.topic = topic;
    if (i % STRETCH === 0) yield;
  }
}

/** What a character of a topic's words counts in the headings above a sentence, and in the sentence. */
const HEADING = 1;
const OWN = 2;

type TopicOf = (sentence: Span, above: readonly Span[]) => string | null;

/**
 * Finds the topic whose words weigh most in a sentence, longer words counting more; the headings it stands under count half.
 * `null`: no topic is named. One of these is made for each text: what headings weigh is kept.
 */
function topicFinder(text: string, signs: Signs, { finder, ids }: TopicList): TopicOf {
  const known = new Map<Span, Int32Array>();
  const weights = new Int32Array(ids.length);
  const add = (start: number, end: number, list: number): void => {
    weights[list] = (weights[list] ?? 0) + end - start;
  };
  const weigh = ({ start, end }: Span): void => {
    weights.fill(0);
    findWords(finder, text, signs, TOPIC, start, end, add);
  };
  const ofHeading = (heading: Span): Int32Array => {
    let kept = known.get(heading);
    if (kept === undefined) {
      weigh(heading);
      kept = weights.slice();
      known.set(heading, kept);
    }
    return kept;
  };
  // sentences that follow each other mostly stand under the same headings
  let headings: readonly Span[] = [];
  const framing = new Int32Array(ids.length);
  const frame = (above: readonly Span[]): void => {
    headings = above;
    framing.fill(0);
    for (const heading of above) {
      const kept = ofHeading(heading);
      for (let i = 0; i < kept.length; i++) framing[i] = (framing[i] ?? 0) + (kept[i] ?? 0) * HEADING;
    }
  };
  return (sentence, above) => {
    if (above !== headings) frame(above);
    weigh(sentence);
    let best = -1;
    let most = 0;
    for (let i = 0; i < weights.length; i++) {
      const weight = (weights[i] ?? 0) * OWN + (framing[i] ?? 0);
      if (weight <= most) continue;
      most = weight;
      best = i;
    }
    return ids[best] ?? null;
  };
}
