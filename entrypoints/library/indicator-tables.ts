import { alignIndicators } from '../../lib/compare/indicators.ts';
import { type PackedRow, packRows, unpackRows } from '../../lib/compare/packed-rows.ts';
import { ALIGNER_VERSION } from '../../lib/compare/version.ts';
import type { IndicatorRow } from '../../lib/model/comparison.ts';
import type { ZhupiDatabase } from '../../lib/store/database.ts';
import type { LibraryCache } from '../../lib/store/library-cache.ts';
import type { Afterwards } from './afterwards.ts';
import type { Reading } from './readings.ts';

/** So many tables are kept between times, those that were asked for last. */
const MOST = 8;
/** Few reports are lined up sooner than a table of theirs is fetched. */
const WORTH_KEEPING = 24;

/** The rows of indicator tables: the last one kept in memory, larger ones between times. */
export class IndicatorTables {
  readonly #database: ZhupiDatabase;
  readonly #cache: LibraryCache;
  readonly #afterwards: Afterwards;
  #last: { readings: readonly Reading[]; rows: Promise<IndicatorRow[]> } | null = null;

  constructor(database: ZhupiDatabase, cache: LibraryCache, afterwards: Afterwards) {
    this.#database = database;
    this.#cache = cache;
    this.#afterwards = afterwards;
  }

  /** The rows of those reports, in that order; the same as last time while no reading is another. */
  of(readings: readonly Reading[]): Promise<IndicatorRow[]> {
    const last = this.#last;
    if (last?.readings.length === readings.length && readings.every((each, at) => each === last.readings[at]))
      return last.rows;
    const rows = readings.length < WORTH_KEEPING ? alignedNow(readings) : this.#keptOrAligned(readings);
    this.#last = { readings, rows };
    return rows;
  }

  /** Takes out tables that a report stands in which is gone. */
  async sweep(): Promise<void> {
    await this.#removeDead().catch(() => undefined);
  }

  async #keptOrAligned(readings: readonly Reading[]): Promise<IndicatorRow[]> {
    const key = await digestOf(readings.map(({ id }) => id));
    const kept = await this.#kept(key, readings);
    const rows = kept ?? alignIndicators(readings);
    this.#afterwards.add(() => (kept ? this.#use(key) : this.#keep(key, readings, rows)));
    return rows;
  }

  async #kept(key: string, readings: readonly Reading[]): Promise<IndicatorRow[] | null> {
    try {
      const table = await this.#cache.alignments.get(key);
      if (!table || table.madeOf !== (await digestOf(inputsOf(readings)))) return null;
      return unpackRows(JSON.parse(table.json) as PackedRow[], readings);
    } catch {
      // a damaged one is made anew
      return null;
    }
  }

  async #use(key: string): Promise<void> {
    await this.#cache.alignments.update(key, { used: Date.now() });
  }

  async #keep(key: string, readings: readonly Reading[], rows: IndicatorRow[]): Promise<void> {
    const { alignments } = this.#cache;
    const madeOf = await digestOf(inputsOf(readings));
    const used = Date.now();
    const reportIds = readings.map(({ id }) => id);
    await alignments.put({ key, madeOf, reportIds, used, json: JSON.stringify(packRows(rows, readings)) });
    const old = await alignments.orderBy('used').reverse().offset(MOST).primaryKeys();
    await alignments.bulkDelete(old);
    // a report that the reader removed meanwhile may not stay behind
    await this.#removeDead();
  }

  async #removeDead(): Promise<void> {
    const { alignments } = this.#cache;
    const ids = (await alignments.orderBy('reportIds').uniqueKeys()).map(String);
    const left = await this.#database.reports.bulkGet(ids);
    const gone = ids.filter((_, index) => !left[index]);
    if (gone.length > 0) await alignments.where('reportIds').anyOf(gone).delete();
  }
}

const alignedNow = async (readings: readonly Reading[]): Promise<IndicatorRow[]> => alignIndicators(readings);

/** All that rows are made of: whoever changed any of it, the reader, the page or a newer version, made another table. */
function inputsOf(readings: readonly Reading[]): unknown {
  return [
    ALIGNER_VERSION,
    readings.map(({ states, facts, sentences, figures }) => [states, facts.issuer, sentences, figures]),
  ];
}

async function digestOf(value: unknown): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(value)));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
