import { UNITS } from '../../lib/lexicon/zh/units.ts';
import { shownQuote } from '../../lib/model/line-ends.ts';
import type {
  SearchAnswer,
  SearchFilters,
  SearchHit,
  SearchPlace,
  SearchQuery,
  SearchRequest,
} from '../../lib/model/search.ts';
import type { Report } from '../../lib/model/snapshot.ts';
import type { Span } from '../../lib/model/span.ts';
import { type CodedQuote, overlapping, passesFacts, placesOfQuotes } from '../../lib/search/filters.ts';
import { foldForSearch, parseQuery } from '../../lib/search/query.ts';
import { countWords, inSentences, placesOf } from '../../lib/search/scan.ts';
import type { ZhupiDatabase } from '../../lib/store/database.ts';
import type { LibraryCache } from '../../lib/store/library-cache.ts';
import { whenWritten } from '../../lib/store/mutations.ts';
import { statesKey, wholeTexts } from '../../lib/store/whole-texts.ts';
import { Findings } from './findings.ts';
import { FoldedTexts } from './folded-texts.ts';
import { notesInState } from './note-states.ts';
import { type NoteText, NoteTexts } from './note-texts.ts';
import type { Readings } from './readings.ts';

const UNIT_WORDS: ReadonlySet<string> = new Set(Object.values(UNITS).flat());

/** Reports whose findings are read at once. */
const BATCH = 50;
/** Notes of one report that are shown; and when it is notes that are asked for. */
const MOST_NOTES = 3;
const MOST_ASKED_NOTES = 50;

/** What is asked, and what the reader's notes say to it. */
interface Asked {
  query: SearchQuery;
  filters: SearchFilters;
  /** Reports that are looked through, newest first. */
  reports: readonly Report[];
  /** Notes that answer, by report. */
  notes: ReadonlyMap<string, readonly NoteText[]>;
  asksNotes: boolean;
  /** Quotes that carry the code that is asked for, by report; `null`: none is asked for. */
  coded: ReadonlyMap<string, readonly CodedQuote[]> | null;
}

interface Found {
  report: Report;
  count: number;
}

/** Finds words, figures and passages in all reports: a plain scan of texts held in memory beats any index. */
export class Search {
  readonly #database: ZhupiDatabase;
  readonly #texts: FoldedTexts;
  readonly #notes: NoteTexts;
  readonly #findings: Findings;
  #shelf: Promise<Report[]> | null = null;
  #latest = 0;

  constructor(database: ZhupiDatabase, readings: Readings, cache: LibraryCache) {
    this.#database = database;
    this.#texts = new FoldedTexts(database, cache);
    this.#notes = new NoteTexts(database);
    this.#findings = new Findings(database, readings);
    whenWritten(database, ['reports'], () => {
      this.#shelf = null;
    });
  }

