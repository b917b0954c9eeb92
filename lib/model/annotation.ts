import type { Correction } from './correction.ts';
import type { Capture } from './snapshot.ts';
import type { Span } from './span.ts';

/** W3C Web Annotation, section 4.2.4: the quoted words with what stands before and after. */
export interface TextQuoteSelector {
  type: 'TextQuoteSelector';
  exact: string;
  prefix: string;
  suffix: string;
}

/** W3C Web Annotation, section 4.2.5: offsets into the text of the snapshot that the target names. */
export interface TextPositionSelector extends Span {
  type: 'TextPositionSelector';
}

/** A passage of a text, described twice: by its words and by its place. */
export interface Passage {
  quote: TextQuoteSelector;
  position: TextPositionSelector;
}

/** Where an annotation points: a passage of one snapshot. */
export interface Target extends Passage {
  snapshotId: string;
}

export const MARK_CATEGORIES = ['measure', 'figure', 'shortcoming', 'note'] as const;
/** What is drawn: the machine's three categories, and the reader's own. */
export type MarkCategory = (typeof MARK_CATEGORIES)[number];

/** W3C motivations in use: a bare mark, a coding, a memo, a judgement of what the machine found. */
export type Motivation = 'highlighting' | 'classifying' | 'commenting' | 'assessing';

export type Creator =
  | { type: 'Person' }
  /** `version`: of the rules; `ruleId`: the rule that found it. */
  | { type: 'Software'; version: string; ruleId: string };

/** The reader's own words and codes about a passage. */
export interface Body {
  /** Plain text; '' when there is none. */
  memo: string;
  /** Ids of codes, in the order they were given. */
  codeIds: string[];
  /** Set when the annotation judges a finding: then memo and codes are empty. */
  correction?: Correction;
}

/** A stored mark or note. Times are ISO 8601 in UTC. */
export interface Annotation {
  id: string;
  reportId: string;
  target: Target;
  body: Body;
  motivation: Motivation;
  creator: Creator;
  created: string;
  modified: string;
}

/** A body being written about a passage, kept as typed until it is saved or thrown away. */
export interface Draft {
  /** Id of the annotation it becomes or changes, so that saving twice saves once. */
  id: string;
  /** Canonical address of the report. */
  address: string;
  passage: Passage;
  /** The report as it was read; `null`: the draft changes a stored annotation. */
  capture: Capture | null;
  body: Body;
  modified: string;
}

export function isCorrection({ motivation }: Annotation): boolean {
  return motivation === 'assessing';
}

export function isEmptyBody({ memo, codeIds }: Body): boolean {
  return memo.trim() === '' && codeIds.length === 0;
}

export function isSameBody(a: Body, b: Body): boolean {
  return a.memo === b.memo && a.codeIds.join() === b.codeIds.join();
}

/** The motivation follows from what the body holds: a memo outweighs codes, codes a bare mark. */
export function motivationOf(body: Body): Motivation {
  if (body.correction) return 'assessing';
  if (body.memo.trim() !== '') return 'commenting';
  return body.codeIds.length > 0 ? 'classifying' : 'highlighting';
}
