import type { Verdict } from '../model/correction.ts';
import type { ZhupiDatabase } from './database.ts';

/** How often readers judged what a rule found, and how. */
export interface RuleJudgements extends Record<Verdict, number> {
  ruleId: string;
}

/** For each rule whose findings were judged: how often and how; the most dismissed first. */
export async function judgementsByRule(database: ZhupiDatabase): Promise<RuleJudgements[]> {
  const byRule = new Map<string, RuleJudgements>();
  await database.annotations.where({ motivation: 'assessing' }).each(({ body: { correction } }) => {
    if (!correction) return;
    const { ruleId } = correction.finding;
    const counts = byRule.get(ruleId) ?? { ruleId, accepted: 0, corrected: 0, dismissed: 0 };
    counts[correction.verdict] += 1;
    byRule.set(ruleId, counts);
  });
  return [...byRule.values()].sort(
    (a, b) => b.dismissed - a.dismissed || b.corrected - a.corrected || (a.ruleId < b.ruleId ? -1 : 1),
  );
}
