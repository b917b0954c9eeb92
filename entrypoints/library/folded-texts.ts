import type { Report } from '../../lib/model/snapshot.ts';
import { foldForSearch } from '../../lib/search/query.ts';
import type { ZhupiDatabase } from '../../lib/store/database.ts';
import type { FoldedText, LibraryCache, Sheaf } from '../../lib/store/library-cache.ts';
import { statesKey, wholeTexts } from '../../lib/store/whole-texts.ts';

/** Texts in one record of the cache. */
const SHEAF = 64;
/** Records of the cache, and stored texts, that are read at once. */
const SHEAVES = 8;
const BATCH = 3 * SHEAF;

/** Texts of all reports, folded, kept while the library is open, and between times in a cache that can be lost. */
export class FoldedTexts {
  readonly #database: ZhupiDatabase;
  readonly #cache: LibraryCache;
  readonly #known = new Map<string, FoldedText>();
  #reports: readonly Report[] = [];
  #isCacheRead = false;
  #reading: Promise<void> | null = null;
  #next = deferred();
  /** What is being written to the cache. */
  #keeping: Promise<void> = Promise.resolve();

  constructor(database: ZhupiDatabase, cache: LibraryCache) {
    this.#database = database;
    this.#cache = cache;
  }

  /** `undefined`: not read yet. */
  of(report: Report): string | undefined {
    const known = this.#known.get(report.id);
    return known?.states === statesKey(report) ? known.text : undefined;
  }

  /** These are the reports now: the texts of new ones are read, the earlier first, those of others forgotten. */
  see(reports: readonly Report[]): void {
    if (reports === this.#reports) return;
    this.#reports = reports;
    const ids = new Set(reports.map(({ id }) => id));
    for (const id of this.#known.keys()) {
      if (ids.has(id)) continue;
      this.#known.delete(id);
      // the text of a report that the reader removed may not stay behind in the cache
      this.#isCacheRead = false;
    }
    this.#begin();
  }

  /** Waits for more texts; `false`: all have been read. Rejects when they can't be read. */
  async more(): Promise<boolean> {
    this.#begin();
    const reading = this.#reading;
    if (reading === null) return false;
    return Promise.race([this.#next.promise.then(() => true), reading.then(() => false)]);
  }

  /** Waits until all texts have been read. Rejects when they can't be read. */
  async all(): Promise<void> {
    this.#begin();
    await this.#reading;
  }

  /** Reads whatever is unread, unless that is under way. */
  #begin(): void {
    if (this.#reading !== null || (this.#isCacheRead && this.#unread().length === 0)) return;
    const reading = this.#read().finally(() => {
      this.#reading = null;
    });
    // whoever waits for more is told
    reading.catch(() => undefined);
    this.#reading = reading;
  }

  #unread(): Report[] {
    return this.#reports.filter((report) => this.of(report) === undefined);
  }

  #arrived(): void {
    this.#next.resolve();
    this.#next = deferred();
  }

  async #read(): Promise<void> {
    const fresh: FoldedText[] = [];
    for (;;) {
      if (!this.#isCacheRead) {
        this.#isCacheRead = true;
        // without its cache the library is slower, no more
        await this.#readCache().catch(() => undefined);
      }
      const batch = this.#unread().slice(0, BATCH);
      if (batch.length === 0) break;
      const texts = await wholeTexts(this.#database, batch);
      for (const report of batch) {
        const text = foldForSearch(texts.get(report.id)?.text ?? '');
        const folded = { reportId: report.id, states: statesKey(report), text };
        this.#known.set(report.id, folded);
        fresh.push(folded);
      }
      this.#arrived();
    }
    // nobody waits for that
    this.#keeping = this.#keeping.then(() => this.#keep(fresh)).catch(() => undefined);
  }

  /** Takes in what the cache holds of the reports, and takes out of it what is no report's any more. */
  async #readCache(): Promise<void> {
    await this.#keeping;
    const { sheaves } = this.#cache;
    const wanted = new Map(this.#reports.map((report) => [report.id, statesKey(report)]));
    const loose: Sheaf[] = [];
    let hasDead = false;
    for (let last = 0; ; ) {
      const batch: Sheaf[] = await sheaves.where('id').above(last).limit(SHEAVES).toArray();
      for (const { id, texts } of batch) {
        const live = texts.filter(
          ({ reportId, states }) => wanted.get(reportId) === states && wanted.delete(reportId),
        );
        for (const text of live) this.#known.set(text.reportId, text);
        hasDead ||= live.length < texts.length;
        if (live.length < SHEAF) loose.push({ id, texts: live });
      }
      this.#arrived();
      last = batch.at(-1)?.id ?? 0;
      if (batch.length < SHEAVES) break;
    }
    // one that isn't full is as it should be
    if (!hasDead && loose.length <= 1) return;
    await this.#cache.transaction('rw', sheaves, async () => {
      await sheaves.bulkDelete(loose.map(({ id }) => id));
      await this.#keep(loose.flatMap(({ texts }) => texts));
    });
  }

  async #keep(texts: readonly FoldedText[]): Promise<void> {
    for (let from = 0; from < texts.length; from += SHEAF) {
      // a report may have been removed, or read again, meanwhile
      const live = texts.slice(from, from + SHEAF).filter((text) => this.#known.get(text.reportId) === text);
      if (live.length > 0) await this.#cache.sheaves.add({ texts: live });
    }
  }
}

function deferred(): { promise: Promise<void>; resolve(): void } {
  let resolve = () => {};
  const promise = new Promise<void>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}
