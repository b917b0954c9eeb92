import type { CoverageCell, DueDay } from '../../lib/compare/coverage.ts';
import type { MatrixCell } from '../../lib/compare/matrix.ts';
import type { IndicatorRow } from '../../lib/model/comparison.ts';
import type { ShelfEntry, StoredPassage } from '../../lib/model/library.ts';
import type { Fault } from '../../lib/model/outcome.ts';
import type { SearchAnswer, SearchRequest } from '../../lib/model/search.ts';
import type { OfStates, PassagesRequest } from './of-states.ts';
import type { Reworded } from './reworded.ts';

/** What the library's worker is asked, by name: it reads the database, analyses and compares, and the page stays free. */
export interface Requests {
  shelf(slice: { from: number; most: number }): ShelfEntry[];
  /** Read all texts before they are asked for. */
  warm(): null;
  search(request: SearchRequest): SearchAnswer;
  indicators(reportIds: string[]): OfStates<IndicatorRow[]>;
  /** Two reports or three, the earliest first. */
  sideBySide(reportIds: string[]): OfStates<Reworded>;
  topics(request: {
    reportIds: string[];
    category: 'measure' | 'shortcoming' | 'plan';
  }): OfStates<MatrixCell[]>;
  coverage(request: { reportIds: string[]; due: DueDay }): OfStates<CoverageCell[]>;
  codes(reportIds: string[]): MatrixCell[];
  /** The passages of a report that carry a code. */
  codedPassages(request: { reportId: string; codeId: string }): StoredPassage[];
  /** The passages that notes are about, as they read when they were written. */
  notedPassages(annotationIds: string[]): StoredPassage[];
  passages(request: PassagesRequest): StoredPassage[];
}

export type RequestName = keyof Requests;

export interface Request {
  id: number;
  name: RequestName;
  argument: unknown;
}

/** Parts of a long list come before the value that they belong to. */
export type Reply =
  | { id: number; part: unknown[] }
  | { id: number; value: unknown }
  | { id: number; fault: Fault };
