/**
 * What a reader made of the proposed rows of the indicator table; kept with the project, under each figure of a row and under
 * words that only that row had. Older ones are kept under the label, kind and unit of a row.
 */
export interface IndicatorEdits {
  /** What was merged, each with the one it belongs to. */
  merged: Record<string, string>;
  /** What was taken apart again: each figure stands alone. */
  split: string[];
  /** Names given by the reader. */
  names: Record<string, string>;
  hidden: string[];
}

export const NO_EDITS: IndicatorEdits = { merged: {}, split: [], names: {}, hidden: [] };
