import type { ComparedReport } from '../../lib/model/comparison.ts';
import { SENTENCE_CATEGORIES } from '../../lib/model/mention.ts';
import type { SoughtCategory, ValueFilter } from '../../lib/model/search.ts';
import type { Report } from '../../lib/model/snapshot.ts';
import type { Span } from '../../lib/model/span.ts';
import { passesValue } from '../../lib/search/scan.ts';
import type { ZhupiDatabase } from '../../lib/store/database.ts';
import { whenWritten } from '../../lib/store/mutations.ts';
import { statesKey } from '../../lib/store/whole-texts.ts';
import type { Readings } from './readings.ts';

/** What was found in one report, packed: ten thousand reports of it fit where a few hundred analyses would. */
interface Packed {
  key: string;
  /** Start and end by turns. */
  figures: Uint32Array;
  values: Float64Array;
  units: (string | null)[];
  /** Start and end by turns. */
  sentences: Uint32Array;
  /** Index of the sentence category. */
  categories: Uint8Array;
  topics: (string | undefined)[];
}

/** What was found in all reports, by value, category and topic; as the reader corrected it. */
export class Findings {
  readonly #database: ZhupiDatabase;
  readonly #readings: Readings;
  readonly #known = new Map<string, Packed>();
  /** What the reader said of findings, by report; `null`: something was written since. */
  #judged: Map<string, string> | null = null;

  constructor(database: ZhupiDatabase, readings: Readings) {
    this.#database = database;
    this.#readings = readings;
    whenWritten(database, ['annotations'], () => {
      this.#judged = null;
    });
  }

  /** Learns what the reader has said of findings by now; comes before a search. */
  async see(): Promise<void> {
    if (this.#judged) return;
    const judged = new Map<string, string>();
    const judgements = await this.#database.annotations.where({ motivation: 'assessing' }).toArray();
    for (const { reportId, id, modified } of judgements)
      judged.set(reportId, `${judged.get(reportId) ?? ''} ${id} ${modified}`);
    this.#judged = judged;
  }

  /** Reads the findings of those reports that aren't known. */
  async read(reports: readonly Report[]): Promise<void> {
    const unknown = reports.filter((report) => this.#of(report) === undefined);
    if (unknown.length === 0) return;
    const keys = new Map(unknown.map((report) => [report.id, this.#key(report)]));
    for (const reading of await this.#readings.of(unknown.map(({ id }) => id)))
      this.#known.set(reading.id, packed(reading, keys.get(reading.id) ?? ''));
  }

  /** Figures that pass every test; `null` when one test lets none through. */
  figures(report: Report, filters: readonly ValueFilter[]): Span[] | null {
    const known = this.#of(report);
    const found: Span[] = [];
    for (const filter of filters) {
      const before = found.length;
      known?.units.forEach((unit, index) => {
        if (passesValue(known.values[index] ?? Number.NaN, unit, filter))
          found.push(spanAt(known.figures, index));
      });
      if (found.length === before) return null;
    }
    return found;
  }

  /** Sentences of a category and on a topic. */
  sentences(report: Report, category: SoughtCategory | undefined, topic: string | undefined): Span[] {
    const known = this.#of(report);
    if (!known) return [];
    const sought = category === 'figure' ? -1 : SENTENCE_CATEGORIES.indexOf(category ?? 'none');
    const found: Span[] = [];
    let figure = 0;
    known.topics.forEach((own, index) => {
      const sentence = spanAt(known.sentences, index);
      while ((known.figures[figure * 2] ?? Number.POSITIVE_INFINITY) < sentence.start) figure++;
      const isSought =
        category === undefined ||
        (category === 'figure'
          ? (known.figures[figure * 2] ?? Number.POSITIVE_INFINITY) < sentence.end
          : known.categories[index] === sought);
      if (isSought && (topic === undefined || own === topic)) found.push(sentence);
    });
    return found;
  }

  #of(report: Report): Packed | undefined {
    const known = this.#known.get(report.id);
    return known?.key === this.#key(report) ? known : undefined;
  }

  #key(report: Report): string {
    const judged = this.#judged?.get(report.id);
    return judged === undefined ? statesKey(report) : `${statesKey(report)}${judged}`;
  }
}

function packed({ figures, sentences }: ComparedReport, key: string): Packed {
  return {
    key,
    figures: Uint32Array.from(figures.flatMap(({ start, end }) => [start, end])),
    values: Float64Array.from(figures, ({ value }) => value),
    units: figures.map(({ unit }) => unit),
    sentences: Uint32Array.from(sentences.flatMap(({ start, end }) => [start, end])),
    categories: Uint8Array.from(sentences, ({ category }) => SENTENCE_CATEGORIES.indexOf(category)),
    topics: sentences.map(({ topic }) => topic),
  };
}

function spanAt(pairs: Uint32Array, index: number): Span {
  return { start: pairs[index * 2] ?? 0, end: pairs[index * 2 + 1] ?? 0 };
}
