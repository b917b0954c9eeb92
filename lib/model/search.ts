import type { ReportKind } from './report.ts';
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

export interface SearchFilters {
  kind?: ReportKind;
  issuer?: string;
  year?: number;
  /** Only reports with notes. */
  hasNote?: boolean;
}

/** A report in which something was found, with the first of the places. */
export interface SearchHit {
  reportId: string;
  count: number;
  places: SearchPlace[];
}

export interface SearchPlace {
  /** Whose words: the report's, or the reader's own. */
  of: 'text' | 'note';
  /** The sentence around, and where in it the words stand. */
  sentence: string;
  marks: Span[];
  /** Offset in the report's text. */
  start: number;
}
