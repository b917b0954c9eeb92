import { type Annotation, MARK_CATEGORIES, type MarkCategory } from '../../lib/model/annotation.ts';
import type { Code } from '../../lib/model/codebook.ts';
import type { Correction, Verdict } from '../../lib/model/correction.ts';
import { shownFinding, shownQuote } from '../../lib/model/line-ends.ts';
import type { Finding, NotePlace } from '../../lib/model/reading-view.ts';
import type { Span } from '../../lib/model/span.ts';

/** What one row of the list is about. */
export type Subject =
  | { sort: 'finding'; finding: Finding }
  | { sort: 'note'; annotation: Annotation; place: NotePlace | undefined }
  /** A finding that the reader said is none. */
  | { sort: 'dismissed'; correction: Correction };

export interface Entry {
  /** Of the finding, or of the annotation. */
  id: string;
  category: MarkCategory;
  /** Where on the open page; `undefined`: nowhere. */
  span: Span | undefined;
  /** Where it comes in the order of the text. */
  order: number;
  /** When the reader last had to do with it, ISO 8601; '' for what the machine found and nobody touched. */
  time: string;
  verdict: Verdict | null;
  topic: string | undefined;
  codeIds: string[];
  /** All words that it can be found by, in lower case. */
  words: string;
  subject: Subject;
}

export type VerdictFilter = Verdict | 'none' | null;

/** What of the list is shown; `null` and '' are no limit. */
export interface EntryFilter {
  category: MarkCategory | null;
  codeId: string | null;
  topic: string | null;
  /** Dismissed findings are shown only when asked for. */
  verdict: VerdictFilter;
  text: string;
  sort: 'place' | 'time';
}

export const NO_FILTER: EntryFilter = {
  category: null,
  codeId: null,
  topic: null,
  verdict: null,
  text: '',
  sort: 'place',
};

export interface EntrySources {
  findings: readonly Finding[];
  annotations: readonly Annotation[];
  /** Judgements of findings. */
  corrections: readonly Annotation[];
  places: Record<string, NotePlace>;
  codes: readonly Code[];
  /** Names of topics by id. */
  topics: Record<string, string>;
}

/** All that can be listed of a report, in the order of its text. */
export function entriesOf(sources: EntrySources): Entry[] {
  const { findings, annotations, corrections, places, codes, topics } = sources;
  const nameById = new Map(codes.map(({ id, name }) => [id, name]));
  const judgedAt = new Map(corrections.map(({ id, modified }) => [id, modified]));
  const found = findings.map((finding): Entry => {
    const { id, category, start, end, verdict, correctionId, topic } = finding;
    return {
      id,
      category,
      span: { start, end },
      order: start,
      time: (correctionId && judgedAt.get(correctionId)) ?? '',
      verdict: verdict ?? null,
      topic,
      codeIds: [],
      words: searchable([
        shownFinding(finding.quote, finding.category === 'figure'),
        finding.figure?.indicator,
        topic && topics[topic],
      ]),
      subject: { sort: 'finding', finding },
    };
  });
  const noted = annotations.map((annotation): Entry => {
    const { id, target, body, modified } = annotation;
    const place = places[id];
    return {
      id,
      category: 'note',
      span: place?.span,
      order: place?.span?.start ?? target.position.start,
      time: modified,
      verdict: null,
      topic: undefined,
      codeIds: body.codeIds,
      words: searchable([
        shownQuote(target.quote.exact),
        body.memo,
        ...body.codeIds.map((code) => nameById.get(code)),
      ]),
      subject: { sort: 'note', annotation, place },
    };
  });
  const dismissed = corrections.flatMap(({ id, body, target, modified }): Entry[] => {
    const { correction } = body;
    if (correction?.verdict !== 'dismissed') return [];
    const { category, topic, figure } = correction.finding;
    return [
      {
        id,
        category,
        span: undefined,
        order: target.position.start,
        time: modified,
        verdict: 'dismissed',
        topic,
        codeIds: [],
        words: searchable([shownQuote(target.quote.exact), figure?.indicator, topic && topics[topic]]),
        subject: { sort: 'dismissed', correction },
      },
    ];
  });
  return [...found, ...noted, ...dismissed].sort((a, b) => a.order - b.order);
}

function searchable(parts: readonly (string | undefined)[]): string {
  return parts.join('\n').toLowerCase();
}

/** The entries that a filter lets through, in the order it asks for. A code stands for those under it, too. */
export function filtered(entries: readonly Entry[], filter: EntryFilter, codes: readonly Code[]): Entry[] {
  const { codeId, topic, verdict, text, sort } = filter;
  const wantedCodes = codeId === null ? null : withinCode(codeId, codes);
  const wantedWords = text.toLowerCase().split(/\s+/u).filter(Boolean);
  const shown = entries.filter(
    (entry) =>
      isOf(entry, filter.category) &&
      (wantedCodes === null || entry.codeIds.some((id) => wantedCodes.has(id))) &&
      (topic === null || entry.topic === topic) &&
      isJudged(entry, verdict) &&
      wantedWords.every((word) => entry.words.includes(word)),
  );
  return sort === 'time' ? shown.sort((a, b) => b.time.localeCompare(a.time)) : shown;
}

function isOf({ category }: Entry, wanted: MarkCategory | null): boolean {
  return wanted === null || category === wanted;
}

function isJudged({ verdict, category }: Entry, wanted: VerdictFilter): boolean {
  if (wanted === null) return verdict !== 'dismissed';
  if (wanted === 'none') return verdict === null && category !== 'note';
  return verdict === wanted;
}

function withinCode(codeId: string, codes: readonly Code[]): Set<string> {
  const within = new Set([codeId]);
  // a code may stand before its parent: until nothing is added any more
  for (let before = 0; before < within.size; ) {
    before = within.size;
    for (const { id, parentId } of codes) if (parentId !== null && within.has(parentId)) within.add(id);
  }
  return within;
}

/** How many entries there are of each category, dismissed ones apart. */
export function countByCategory(entries: readonly Entry[]): Record<MarkCategory, number> {
  const counts = Object.fromEntries(MARK_CATEGORIES.map((category) => [category, 0]));
  for (const { category, verdict } of entries) {
    if (verdict !== 'dismissed') counts[category] = (counts[category] ?? 0) + 1;
  }
  return counts as Record<MarkCategory, number>;
}

export function overlaps(a: Span | undefined, b: Span | null): boolean {
  return a !== undefined && b !== null && a.start < b.end && b.start < a.end;
}
