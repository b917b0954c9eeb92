import type { SentenceRule } from '../../../analysis/ruleset.ts';
import { firstOf, has, opening } from './cue.ts';

const OPENS_PLAN = /^(?:下一步|下步|下一阶段|下阶段|接下来|今后|明年|来年|新的一年|下一年)/;

/** Everything in the part of plans is planned, also when it starts from a problem. */
export const planned: SentenceRule = {
  id: 'planned',
  category: 'plan',
  certainty: 0.9,
  roles: ['plans'],
  matches: () => true,
};

/** 将…纳入, 将…作为: 将 moves its object and says nothing of the future. */
const OBJECT = /将[^,;。]{0,40}(?:纳入|作为|贯穿|列为|列入|摆在|融入|转化|改为)/;

/** A look ahead inside a part that reports: 下一步, 我局将继续…. */
export const lookAhead: SentenceRule = {
  id: 'look-ahead',
  category: 'plan',
  certainty: 0.75,
  roles: ['measures', 'leadership_duty', 'other'],
  matches(sentence) {
    if (!has(sentence, 'plan')) return false;
    if (OPENS_PLAN.test(opening(sentence, 12))) return true;
    if (OBJECT.test(opening(sentence))) return false;
    return firstOf(sentence, 'plan') < firstOf(sentence, 'done') && !sentence.hasFigure;
  },
};
