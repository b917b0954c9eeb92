import { liveQuery } from 'dexie';
import { UNITS } from '../../lib/lexicon/zh/units.ts';
import { knownFacts } from '../../lib/model/facts.ts';
import type { SearchFilters, SearchHit, SearchPlace } from '../../lib/model/search.ts';
import type { Report } from '../../lib/model/snapshot.ts';
import { foldForSearch, parseQuery } from '../../lib/search/query.ts';
import { figuresFor, findWords, inSentences } from '../../lib/search/scan.ts';
import type { ZhupiDatabase } from '../../lib/store/database.ts';
import { statesKey, wholeTexts } from '../../lib/store/whole-texts.ts';
import { NoteTexts } from './note-texts.ts';
import type { Readings } from './readings.ts';

const UNIT_WORDS: ReadonlySet<string> = new Set(Object.values(UNITS).flat());

/** Reports whose texts are read from the database at once. */
const BATCH = 200;
/** Hits that are shown with their places; the others are counted. */
const MOST_SHOWN = 100;
/** Time after which what was found so far is shown, in milliseconds. */
const PATIENCE = 400;

export interface SearchAnswer {
  /** The first hits, those with most places first. */
  hits: SearchHit[];
  /** Number of reports in which something was found. */
  total: number;
  /** Texts are still being read: asking again finds more. */
  isPartial: boolean;
}

/** Texts of all reports, folded, kept while the library is open: a plain scan of them beats any index. */
export class Search {
  readonly #database: ZhupiDatabase;
  readonly #readings: Readings;
  readonly #notes: NoteTexts;
  #reports: Report[] | null = null;
  /** By report, with the states it was read from. */
  readonly #folded = new Map<string, { states: string; text: string }>();

  constructor(database: ZhupiDatabase, readings: Readings) {
    this.#database = database;
    this.#readings = readings;
    this.#notes = new NoteTexts(database);
  }

  async find(typed: string, filters: SearchFilters): Promise<SearchAnswer> {
    const query = parseQuery(typed, (word) => UNIT_WORDS.has(word));
    if (query.words.length + query.values.length === 0) return { hits: [], total: 0, isPartial: false };
    const began = performance.now();
    const { notes, noted: withNotes, isComplete } = this.#notesWith(query.words, filters.hasNote === true);
    const reports = (await this.#shelf()).filter(
      (report) => passes(report, filters) && (!filters.hasNote || withNotes.has(report.id)),
    );
    let isPartial = !isComplete;
    const hits: SearchHit[] = [];
    for (let from = 0; from < reports.length; from += BATCH) {
      const batch = reports.slice(from, from + BATCH);
      const isUnread = batch.some((report) => !this.#isRead(report));
      if (isUnread && hits.length > 0 && performance.now() - began > PATIENCE) {
        isPartial = true;
        break;
      }
      await this.#read(batch);
      for (const report of batch) {
        const noted = notes.get(report.id) ?? [];
        const found = findWords(this.#folded.get(report.id)?.text ?? '', query.words);
        const counted = query.values.length > 0 ? await this.#figures(report.id, query.values) : [];
        if (counted === null || (found === null && noted.length === 0)) continue;
        const count = (query.words.length > 0 ? (found?.count ?? 0) : 0) + noted.length + counted.length;
        const spans = [...(found?.places ?? []), ...counted].sort((a, b) => a.start - b.start);
        hits.push({ reportId: report.id, count, places: spans.map((span) => bare(span)).concat(noted) });
      }
    }
    hits.sort((a, b) => b.count - a.count);
    return { hits: await this.#shown(hits.slice(0, MOST_SHOWN)), total: hits.length, isPartial };
  }

  /** Reads the texts before they are asked for. */
  async warm(): Promise<void> {
    const reports = await this.#shelf();
    for (let from = 0; from < reports.length; from += BATCH)
      await this.#read(reports.slice(from, from + BATCH));
    await this.#notes.read();
  }

  #isRead(report: Report): boolean {
    return this.#folded.get(report.id)?.states === statesKey(report);
  }

  async #read(reports: readonly Report[]): Promise<void> {
    const unread = reports.filter((report) => !this.#isRead(report));
    if (unread.length === 0) return;
    const texts = await wholeTexts(this.#database, unread);
    for (const report of unread) {
      const text = texts.get(report.id)?.text ?? '';
      this.#folded.set(report.id, { states: statesKey(report), text: foldForSearch(text) });
    }
  }

  /** Figures that pass every filter's test; `null` when one filter lets none through. */
  async #figures(
    reportId: string,
    filters: ReturnType<typeof parseQuery>['values'],
  ): Promise<{ start: number; end: number }[] | null> {
    const [reading] = await this.#readings.of([reportId]);
    const found = filters.map((filter) => figuresFor(reading?.figures ?? [], filter));
    return found.some((figures) => figures.length === 0) ? null : found.flat();
  }

  /** The reader's own words that hold all that was typed, by report, and where `isAsked` the reports with any note. */
  #notesWith(
    words: readonly string[],
    isAsked: boolean,
  ): { notes: Map<string, SearchPlace[]>; noted: Set<string>; isComplete: boolean } {
    const found = new Map<string, SearchPlace[]>();
    const noted = new Set<string>();
    if (words.length === 0 && !isAsked) return { notes: found, noted, isComplete: true };
    const { notes, isComplete } = this.#notes.now();
    for (const { reportId, sentence, folded, start } of notes) {
      noted.add(reportId);
      const places = words.length === 0 ? null : findWords(folded, words);
      if (!places) continue;
      const place: SearchPlace = { of: 'note', sentence, marks: places.places, start };
      const known = found.get(reportId);
      if (known) known.push(place);
      else found.set(reportId, [place]);
    }
    return { notes: found, noted, isComplete };
  }

  /** All reports, newest first: those are read first, too. Read again when one of them is written. */
  async #shelf(): Promise<Report[]> {
    if (this.#reports === null) {
      this.#reports = await this.#database.reports.orderBy('created').reverse().toArray();
      const query = liveQuery(() => this.#database.reports.orderBy('created').reverse().toArray());
      query.subscribe({
        next: (reports) => {
          this.#reports = reports;
        },
        error: () => {
          this.#reports = null;
        },
      });
    }
    return this.#reports;
  }

  /** The hits with their sentences, from the stored texts. */
  async #shown(hits: readonly SearchHit[]): Promise<SearchHit[]> {
    const reports = await this.#database.reports.bulkGet(hits.map(({ reportId }) => reportId));
    const texts = await wholeTexts(
      this.#database,
      reports.filter((report) => report !== undefined),
    );
    return hits.map((hit) => {
      const spans = hit.places.filter(({ of }) => of === 'text').flatMap(({ marks }) => marks);
      const notes = hit.places.filter(({ of }) => of === 'note');
      return {
        ...hit,
        places: [...inSentences(texts.get(hit.reportId)?.text ?? '', spans, 'text'), ...notes],
      };
    });
  }
}

function bare(span: { start: number; end: number }): SearchPlace {
  return { of: 'text', sentence: '', marks: [{ start: span.start, end: span.end }], start: span.start };
}

function passes(report: Report, { kind, issuer, year }: SearchFilters): boolean {
  const facts = knownFacts(report.facts, report.editedFacts);
  return (
    (kind === undefined || facts.kind === kind) &&
    (issuer === undefined || facts.issuer === issuer) &&
    (year === undefined || facts.year === year)
  );
}
