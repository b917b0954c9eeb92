import type { Detection } from './report.ts';
import type { Span } from './span.ts';
import type { Role, Section } from './text.ts';

export const QUANTITY_KINDS = [
  'count',
  'percent',
  'percentage_point',
  'money',
  'duration',
  'rank',
  'score',
  'ratio',
  'change',
] as const;
export type QuantityKind = (typeof QUANTITY_KINDS)[number];

export const APPROXES = ['exact', 'about', 'at_least', 'at_most', 'more_than'] as const;
export type Approx = (typeof APPROXES)[number];

/** A number with its unit, normalised: 万 and 亿 go into the value, percent stays in per cent. */
export interface Quantity {
  value: number;
  /** Upper end of a range (3至5个工作日). */
  valueMax?: number;
  /** As written (件, 人次, %, 元/平方米); `null`: none. */
  unit: string | null;
  approx: Approx;
  kind: QuantityKind;
  /** Earlier value of a change (由7天延长至14天: 7). */
  from?: number;
  direction?: 'up' | 'down';
  /** Set when the text states that there were none (零投诉). */
  zero?: true;
}

export const SENTENCE_CATEGORIES = ['measure', 'shortcoming', 'plan', 'none'] as const;
export type SentenceCategory = (typeof SENTENCE_CATEGORIES)[number];

/** A sentence (or run-in label) with what it says. */
export interface SentenceMention extends Span {
  category: SentenceCategory;
  role: Role;
  /** Id of a topic of the topic list in use. */
  topic?: string;
  /** 0..1. */
  certainty: number;
  ruleId: string;
}

/** A figure: the span takes hedge and unit with the number. */
export interface FigureMention extends Span, Quantity {
  /** What is counted, a short phrase; '' when the text does not say. */
  indicator: string;
  certainty: number;
  ruleId: string;
}

/** A cited document 《…》. */
export interface DocumentMention extends Span {
  title: string;
  nested?: string[];
}

/** All that the analysis says of one text. Lists are sorted by start and disjoint within themselves. */
export interface Analysis {
  outline: Section[];
  sentences: SentenceMention[];
  figures: FigureMention[];
  documents: DocumentMention[];
  documentNumbers: Span[];
  causes: Span[];
}

/** Detection and analysis of one report: what is shown, stored and exported. */
export interface Reading extends Analysis {
  report: Detection;
}
