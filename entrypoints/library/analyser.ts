import { analyse } from '../../lib/analysis/analyse.ts';
import type { Analysis } from '../../lib/model/mention.ts';
import type { ReportText } from '../../lib/model/text.ts';
import { ruleset } from '../../lib/rules/zh/index.ts';
import { withTopics } from '../../lib/rules/zh/topics.ts';
import topics from '../../seeds/topics.json';

const rules = withTopics(ruleset, topics);

/** What of an analysis is compared: the rest would only be carried about and kept. */
export type Compared = Pick<Analysis, 'outline' | 'sentences' | 'figures'>;

/** What the rules, as they are now, find in a stored text. */
export function analysisOf({ text, blocks }: ReportText): Compared {
  const { outline, sentences, figures } = analyse({ text, blocks }, rules);
  return { outline, sentences, figures };
}
