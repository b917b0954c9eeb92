import type { MarkCategory } from './annotation.ts';
import type { Verdict } from './correction.ts';
import type { Piece, Revision } from './difference.ts';
import type { FigureMention } from './mention.ts';
import type { Detection, Part } from './report.ts';
import type { Span } from './span.ts';
import type { Section } from './text.ts';

/** One finding as the panel lists it and a card shows it; offsets into the text of the open page. */
export interface Finding extends Span {
  /** Random per load; also the `data-id` of its mark. */
  id: string;
  category: Exclude<MarkCategory, 'note'>;
  /** The part that is drawn: for a measure its lead phrase. */
  mark: Span;
  /** The words found: the figure, the whole shortcoming, the whole measure. */
  quote: string;
  certainty: number;
  ruleId: string;
  topic?: string;
  figure?: FigureMention;
  /** What the reader said of it; absent: nothing. */
  verdict?: Exclude<Verdict, 'dismissed'>;
  /** Id of the annotation that says so. */
  correctionId?: string;
}

/** Where a stored note stands on the open page. */
export type NoteState = 'found' | 'changed' | 'ambiguous' | 'lost';

export interface NotePlace {
  state: NoteState;
  /** Where it is drawn; absent when lost or ambiguous. */
  span?: Span;
  /** The quoted words against those that stand there now, when they differ. */
  difference?: Piece[];
  /** Places to choose from when ambiguous, or to look at when lost; the likeliest first. */
  candidates?: Candidate[];
}

/** A place that a note may belong to, with the words around it. */
export interface Candidate {
  span: Span;
  before: string;
  words: string;
  after: string;
}

/** How far the reading of the open page has come. */
export type ReadingState =
  /** Nothing that could be read as a report's text was found. */
  'empty' | 'reading' | 'ready';

/** What the annotator tells the panel about the report on the open page. */
export interface ReportView {
  address: string;
  url: string;
  detection: Detection;
  outline: Section[];
  /** Sorted by start. */
  findings: Finding[];
  /** By annotation id. */
  places: Record<string, NotePlace>;
  /** Number of findings that could not be drawn. */
  undrawn: number;
  /** `null`: the whole report is on this page. */
  part: Part | null;
  revision: Revision | null;
  textLength: number;
}

export interface Attachment {
  url: string;
  name: string;
}

export interface ReadingView {
  state: ReadingState;
  /** Files that the page offers. */
  attachments: Attachment[];
  /** `null` unless the state is `ready`. */
  report: ReportView | null;
}
