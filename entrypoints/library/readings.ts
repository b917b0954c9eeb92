import { analyse } from '../../lib/analysis/analyse.ts';
import type { ComparedReport } from '../../lib/model/comparison.ts';
import { knownFacts } from '../../lib/model/facts.ts';
import type { Report } from '../../lib/model/snapshot.ts';
import type { ReportText } from '../../lib/model/text.ts';
import { ruleset } from '../../lib/rules/zh/index.ts';
import { withTopics } from '../../lib/rules/zh/topics.ts';
import type { ZhupiDatabase } from '../../lib/store/database.ts';
import { statesKey, wholeTexts } from '../../lib/store/whole-texts.ts';
import topics from '../../seeds/topics.json';

const rules = withTopics(ruleset, topics);

/** Analyses of stored reports, as they are now and with all their parts, kept while the library is open. */
export class Readings {
  readonly #database: ZhupiDatabase;
  readonly #known = new Map<string, { states: string; reading: ComparedReport }>();

  constructor(database: ZhupiDatabase) {
    this.#database = database;
  }

  /** The reports of those ids that are there, in that order, as they are compared. */
  async of(ids: readonly string[]): Promise<ComparedReport[]> {
    const reports = (await this.#database.reports.bulkGet([...ids])).filter((report) => report !== undefined);
    const stale = reports.filter((report) => this.#known.get(report.id)?.states !== statesKey(report));
    const texts = await wholeTexts(this.#database, stale);
    for (const report of stale) {
      const text = texts.get(report.id);
      if (text) this.#known.set(report.id, { states: statesKey(report), reading: readingOf(report, text) });
    }
    return reports.flatMap((report) => {
      const reading = this.#known.get(report.id)?.reading;
      return reading ? [{ ...reading, facts: knownFacts(report.facts, report.editedFacts) }] : [];
    });
  }
}

function readingOf(report: Report, { text, blocks }: ReportText): ComparedReport {
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
