import type { SentenceRule } from '../../../analysis/ruleset.ts';
import { has } from './cue.ts';

/** What stands in the part of measures was done, is in force or was achieved. */
export const reported: SentenceRule = {
  id: 'reported',
  category: 'measure',
  certainty: 0.9,
  roles: ['measures'],
  matches: () => true,
};

/** What the leader did as first responsible person. */
export const leadersDuty: SentenceRule = {
  id: 'leaders-duty',
  category: 'measure',
  certainty: 0.9,
  roles: ['leadership_duty'],
  matches: () => true,
};

/** In other parts, and before the first heading, only what is counted or told as done. */
export const toldAsDone: SentenceRule = {
  id: 'told-as-done',
  category: 'measure',
  certainty: 0.6,
  roles: ['other', 'intro'],
  matches: (sentence) =>
    (sentence.role === 'other' &&
      (sentence.hasFigure || has(sentence, 'done') || has(sentence, 'workDone'))) ||
    (sentence.role === 'intro' && sentence.hasFigure),
};