  /**
   * The reports in which all is found that was typed, those with most places first. When it takes long, what was found
   * is told before all has been read. A question that another one follows is answered with nothing.
   */
  async find({ typed, filters, most, patience }: SearchRequest): Promise<SearchAnswer> {
    const turn = ++this.#latest;
    const began = performance.now();
    const isOver = () => turn !== this.#latest;
    const found: Found[] = [];
    const isEnough = () => isOver() || (found.length > 0 && performance.now() - began > patience);

    const asked = await this.#asked(
      parseQuery(typed, (word) => UNIT_WORDS.has(word)),
      filters,
    );
    let pending = asked.reports;
    let isStopped = false;
    while (pending.length > 0 && !isStopped) {
      const { candidates, unread } = this.#candidates(pending, asked);
      pending = unread;
      if (isPlain(asked)) found.push(...candidates);
      else {
        for (let from = 0; from < candidates.length && !isStopped; from += BATCH) {
          found.push(...(await this.#counted(candidates.slice(from, from + BATCH), asked)));
          isStopped = isEnough() && from + BATCH < candidates.length;
        }
      }
      if (pending.length > 0) isStopped ||= isEnough() || !(await this.#texts.more());
    }
    if (isOver()) return { hits: [], total: 0, places: 0, isPartial: true };
    found.sort((a, b) => b.count - a.count);
    const hits = await this.#shown(found.slice(0, most), asked);
    // the notes are read last
    const isPartial = isStopped || !this.#notes.isComplete();
    const places = found.reduce((sum, { count }) => sum + count, 0);
    return { hits, total: found.length, places, isPartial };
  }

  /** Reads texts and notes before they are asked for. */
  async warm(): Promise<void> {
    this.#texts.see(await this.reports());
    await this.#texts.all();
    await this.#notes.read();
  }

  /** All reports, newest first, as they are now. */
  reports(): Promise<readonly Report[]> {
    this.#shelf ??= this.#database.reports
      .toArray()
      .then((reports) => reports.sort((a, b) => (a.created < b.created ? 1 : -1)))
      .catch((error: unknown) => {
        this.#shelf = null;
        throw error;
      });
    return this.#shelf;
  }

  async #asked(query: SearchQuery, filters: SearchFilters): Promise<Asked> {
    const { codeId, noteState, category, topic } = filters;
    const shelf = await this.reports();
    this.#texts.see(shelf);
    if (query.values.length > 0 || asksSentences(filters)) await this.#findings.see();
    const byReport = this.#notes.byReport();
    const branch = codeId === undefined ? null : await branchOf(this.#database, codeId);
    const inState =
      noteState === undefined ? null : await notesInState(this.#database, noteState, shelf, byReport);
    const isSought = ({ id, codeIds }: NoteText) =>
      (inState === null || inState.has(id)) && (branch === null || codeIds.some((id) => branch.has(id)));
    const asksNotes = filters.hasNote === true || noteState !== undefined;
    const reports = shelf.filter(
      (report) =>
        passesFacts(report, filters) && (!asksNotes || byReport.get(report.id)?.some(isSought) === true),
    );
    const isEmpty = query.words.length + query.values.length === 0;
    const notes = new Map<string, NoteText[]>();
    // a note is no sentence of a category or on a topic
    if (category === undefined && topic === undefined) {
      if (!isEmpty) gather(notes, this.#notes.withWords(query.words).filter(isSought));
      else if (asksNotes) for (const own of byReport.values()) gather(notes, own.filter(isSought));
    }
    const coded = branch && (await this.#coded(branch));
    return { query, filters, reports, notes, asksNotes, coded };
  }

  /** What carries one of the codes, by report. */
  async #coded(codeIds: ReadonlySet<string>): Promise<Map<string, CodedQuote[]>> {
    const coded = new Map<string, CodedQuote[]>();
    const carrying = this.#database.annotations.where('body.codeIds').anyOf([...codeIds]);
    const annotations = await carrying.distinct().toArray();
    for (const { reportId, target } of annotations) {
      const quote = { words: foldForSearch(target.quote.exact), start: target.position.start };
      const others = coded.get(reportId);
      if (others) others.push(quote);
      else coded.set(reportId, [quote]);
    }
    return coded;
  }

  /** The reports in which all the words stand, or that are to be looked at in another way; and those not read yet. */
  #candidates(reports: readonly Report[], { query, notes, coded, filters }: Asked) {
    const candidates: Found[] = [];
    const unread: Report[] = [];
    const { words, values } = query;
    const isWordless = words.length === 0;
    const seeksOthers = isWordless && (values.length > 0 || asksSentences(filters));
    // of reports that are only told by their facts there is nothing to find in them
    const isListed = isWordless && !seeksOthers && coded === null && Object.keys(filters).length > 0;
    for (const report of reports) {
      const text = this.#texts.of(report);
      if (text === undefined) unread.push(report);
      else {
        const count = countWords(text, words) + (notes.get(report.id)?.length ?? 0);
        const isCoded = isWordless && coded?.has(report.id) === true;
        if (count > 0 || isCoded || seeksOthers || isListed) candidates.push({ report, count });
      }
    }
    return { candidates, unread };
  }

  /** The candidates that are found once their findings are looked at, too. */
  async #counted(candidates: readonly Found[], asked: Asked): Promise<Found[]> {
    if (asked.query.values.length > 0 || asksSentences(asked.filters))
      await this.#findings.read(candidates.map(({ report }) => report));
    return candidates.flatMap(({ report }) => {
      const spans = this.#spans(report, asked);
      const count = spans === null ? 0 : spans.length + (asked.notes.get(report.id)?.length ?? 0);
      return count > 0 ? [{ report, count }] : [];
    });
  }

  /** What is found in a report's text; `null`: nothing, and its notes do not count either. */
  #spans(report: Report, { query, filters, coded, notes }: Asked): Span[] | null {
    const text = this.#texts.of(report) ?? '';
    const sentences = asksSentences(filters)
      ? this.#findings.sentences(report, filters.category, filters.topic)
      : null;
    const passages = coded && placesOfQuotes(text, coded.get(report.id) ?? []);
    const within = (spans: readonly Span[]): Span[] => {
      const inSentence = sentences === null ? [...spans] : overlapping(spans, sentences);
      return passages === null ? inSentence : overlapping(inSentence, passages);
    };
    const { words, values } = query;
    if (words.length + values.length === 0) return within(sentences ?? passages ?? []);
    const figures = values.length === 0 ? [] : this.#findings.figures(report, values);
    const counted = figures && within(figures);
    if (counted === null || (values.length > 0 && counted.length === 0)) return null;
    const places = within(placesOf(text, words));
    const isWhole = words.every((word) => places.some(({ start }) => text.startsWith(word, start)));
    if (!isWhole && !notes.has(report.id)) return null;
    return [...(isWhole ? places : []), ...counted].sort((a, b) => a.start - b.start);
  }

  /** The hits with their sentences, from the stored texts. */
  async #shown(found: readonly Found[], asked: Asked): Promise<SearchHit[]> {
    const texts = await wholeTexts(
      this.#database,
      found.map(({ report }) => report),
    );
    const most = asked.asksNotes ? MOST_ASKED_NOTES : MOST_NOTES;
    const notesOf = ({ id }: Report) => (asked.notes.get(id) ?? []).slice(0, most);
    const quotes = await this.#quotes(found.flatMap(({ report }) => notesOf(report)));
    return found.map(({ report, count }) => {
      const text = texts.get(report.id)?.text ?? '';
      const places = inSentences(text, this.#spans(report, asked) ?? [], 'text');
      const noted = notesOf(report).map((note) => placeOfNote(note, asked.query, quotes));
      return { reportId: report.id, states: statesKey(report), count, places: places.concat(noted) };
    });
  }

  /** The words that were highlighted and nothing said of, by note. */
  async #quotes(notes: readonly NoteText[]): Promise<Map<string, string>> {
    const bare = notes.filter(({ sentence }) => sentence === '').map(({ id }) => id);
    const annotations = await this.#database.annotations.bulkGet(bare);
    return new Map(
      annotations.flatMap((annotation) =>
        annotation ? [[annotation.id, shownQuote(annotation.target.quote.exact)]] : [],
      ),
    );
  }
}

