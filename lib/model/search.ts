import type { SentenceCategory } from './mention.ts';
import type { NoteState } from './reading-view.ts';
import type { Level, ReportKind } from './report.ts';
import type { Span } from './span.ts';

/** What is looked for: all the words, all the numbers, all the filters. */
export interface SearchQuery {
  /** Words or quoted phrases, folded; each must be there. */
  words: string[];
  /** Figures by their value; each must be there. */
  values: ValueFilter[];
}

export interface ValueFilter {
  sign: '>=' | '<=' | '>' | '<' | '=';
  value: number;
  /** `null`: of any unit. */
  unit: string | null;
}

/** Categories of sentences that can be asked for; `figure`: those that hold a figure. */
export const SOUGHT_CATEGORIES = ['measure', 'figure', 'shortcoming', 'plan'] as const;
export type SoughtCategory = (typeof SOUGHT_CATEGORIES)[number] & (SentenceCategory | 'figure');

/** Where is looked; a filter that is absent lets everything through. */
export interface SearchFilters {
  kind?: ReportKind;
  /** A part of the body's name. */
  issuer?: string;
  level?: Level;
  /** A part of the name of the province, city or county. */
  region?: string;
  year?: number;
  /** Only reports with notes. */
  hasNote?: boolean;
  /** Only reports with a note in this state. */
  noteState?: NoteState;
  /** Only sentences of this category. */
  category?: SoughtCategory;
  /** Only sentences on this topic, by its id. */
  topic?: string;
  /** Only passages that carry this code. */
  codeId?: string;
}

export interface SearchRequest {
  /** As the reader typed it. */
  typed: string;
  filters: SearchFilters;
  /** Hits that are wanted; the others are counted. */
  most: number;
  /** Time after which what was found so far is told, in milliseconds. */
  patience: number;
}

/** A report in which something was found, with the first of the places. */
export interface SearchHit {
  reportId: string;
  /** The states of the report that the places are in. */
  states: string;
  count: number;
  places: SearchPlace[];
}

export interface SearchPlace {
  /** Whose words: the report's, or the reader's own. */
  of: 'text' | 'note';
  /** The sentence around, and where in it the words stand. */
  sentence: string;
  marks: Span[];
  /** Offset of the sentence in the report's text. */
  start: number;
  /** There is more of the sentence than is shown. */
  isCutBefore?: boolean;
  isCutAfter?: boolean;
  /** The note whose words these are. */
  noteId?: string;
}

export interface SearchAnswer {
  /** The first hits, those with most places first. */
  hits: SearchHit[];
  /** Number of reports in which something was found, and of places in them. */
  total: number;
  places: number;
  /** There is more to read: asking again finds more. */
  isPartial: boolean;
}
