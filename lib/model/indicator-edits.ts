/** What a reader made of the proposed rows of the indicator table; kept with the project. */
export interface IndicatorEdits {
  /** Row keys that were merged, each with the key of the row it belongs to. */
  merged: Record<string, string>;
  /** Row keys that were taken apart again: each figure stands alone. */
  split: string[];
  /** Names given by the reader, by row key. */
  names: Record<string, string>;
  hidden: string[];
}

export const NO_EDITS: IndicatorEdits = { merged: {}, split: [], names: {}, hidden: [] };
