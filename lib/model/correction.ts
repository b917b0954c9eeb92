import type { Finding } from './reading-view.ts';
import type { Span } from './span.ts';

export const VERDICTS = ['accepted', 'corrected', 'dismissed'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a reader may change of a finding. A field that is absent stays as the machine made it. */
export interface CorrectedFields {
  category?: Finding['category'];
  indicator?: string;
  value?: number;
  unit?: string | null;
  topic?: string;
  /** Where it really stands; offsets into the same text as the finding's. */
  span?: Span;
}

/**
 * A reader's judgement of a finding. It is stored as an annotation on the finding's words, wins over the machine
 * everywhere, and outlives the rules that made the finding.
 */
export interface Correction {
  verdict: Verdict;
  /** The finding as the machine made it, offsets into the snapshot that the annotation names. */
  finding: Omit<Finding, 'id' | 'verdict' | 'correctionId'>;
  /** Version of the rules that made it. */
  analyserVersion: string;
  /** What the reader says instead; empty unless the verdict is `corrected`. */
  fields: CorrectedFields;
}
