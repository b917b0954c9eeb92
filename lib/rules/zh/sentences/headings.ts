import type { SentenceRule } from '../../../analysis/ruleset.ts';
import { ACTION } from '../../../lexicon/zh/action.ts';
import { roleOfTitle } from '../roles/of-title.ts';
import { has } from './cue.ts';

/** A label that only names a field: 一是制度建设方面。 */
const FIELD = /(?:方面|情况|问题|建设|工作|原因|短板|不足|层面|环节)$/;

/** Ends in a state of weakness that no cue names: 重处罚轻教育, 基层执法难. */
const STATE = /重[^,;。]{1,6}轻[^,;。]{1,6}$|现象$|[难慢弱差散软浅窄虚僵]$/;

/**
 * A heading or label that itself states a weakness: 一是工作落实有差距。 In that part nearly every label does; not those that
 * name a field or say what will be done.
 */
export const weakLabel: SentenceRule = {
  id: 'weak-label',
  category: 'shortcoming',
  certainty: 0.85,
  roles: ['shortcomings'],
  ofLabels: true,
  matches(sentence) {
    const { heading } = sentence;
    if (heading === null || heading.depth === 1) return false;
    if (roleOfTitle(heading.title, heading.depth) !== null) return false;
    if (has(sentence, 'weakness') || has(sentence, 'fault') || STATE.test(heading.title)) return true;
    // (一)多计工程价款23.56万元: nothing follows, so it says itself what was found
    if (heading.bodyEnd <= heading.end && sentence.hasFigure) return true;
    return heading.depth === 3 && !FIELD.test(heading.title) && !ACTION.test(heading.title);
  },
};

/** The label of an item in a part of plans: 一是强化政治引领。 */
export const planLabel: SentenceRule = {
  id: 'plan-label',
  category: 'plan',
  certainty: 0.7,
  roles: ['plans'],
  ofLabels: true,
  matches: ({ heading }) => heading?.depth === 3,
};

/** The label of an item in a part that reports what was done. */
export const measureLabel: SentenceRule = {
  id: 'measure-label',
  category: 'measure',
  certainty: 0.7,
  roles: ['measures', 'leadership_duty'],
  ofLabels: true,
  matches: ({ heading }) => heading?.depth === 3,
};

/** Any other heading names a topic and says nothing. */
export const topicHeading: SentenceRule = {
  id: 'topic-heading',
  category: 'none',
  certainty: 0.9,
  ofLabels: true,
  matches: () => true,
};
