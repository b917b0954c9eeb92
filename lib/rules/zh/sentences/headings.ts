import type { SentenceRule } from '../../../analysis/ruleset.ts';
import { roleOfTitle } from '../roles/of-title.ts';
import { has } from './cue.ts';

/** A heading or label that itself states a weakness: 一是工作落实有差距。 */
export const weakLabel: SentenceRule = {
  id: 'weak-label',
  category: 'shortcoming',
  certainty: 0.9,
  matches(sentence) {
    const { heading, role } = sentence;
    if (heading === null || heading.depth === 1 || role !== 'shortcomings') return false;
    return has(sentence, 'weakness') && roleOfTitle(heading.title, heading.depth) === null;
  },
};

/** The label of an item in a part of plans: 一是强化政治引领。 */
export const planLabel: SentenceRule = {
  id: 'plan-label',
  category: 'plan',
  certainty: 0.7,
  matches: ({ heading, role }) => heading !== null && heading.depth === 3 && role === 'plans',
};

/** The label of an item in a part that reports what was done. */
export const measureLabel: SentenceRule = {
  id: 'measure-label',
  category: 'measure',
  certainty: 0.7,
  matches: ({ heading, role }) =>
    heading !== null && heading.depth === 3 && (role === 'measures' || role === 'leadership_duty'),
};

/** Any other heading names a topic and says nothing. */
export const topicHeading: SentenceRule = {
  id: 'topic-heading',
  category: 'none',
  certainty: 0.9,
  matches: ({ heading }) => heading !== null,
};
