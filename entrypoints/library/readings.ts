import { analyse } from '../../lib/analysis/analyse.ts';
import type { ComparedReport } from '../../lib/model/comparison.ts';
import { knownFacts } from '../../lib/model/facts.ts';
import type { Report, Snapshot } from '../../lib/model/snapshot.ts';
import { ruleset } from '../../lib/rules/zh/index.ts';
import { withTopics } from '../../lib/rules/zh/topics.ts';
import type { ZhupiDatabase } from '../../lib/store/database.ts';
import topics from '../../seeds/topics.json';

const rules = withTopics(ruleset, topics);

/** Analyses of stored reports, by their newest state, kept while the library is open. */
export class Readings {
  readonly #database: ZhupiDatabase;
  readonly #known = new Map<string, { snapshotId: string; reading: ComparedReport }>();

  constructor(database: ZhupiDatabase) {
    this.#database = database;
  }

  /** The reports of those ids that are there, in that order, as they are compared. */
  async of(ids: readonly string[]): Promise<ComparedReport[]> {
    const reports = (await this.#database.reports.bulkGet([...ids])).filter((report) => report !== undefined);
    const stale = reports.filter(({ id, snapshotId }) => this.#known.get(id)?.snapshotId !== snapshotId);
    const snapshots = await this.#database.snapshots.bulkGet(stale.map(({ snapshotId }) => snapshotId));
    stale.forEach((report, index) => {
      const snapshot = snapshots[index];
      if (snapshot)
        this.#known.set(report.id, { snapshotId: snapshot.id, reading: readingOf(report, snapshot) });
    });
    return reports.flatMap((report) => {
      const reading = this.#known.get(report.id)?.reading;
      return reading ? [{ ...reading, facts: knownFacts(report.facts, report.editedFacts) }] : [];
    });
  }
}

function readingOf(report: Report, { text, blocks }: Snapshot): ComparedReport {
  const { outline, sentences, figures } = analyse({ text, blocks }, rules);
  return {
    id: report.id,
    facts: knownFacts(report.facts, report.editedFacts),
    text,
    outline,
    sentences,
    figures,
  };
}
