import { alignIndicators } from '../../lib/compare/indicators.ts';
import { type PackedRow, packRows, unpackRows } from '../../lib/compare/packed-rows.ts';
import { ALIGNER_VERSION } from '../../lib/compare/version.ts';
import type { IndicatorRow } from '../../lib/model/comparison.ts';
import { ANALYSER_VERSION } from '../../lib/rules/zh/version.ts';
import type { ZhupiDatabase } from '../../lib/store/database.ts';
import type { LibraryCache } from '../../lib/store/library-cache.ts';
import type { Reading } from './readings.ts';

/** So many tables are kept between times, those that were asked for last. */
const MOST = 8;
/** Few reports are lined up sooner than a table of theirs is fetched. */
const WORTH_KEEPING = 24;

/** The rows of indicator tables: the last one kept in memory, larger ones between times. */
export class IndicatorTables {
  readonly #database: ZhupiDatabase;
  readonly #cache: LibraryCache;
  #last: { readings: readonly Reading[]; rows: IndicatorRow[] } | null = null;

  constructor(database: ZhupiDatabase, cache: LibraryCache) {
    this.#database = database;
    this.#cache = cache;
  }

  /** The rows of those reports, in that order; the same as last time while no reading is another. */
  async of(readings: readonly Reading[]): Promise<IndicatorRow[]> {
    const { length } = readings;
    const last = this.#last;
    if (last?.readings.length === length && readings.every((each, at) => each === last.readings[at]))
      return last.rows;
    const key = length < WORTH_KEEPING ? null : await keyOf(readings);
    const kept = key === null ? null : await this.#kept(key, readings);
    const rows = kept ?? alignIndicators(readings);
    this.#last = { readings, rows };
    if (key !== null) void this.#keep(key, readings, kept === null ? rows : null).catch(() => undefined);
    return rows;
  }

  /** Takes out tables that a report stands in which is gone. */
  async sweep(): Promise<void> {
    await this.#removeDead().catch(() => undefined);
  }

  async #removeDead(): Promise<void> {
    const { alignments } = this.#cache;
    const ids = (await alignments.orderBy('reportIds').uniqueKeys()).map(String);
    const left = await this.#database.reports.bulkGet(ids);
    const gone = ids.filter((_, index) => !left[index]);
    if (gone.length > 0) await alignments.where('reportIds').anyOf(gone).delete();
  }

  async #kept(key: string, readings: readonly Reading[]): Promise<IndicatorRow[] | null> {
    try {
      const table = await this.#cache.alignments.get(key);
      return table ? unpackRows(JSON.parse(table.json) as PackedRow[], readings) : null;
    } catch {
      // a damaged one is made anew
      return null;
    }
  }

  /** `rows`: `null` when they are kept already. */
  async #keep(key: string, readings: readonly Reading[], rows: IndicatorRow[] | null): Promise<void> {
    // whoever asked for them is answered first
    await new Promise((resolve) => setTimeout(resolve, 0));
    const used = Date.now();
    const { alignments } = this.#cache;
    if (rows === null) {
      await alignments.update(key, { used });
      return;
    }
    const reportIds = readings.map(({ id }) => id);
    await alignments.put({ key, reportIds, used, json: JSON.stringify(packRows(rows, readings)) });
    const old = await alignments.orderBy('used').reverse().offset(MOST).primaryKeys();
    await alignments.bulkDelete(old);
    // a report that the reader removed meanwhile may not stay behind
    await this.#removeDead();
  }
}

/** Another as soon as a report, what the rules find in it, what the reader says of it, or the aligner is another. */
async function keyOf(readings: readonly Reading[]): Promise<string> {
  const made = [
    ALIGNER_VERSION,
    ANALYSER_VERSION,
    readings.map(({ id, states, judged }) => [id, states, judged]),
  ];
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(made)));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
