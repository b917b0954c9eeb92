import { correctedAnalysis } from '../../lib/analysis/corrected-analysis.ts';
import type { PlacedCorrection } from '../../lib/analysis/corrections.ts';
import type { Annotation } from '../../lib/model/annotation.ts';
import type { ComparedReport } from '../../lib/model/comparison.ts';
import { knownFacts } from '../../lib/model/facts.ts';
import type { Report } from '../../lib/model/snapshot.ts';
import { leadPhrase } from '../../lib/rules/zh/lead-phrase.ts';
import { match } from '../../lib/selector/match.ts';
import type { ZhupiDatabase } from '../../lib/store/database.ts';
import type { LibraryCache } from '../../lib/store/library-cache.ts';
import { statesKey, wholeTexts } from '../../lib/store/whole-texts.ts';
import { Afterwards } from './afterwards.ts';
import { analysisOf, type Compared } from './analyser.ts';
import { StoredReadings } from './stored-readings.ts';

/** Reports whose texts are read at once; the next ones are fetched while these are analysed. */
const BATCH = 150;

/** Reports that are read before they are asked for, and how many of them at a time. */
const MOST_AHEAD = 400;
const FEW = 24;
/** Readings that are kept unless more are asked for at once: those of ten thousand reports would fill the memory. */
const MOST_KEPT = 1_000;

/** A report as it is compared, and the states that its text is made of. */
export interface Reading extends ComparedReport {
  /** Others as soon as the text is another. */
  states: string;
}

/** What the machine reads in a report's present text, and how the reader's word changes that. */
interface Known {
  states: string;
  text: string;
  machine: Compared;
  judged: { by: string; reading: Reading } | null;
}

/** Analyses of stored reports, as they are now, with all their parts and as the reader corrected them; kept in memory. */
export class Readings {
  readonly #database: ZhupiDatabase;
  readonly #stored: StoredReadings;
  #reading: Promise<void> = Promise.resolve();
  readonly #known = new Map<string, Known>();

  constructor(database: ZhupiDatabase, cache: LibraryCache, afterwards = new Afterwards(0)) {
    this.#database = database;
    this.#stored = new StoredReadings(database, cache, afterwards);
  }

  /** The reports of those ids that are there, in that order, as they are compared: the same object while nothing changed. */
  async of(ids: readonly string[]): Promise<Reading[]> {
    const [found, corrections] = await Promise.all([
      this.#database.reports.bulkGet([...ids]),
      this.#corrections(new Set(ids)),
    ]);
    const reports = found.filter((report) => report !== undefined);
    // one after the other: what two views ask for at once is read once
    const before = this.#reading;
    const own = (async () => {
      await before;
      await this.#read(reports.filter((report) => this.#known.get(report.id)?.states !== statesKey(report)));
    })();
    this.#reading = own.catch(() => undefined);
    await own;
    // held before anything is waited for: another answer may let go of them meanwhile
    const held = reports.flatMap((report) => {
      const known = this.#known.get(report.id);
      return known ? [{ report, known }] : [];
    });
    this.#forget(new Set(ids));
    const readings: Reading[] = [];
    for (const { report, known } of held)
      readings.push(await this.#judged(report, known, corrections.get(report.id) ?? []));
    return readings;
  }

  /** Lets go of what was read first, but for what is asked for. */
  #forget(asked: ReadonlySet<string>): void {
    for (const id of this.#known.keys()) {
      if (this.#known.size <= Math.max(MOST_KEPT, asked.size)) return;
      if (!asked.has(id)) this.#known.delete(id);
    }
  }

  /** Takes out of what is stored between times what is of no report any more. */
  sweep(): Promise<void> {
    return this.#stored.sweep();
  }

  /**
   * Reads the newest reports before they are asked for, a few at a time: whoever lines some up will soon want others.
   * Whatever is asked meanwhile goes first.
   */
  async ahead(): Promise<void> {
    await this.sweep();
    const newest = this.#database.reports.orderBy('created').reverse().limit(MOST_AHEAD);
    const reports = await newest.toArray();
    const unread = reports.filter(({ id }) => !this.#known.has(id));
    for (let from = 0; from < unread.length; from += FEW) {
      await this.#reading;
      const few = unread.slice(from, from + FEW).filter(({ id }) => !this.#known.has(id));
      const own = this.#read(few);
      this.#reading = own.catch(() => undefined);
      await own;
    }
  }

  async #read(reports: readonly Report[]): Promise<void> {
    if (reports.length === 0) return;
    const batches: Report[][] = [];
    for (let from = 0; from < reports.length; from += BATCH) batches.push(reports.slice(from, from + BATCH));
    const fetched = (batch: Report[] = []) =>
      Promise.all([wholeTexts(this.#database, batch), this.#stored.of(batch)]);
    const fresh = new Map<Report, Compared>();
    let coming = fetched(batches[0]);
    for (const [index, batch] of batches.entries()) {
      const [texts, stored] = await coming;
      coming = fetched(batches[index + 1]);
      for (const report of batch) {
        const whole = texts.get(report.id);
        if (!whole) continue;
        const kept = stored.get(report.id);
        const machine = kept ?? analysisOf(whole);
        if (!kept) fresh.set(report, machine);
        this.#known.set(report.id, { states: statesKey(report), text: whole.text, machine, judged: null });
      }
    }
    await coming;
    this.#stored.keep(fresh);
  }

  /** What the reader said of findings in those reports, by report. */
  async #corrections(ids: ReadonlySet<string>): Promise<Map<string, Annotation[]>> {
    const byReport = new Map<string, Annotation[]>();
    const assessing = this.#database.annotations.where({ motivation: 'assessing' });
    for (const correction of await assessing.toArray()) {
      const { reportId } = correction;
      if (!ids.has(reportId)) continue;
      const own = byReport.get(reportId);
      if (own) own.push(correction);
      else byReport.set(reportId, [correction]);
    }
    return byReport;
  }

  async #judged(report: Report, known: Known, corrections: readonly Annotation[]): Promise<Reading> {
    const facts = knownFacts(report.facts, report.editedFacts);
    const by = JSON.stringify([facts, corrections.map(({ id, body, target }) => [id, body, target])]);
    if (known.judged?.by === by) return known.judged.reading;
    const { states, text, machine } = known;
    const placed = corrections.length === 0 ? [] : await this.#placed(known, corrections);
    const { sentences, figures } = correctedAnalysis(text, machine, placed, leadPhrase);
    const reading = { id: report.id, states, facts, text, outline: machine.outline, sentences, figures };
    known.judged = { by, reading };
    return reading;
  }

  /** Corrections of an older state, or of one of several parts, are looked for in the text as it is now. */
  async #placed({ states, text }: Known, corrections: readonly Annotation[]): Promise<PlacedCorrection[]> {
    const others = corrections.map(({ target }) => target.snapshotId).filter((id) => id !== states);
    const snapshots = await this.#database.snapshots.bulkGet([...new Set(others)]);
    const textOf = new Map(snapshots.flatMap((state) => (state ? [[state.id, state.text] as const] : [])));
    return corrections.flatMap(({ id, target, body: { correction } }): PlacedCorrection[] => {
      const { snapshotId, position } = target;
      const span = snapshotId === states ? position : match(text, target, textOf.get(snapshotId)).span;
      return span && correction ? [{ id, span, correction }] : [];
    });
  }
}
