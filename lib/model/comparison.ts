import type { FigureMention, QuantityKind, SentenceMention } from './mention.ts';
import type { ReportFacts } from './report.ts';
import type { Section } from './text.ts';

/** A figure as it is compared. */
export interface ComparedFigure extends FigureMention {
  /** Value and unit are the reader's, not those that are written. */
  isCorrected?: true;
}

/** A report as it is compared: its facts, its text, and what the analysis and the reader say of that. */
export interface ComparedReport {
  id: string;
  facts: ReportFacts;
  text: string;
  outline: Section[];
  sentences: SentenceMention[];
  figures: ComparedFigure[];
}

/** One figure of one report in a row of the indicator table. */
export interface IndicatorCell {
  reportId: string;
  figure: ComparedFigure;
  /** As written, hedge and unit with it. */
  written: string;
  /** Says by how much it went up or down, not how much it is. */
  isChange: boolean;
}

/** The same thing counted in several reports. */
export interface IndicatorRow {
  /** Tells the row from the others of its table; in another table, of other reports, another row may have it. */
  key: string;
  /** What is counted, in the words of the report that says it best. */
  label: string;
  kind: QuantityKind;
  /** As the first of them is written, without 万 and 亿; `null`: none. */
  unit: string | null;
  /** At most one for each report, in the order of the reports; a report that doesn't state it has none. */
  cells: IndicatorCell[];
  /** 0..1: how sure it is that the cells belong together; 1 for a row of one. */
  certainty: number;
}

/** By what the rows of the indicator table are sorted. */
export type RowOrder =
  | { by: 'place' | 'label' | 'count' | 'change' }
  | { by: 'report'; reportId: string; direction: 'ascending' | 'descending' };

/** Whose figures a report states, and of which year. */
export interface Dated {
  id: string;
  /** `null`: not known. */
  body: string | null;
  year: number | null;
}
