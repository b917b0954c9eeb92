import type { FigureRule, NotAFigure } from '../../../analysis/ruleset.ts';

const STATES_LENGTH =
  /(?:提前|推迟|延长|缩短|为期|长达|满|达到|达|超过|超|期限|时限|历时|有期徒刑|徒刑|保修|质保|寿命|年限|有效期|不少于|不超过|至少|不低于|剩余|减至|增至|工龄|党龄|从警|从业|任期|连任)(?:为|至|到|了)?$/;
const SHORT_PERIOD = /(?:近|过去|今后|未来|前|这|后|最近|头|上|下|每|首|“|本届)$/;
/** 两年内实现: a term that is set, not a time that is told of. */
const WITHIN = /^内(?:实现|完成|建成|办结|还清|达到|全部|基本)/;
/** 用两年时间: how long something is to take. */
const isSpent = (before: string, after: string): boolean => before.endsWith('用') && /^的?时间/.test(after);
const AFTER_PERIOD =
  /^(?:来|间|期间|规划|计划|行动|攻坚|任期|一|前|后|里|中|提升|倍增|整治|大庆|内(?!实现|办结|完成|还清|建成|达到|全部|基本))/;

/**
 * 过去五年, 近3年来, 三年行动: a stretch of time the text speaks about, no figure. 年 counts as a duration only where the text
 * says how long something took, lasted or was moved.
 */
export const period: FigureRule = {
  id: 'period',
  certainty: 0.9,
  scripts: ['arabic', 'chinese', 'digits'],
  after: '年个天季周日小多余 ',
  read({ text, from, to, number }): NotAFigure | null {
    const rest = text.slice(number.end, Math.min(to, number.end + 8));
    const unit = /^ ?(?:多|余)?(年|个月|天|个季度|季度|周|日|小时)(?:多)?/.exec(rest);
    if (unit === null) return null;
    const before = text.slice(Math.max(from, number.start - 6), number.start);
    const after = rest.slice(unit[0].length);
    const end = number.end + unit[0].length;
    const answer: NotAFigure = { start: number.start, end, not: 'period of time' };
    if (STATES_LENGTH.test(before)) return null;
    if (unit[1] === '年') {
      const isTerm = (WITHIN.test(after) && !SHORT_PERIOD.test(before)) || isSpent(before, after);
      return /^半/.test(after) || isTerm ? null : answer;
    }
    if (SHORT_PERIOD.test(before) || AFTER_PERIOD.test(after)) return answer;
    return unit[1] === '季度' ? answer : null;
  },
};
