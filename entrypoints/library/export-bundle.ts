import { analyse } from '../../lib/analysis/analyse.ts';
import { correctedAnalysis } from '../../lib/analysis/corrected-analysis.ts';
import { withCorrections } from '../../lib/analysis/corrections.ts';
import { findingsOf } from '../../lib/analysis/findings.ts';
import { type Bundle, bundling, type Placer, type Reader } from '../../lib/export/bundle.ts';
import { isCorrection } from '../../lib/model/annotation.ts';
import type { ComparedReport } from '../../lib/model/comparison.ts';
import { type IndicatorEdits, NO_EDITS } from '../../lib/model/indicator-edits.ts';
import type { Analysis } from '../../lib/model/mention.ts';
import type { Words } from '../../lib/model/words.ts';
import { ruleset } from '../../lib/rules/zh/index.ts';
import { leadPhrase } from '../../lib/rules/zh/lead-phrase.ts';
import { withTopics } from '../../lib/rules/zh/topics.ts';
import { ANALYSER_VERSION } from '../../lib/rules/zh/version.ts';
import { match } from '../../lib/selector/match.ts';
import type { ZhupiDatabase } from '../../lib/store/database.ts';
import topics from '../../seeds/topics.json';

const rules = withTopics(ruleset, topics);
/** Longest stretch of work without letting the page breathe, in milliseconds. */
const BUDGET = 30;

/** What an export is made of: the bundle, and the same reports as they are compared. */
export interface Gathered {
  bundle: Bundle;
  compared: ComparedReport[];
  /** What the reader made of the rows of the indicator table, in the project that is open. */
  edits: IndicatorEdits;
}

/**
 * Reads reports with all that belongs to them, and what the rules find in them now. `onProgress` hears how many are
 * done; `signal` ends the work with an `AbortError`.
 */
export async function gather(
  database: ZhupiDatabase,
  ids: readonly string[],
  name: string,
  words: Words,
  onProgress: (done: number) => void,
  signal?: AbortSignal,
): Promise<Gathered> {
  const { reports, snapshots, annotations, codes, codebooks, projects } = database;
  const collection = await database.transaction(
    'r',
    [reports, snapshots, annotations, codes, codebooks],
    async () => {
      const all = await annotations.where('reportId').anyOf(ids).toArray();
      return {
        reports: (await reports.bulkGet([...ids])).filter((report) => report !== undefined),
        snapshots: await snapshots.where('reportId').anyOf(ids).toArray(),
        annotations: all.filter((annotation) => !isCorrection(annotation)),
        corrections: all.filter(isCorrection),
        codes: await codes.toArray(),
        codebooks: await codebooks.toArray(),
      };
    },
  );
  const project = await projects.orderBy('opened').last();
  const edits = { ...NO_EDITS, ...project?.indicatorEdits };
  const analyses = new Map<string, Analysis>();
  let next = 0;
  const nextId = () => String(next++);
  const read: Reader = (snapshot, corrections) => {
    const { text } = snapshot;
    const analysis = analyse({ text, blocks: snapshot.blocks }, rules);
    const placed = corrections.flatMap(({ id, target, body: { correction } }) =>
      correction ? [{ id, span: target.position, correction }] : [],
    );
    analyses.set(snapshot.id, { ...analysis, ...correctedAnalysis(text, analysis, placed, leadPhrase) });
    const findings = findingsOf(text, analysis, leadPhrase, nextId);
    return {
      outline: analysis.outline,
      analyserVersion: ANALYSER_VERSION,
      findings: withCorrections(findings, placed, text, nextId),
    };
  };
  const place: Placer = ({ target }, from, to) => match(to.text, target, from.text).state;
  const named = Object.fromEntries(topics.map((topic) => [topic.id, topic[words.language]]));

  const steps = bundling({ collection, name, now: new Date(), read, place, topics: named });
  let began = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return { bundle: step.value, compared: comparedFrom(step.value, analyses), edits };
    signal?.throwIfAborted();
    if (performance.now() - began < BUDGET) continue;
    onProgress(step.value);
    await new Promise((resolve) => setTimeout(resolve, 0));
    began = performance.now();
  }
}

function comparedFrom({ reports }: Bundle, analyses: ReadonlyMap<string, Analysis>): ComparedReport[] {
  return reports.flatMap(({ report, facts, states: [state] }) => {
    const analysis = state && analyses.get(state.snapshot.id);
    if (!analysis) return [];
    const { outline, sentences, figures } = analysis;
    return [{ id: report.id, facts, text: state.snapshot.text, outline, sentences, figures }];
  });
}
