import type { Ruleset, TopicList } from '../../analysis/ruleset.ts';
import { wordFinder } from '../../text/word-finder.ts';

/** A topic of the reader's list: what names it in the text. */
export interface Topic {
  id: string;
  words: readonly string[];
}

/** The rules with a topic list: measures, plans and shortcomings get the topic whose words weigh most. */
export function withTopics(rules: Ruleset, topics: readonly Topic[]): Ruleset {
  return { ...rules, topics: topicList(topics) };
}

function topicList(topics: readonly Topic[]): TopicList {
  const finder = wordFinder(Object.fromEntries(topics.map((topic) => [topic.id, topic.words])));
  return { finder, ids: topics.map((topic) => topic.id) };
}
