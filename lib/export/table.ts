/** A cell before a format gives it its form. */
export type Cell = string | number | Date | null | { percent: number };

/** One table: what stands in each cell, with how wide its columns are, in Chinese characters. */
export interface Table {
  name: string;
  columns: { heading: string; width: number }[];
  rows: Cell[][];
}
