import type { Annotation } from '../../lib/model/annotation.ts';
import { foldForSearch } from '../../lib/search/query.ts';
import type { ZhupiDatabase } from '../../lib/store/database.ts';
import { whenWritten } from '../../lib/store/mutations.ts';

/** The reader's own words on one passage, with the names of its codes; none on a mere highlight. */
export interface NoteText {
  id: string;
  reportId: string;
  /** The state of the report that it was written on. */
  snapshotId: string;
  codeIds: readonly string[];
  /** As shown, and as searched. */
  sentence: string;
  folded: string;
  start: number;
}

/** Annotations read at once: one by one takes ten times as long, more hold up what is read beside them. */
const BATCH = 1_000;
/** Stands in no note, so that no word reaches from one into the next. */
const SEAM = '\u0000';

/** All notes and codings in words, kept while the library is open and brought up to date when something is written. */
export class NoteTexts {
  readonly #database: ZhupiDatabase;
  readonly #known = new Map<string, NoteText>();
  #names = new Map<string, string>();
  /** Every note's words in one text, with where each begins; `null`: something has changed since. */
  #joined: { text: string; notes: NoteText[]; starts: number[] } | null = null;
  #byReport: Map<string, NoteText[]> | null = null;
  /** Ids of what was written since it was read last; `null`: everything is to be read. */
  #written: Set<string> | null = null;
  #isStale = true;
  #reading: Promise<void> | null = null;

  constructor(database: ZhupiDatabase) {
    this.#database = database;
    whenWritten(database, ['annotations', 'codes'], (keys) => {
      this.#isStale = true;
      if (keys === null) this.#written = null;
      else for (const key of keys) this.#written?.add(key);
    });
  }

  /** Whether all there is has been read. Where it isn't, reading begins. */
  isComplete(): boolean {
    if (this.#isStale) void this.read().catch(() => undefined);
    return !this.#isStale && this.#reading === null;
  }

  /** The notes that hold all the words, of those read by now. */
  withWords(words: readonly string[]): NoteText[] {
    const [first, ...others] = words;
    if (first === undefined) return [];
    const { text, notes, starts } = this.#inOne();
    const found: NoteText[] = [];
    for (let at = text.indexOf(first), index = 0; at >= 0; at = text.indexOf(first, at)) {
      index = lastAtMost(starts, at, index);
      const note = notes[index];
      if (note && others.every((word) => note.folded.includes(word))) found.push(note);
      // one finding in a note is enough
      at = starts[index + 1] ?? text.length;
    }
    return found;
  }

  /** All notes by report, of those read by now. */
  byReport(): ReadonlyMap<string, readonly NoteText[]> {
    if (this.#byReport) return this.#byReport;
    this.#byReport = new Map();
    for (const note of this.#known.values()) {
      const others = this.#byReport.get(note.reportId);
      if (others) others.push(note);
      else this.#byReport.set(note.reportId, [note]);
    }
    return this.#byReport;
  }

  read(): Promise<void> {
    this.#reading ??= this.#read()
      .catch((error: unknown) => {
        this.#isStale = true;
        this.#written = null;
        throw error;
      })
      .finally(() => {
        this.#reading = null;
      });
    return this.#reading;
  }

  #inOne() {
    if (this.#joined) return this.#joined;
    const notes = [...this.#known.values()].filter(({ folded }) => folded !== '');
    const starts: number[] = [];
    let length = 0;
    for (const { folded } of notes) {
      starts.push(length);
      length += folded.length + SEAM.length;
    }
    this.#joined = { text: notes.map(({ folded }) => folded).join(SEAM), notes, starts };
    return this.#joined;
  }

  async #read(): Promise<void> {
    const written = this.#written;
    this.#isStale = false;
    this.#written = new Set();
    const { annotations, codes } = this.#database;
    const names = new Map((await codes.toArray()).map(({ id, name }) => [id, name]));
    const isRenamed = [...names].some(([id, name]) => this.#names.get(id) !== name);
    this.#names = names;
    if (written === null || isRenamed) return this.#readAll();
    const ids = [...written];
    const records = await annotations.bulkGet(ids);
    for (const id of ids) this.#known.delete(id);
    this.#take(records.filter((record) => record !== undefined));
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
    this.#joined = null;
    this.#byReport = null;
    for (const { id, reportId, body, target, motivation } of annotations) {
      // a judgement of a finding is no note
      if (motivation === 'assessing') continue;
      const tags = body.codeIds.map((code) => this.#names.get(code) ?? '').join(' ');
      const sentence = [body.memo, tags].filter((part) => part !== '').join(' · ');
      this.#known.set(id, {
        id,
        reportId,
        snapshotId: target.snapshotId,
        codeIds: body.codeIds,
        sentence,
        folded: foldForSearch(sentence),
        start: target.position.start,
      });
    }
  }
}

/** Index of the last start that is at most `at`, looked for from `index` on. */
function lastAtMost(starts: readonly number[], at: number, index: number): number {
  let low = index;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
}
