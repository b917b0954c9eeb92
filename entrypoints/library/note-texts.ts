import { liveQuery } from 'dexie';
import type { Annotation } from '../../lib/model/annotation.ts';
import { foldForSearch } from '../../lib/search/query.ts';
import type { ZhupiDatabase } from '../../lib/store/database.ts';

/** The reader's own words on one passage, with the names of its codes; none on a mere highlight. */
export interface NoteText {
  id: string;
  reportId: string;
  /** As shown, and as searched. */
  sentence: string;
  folded: string;
  start: number;
}

/** Annotations read at once: reading one by one takes ten times as long. */
const BATCH = 10_000;

/** All notes and codings in words, kept while the library is open and brought up to date when something is written. */
export class NoteTexts {
  readonly #database: ZhupiDatabase;
  readonly #known = new Map<string, NoteText>();
  #names = new Map<string, string>();
  /** The last change that was seen, ISO 8601. */
  #seen = '';
  #count = 0;
  #isStale = true;
  #reading: Promise<void> | null = null;

  constructor(database: ZhupiDatabase) {
    this.#database = database;
    const { annotations, codes } = database;
    const written = async () => [await annotations.count(), await annotations.orderBy('modified').last()];
    const named = () => codes.toArray();
    for (const query of [written, named]) {
      liveQuery<unknown>(query).subscribe({ next: () => this.#spoil(), error: () => this.#spoil() });
    }
  }

  /** What is known by now; `isComplete`: all there is. Reading goes on meanwhile. */
  now(): { notes: Iterable<NoteText>; isComplete: boolean } {
    if (this.#isStale) void this.read().catch(() => undefined);
    return { notes: this.#known.values(), isComplete: !this.#isStale && this.#reading === null };
  }

  read(): Promise<void> {
    this.#reading ??= this.#read()
      .catch((error: unknown) => {
        this.#spoil();
        throw error;
      })
      .finally(() => {
        this.#reading = null;
      });
    return this.#reading;
  }

  #spoil(): void {
    this.#isStale = true;
  }

  async #read(): Promise<void> {
    this.#isStale = false;
    const { annotations, codes } = this.#database;
    const names = new Map((await codes.toArray()).map(({ id, name }) => [id, name]));
    const isRenamed = [...names].some(([id, name]) => this.#names.get(id) !== name);
    const count = await annotations.count();
    const changed =
      this.#seen === '' || isRenamed
        ? null
        : await annotations.where('modified').aboveOrEqual(this.#seen).toArray();
    this.#names = names;
    const fresh = changed?.filter(({ id }) => !this.#known.has(id)).length ?? 0;
    // fewer than there would be with what is new: some were deleted
    if (changed && this.#count + fresh <= count) this.#take(changed);
    else await this.#readAll();
    this.#count = count;
  }

  async #readAll(): Promise<void> {
    this.#known.clear();
    for (let last = ''; ; ) {
      const batch = await this.#database.annotations.where('id').above(last).limit(BATCH).toArray();
      this.#take(batch);
      last = batch.at(-1)?.id ?? '';
      if (batch.length < BATCH) return;
    }
  }

  #take(annotations: readonly Annotation[]): void {
    for (const { id, reportId, body, target, motivation, modified } of annotations) {
      if (modified > this.#seen) this.#seen = modified;
      const tags = body.codeIds.map((code) => this.#names.get(code) ?? '').join(' ');
      const sentence = [body.memo, tags].filter((part) => part !== '').join(' · ');
      if (motivation === 'assessing') this.#known.delete(id);
      else {
        const { start } = target.position;
        this.#known.set(id, { id, reportId, sentence, folded: foldForSearch(sentence), start });
      }
    }
  }
}
