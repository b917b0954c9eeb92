import type { Annotation } from '../../lib/model/annotation.ts';
import { foldForSearch } from '../../lib/search/query.ts';
import type { ZhupiDatabase } from '../../lib/store/database.ts';

/** The reader's own words on one passage, with the names of its codes. */
export interface NoteText {
  id: string;
  reportId: string;
  /** As shown, and as searched. */
  sentence: string;
  folded: string;
  start: number;
}

/** All notes and codings in words, kept while the library is open; what was written since is read each time. */
export class NoteTexts {
  readonly #database: ZhupiDatabase;
  readonly #known = new Map<string, NoteText>();
  #names = new Map<string, string>();
  /** The last change that was seen, ISO 8601. */
  #seen = '';
  /** Number of annotations then: one fewer than is explained means that some were deleted. */
  #count = -1;

  constructor(database: ZhupiDatabase) {
    this.#database = database;
  }

  async all(): Promise<Iterable<NoteText>> {
    const { annotations, codes } = this.#database;
    const names = new Map((await codes.toArray()).map(({ id, name }) => [id, name]));
    const isRenamed = [...names].some(([id, name]) => this.#names.get(id) !== name);
    const changed = await annotations.where('modified').above(this.#seen).toArray();
    const count = await annotations.count();
    const fresh = changed.filter(({ id }) => !this.#known.has(id)).length;
    this.#names = names;
    if (this.#count >= 0 && !isRenamed && this.#count + fresh <= count) this.#take(changed);
    else {
      this.#known.clear();
      await annotations.each((annotation) => this.#take([annotation]));
    }
    this.#count = count;
    return this.#known.values();
  }

  #take(annotations: readonly Annotation[]): void {
    for (const { id, reportId, body, target, motivation, modified } of annotations) {
      if (modified > this.#seen) this.#seen = modified;
      const tags = body.codeIds.map((code) => this.#names.get(code) ?? '').join(' ');
      const sentence = [body.memo, tags].filter((part) => part !== '').join(' · ');
      if (motivation === 'assessing' || sentence === '') this.#known.delete(id);
      else {
        const { start } = target.position;
        this.#known.set(id, { id, reportId, sentence, folded: foldForSearch(sentence), start });
      }
    }
  }
}
