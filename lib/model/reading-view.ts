import type { MarkCategory } from './annotation.ts';
import type { FigureMention, SentenceCategory } from './mention.ts';
import type { Detection } from './report.ts';
import type { Span } from './span.ts';
import type { Section } from './text.ts';

/** One finding as the panel lists it and a card shows it; offsets into the text of the open page. */
export interface Finding extends Span {
  /** Random per load; also the `data-id` of its mark. */
  id: string;
  category: Exclude<MarkCategory, 'note'>;
  /** The words found: the figure, the whole shortcoming, the whole measure. */
  quote: string;
  certainty: number;
  ruleId: string;
  topic?: string;
  figure?: FigureMention;
}

/** Where a stored note stands on the open page. */
export type NoteState = 'found' | 'changed' | 'ambiguous' | 'lost';

export interface NotePlace {
  state: NoteState;
  /** Where it is drawn; absent when lost or ambiguous. */
  span?: Span;
}

export type SentenceCounts = Record<SentenceCategory, number>;

/** How far the reading of the open page has come. */
export type ReadingState =
  /** Nothing that could be read as a report's text was found. */
  'empty' | 'reading' | 'ready';

/** What the annotator tells the panel about the page it has read. */
export interface ReadingView {
  state: ReadingState;
  address: string;
  url: string;
  detection: Detection;
  outline: Section[];
  findings: Finding[];
  /** By annotation id. */
  places: Record<string, NotePlace>;
  /** Number of findings that could not be drawn. */
  undrawn: number;
  textLength: number;
  attachments: { url: string; name: string }[];
  /** A private window: what is saved stays on this computer all the same, and the reader is told. */
  isPrivate: boolean;
}