/** Whether what is asked can be told from the words alone. */
function isPlain({ query, filters, coded }: Asked): boolean {
  return query.values.length === 0 && coded === null && !asksSentences(filters);
}

function asksSentences({ category, topic }: SearchFilters): boolean {
  return category !== undefined || topic !== undefined;
}

function gather(byReport: Map<string, NoteText[]>, notes: readonly NoteText[]): void {
  for (const note of notes) {
    const others = byReport.get(note.reportId);
    if (others) others.push(note);
    else byReport.set(note.reportId, [note]);
  }
}

function placeOfNote(
  { id, sentence, folded, start }: NoteText,
  { words }: SearchQuery,
  quotes: ReadonlyMap<string, string>,
): SearchPlace {
  const quote = quotes.get(id);
  const shown = quote === undefined ? sentence : `“${quote}”`;
  return { of: 'note', sentence: shown, marks: placesOf(folded, words), start, noteId: id };
}

/** A code with all that are under it. */
async function branchOf(database: ZhupiDatabase, codeId: string): Promise<Set<string>> {
  const codes = await database.codes.toArray();
  const branch = new Set([codeId]);
  for (let size = 0; size < branch.size; ) {
    size = branch.size;
    for (const { id, parentId } of codes) if (parentId !== null && branch.has(parentId)) branch.add(id);
  }
  return branch;
}
