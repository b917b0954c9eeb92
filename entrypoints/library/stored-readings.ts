import type { Report } from '../../lib/model/snapshot.ts';
import { ANALYSER_VERSION } from '../../lib/rules/zh/version.ts';
import type { ZhupiDatabase } from '../../lib/store/database.ts';
import type { LibraryCache, StoredReading } from '../../lib/store/library-cache.ts';
import { statesKey } from '../../lib/store/whole-texts.ts';
import type { Afterwards } from './afterwards.ts';
import type { Compared } from './analyser.ts';

/** What the rules found in texts before, kept between times; without it the library is slower, no more. */
export class StoredReadings {
  readonly #database: ZhupiDatabase;
  readonly #cache: LibraryCache;
  readonly #afterwards: Afterwards;

  constructor(database: ZhupiDatabase, cache: LibraryCache, afterwards: Afterwards) {
    this.#database = database;
    this.#cache = cache;
    this.#afterwards = afterwards;
  }

  /** What is kept of those reports as they are now and by the rules as they are now, by report. */
  async of(reports: readonly Report[]): Promise<Map<string, Compared>> {
    const kept = await this.#cache.readings.bulkGet(reports.map(({ id }) => id)).catch(() => []);
    const found = new Map<string, Compared>();
    for (const [index, report] of reports.entries()) {
      const reading = kept[index];
      if (reading?.states === statesKey(report) && reading.analyserVersion === ANALYSER_VERSION)
        try {
          found.set(report.id, JSON.parse(reading.json) as Compared);
        } catch {
          // a damaged one is made anew
        }
    }
    return found;
  }

  /** Keeps what was found in those reports, when there is time. */
  keep(found: ReadonlyMap<Report, Compared>): void {
    if (found.size > 0) this.#afterwards.add(() => this.#put(found));
  }

  async #put(found: ReadonlyMap<Report, Compared>): Promise<void> {
    const readings = [...found].map(
      ([report, compared]): StoredReading => ({
        reportId: report.id,
        states: statesKey(report),
        analyserVersion: ANALYSER_VERSION,
        json: JSON.stringify(compared),
      }),
    );
    await this.#cache.readings.bulkPut(readings);
    // a report that the reader removed meanwhile may not stay behind
    await this.#removeDead(readings.map(({ reportId }) => reportId));
  }

  /** Takes out what is of no report any more, which a removal that could not reach the cache has left. */
  async sweep(): Promise<void> {
    await this.#cache.readings
      .toCollection()
      .primaryKeys()
      .then((ids) => this.#removeDead(ids))
      .catch(() => undefined);
  }

  async #removeDead(ids: readonly string[]): Promise<void> {
    const left = await this.#database.reports.bulkGet([...ids]);
    await this.#cache.readings.bulkDelete(ids.filter((_, index) => !left[index]));
  }
}
