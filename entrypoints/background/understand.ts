import { analyseInSlices } from '../../lib/analysis/analyse.ts';
import { detect } from '../../lib/analysis/detect.ts';
import { findingsOf } from '../../lib/analysis/findings.ts';
import type { Understanding } from '../../lib/messaging/protocol.ts';
import type { Clues } from '../../lib/model/clues.ts';
import { newId } from '../../lib/model/id.ts';
import type { ReportText } from '../../lib/model/text.ts';
import { detectionRules } from '../../lib/rules/zh/detection.ts';
import { ruleset } from '../../lib/rules/zh/index.ts';
import { leadPhrase } from '../../lib/rules/zh/lead-phrase.ts';
import { withTopics } from '../../lib/rules/zh/topics.ts';
import { ANALYSER_VERSION } from '../../lib/rules/zh/version.ts';
import topics from '../../seeds/topics.json';

const rules = withTopics(ruleset, topics);

/** Longest stretch of work without answering others, in milliseconds: a note may be waiting to be saved. */
const BUDGET = 16;

/**
 * Works out what a page's text says. Done here rather than in the page: rules, cues and names of places are half the
 * size of everything a report page would have to load, the page's own thread stays free, and the rules are warm.
 */
export async function understand(
  clues: Clues,
  report: ReportText,
): Promise<Omit<Understanding, 'isPrivate' | 'isDismissed'>> {
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  const slicing = { now: () => performance.now(), pause, budget: BUDGET };
  const analysis = await analyseInSlices(report, rules, slicing);
  return {
    detection: detect(clues, detectionRules, report),
    outline: analysis.outline,
    findings: findingsOf(report.text, analysis, leadPhrase, newId),
    analyserVersion: ANALYSER_VERSION,
  };
}
