import { isDay } from '../model/facts.ts';

/** A cell before a format gives it its form: a moment is a `Date`, a day is `YYYY-MM-DD`. */
export type Cell = string | number | Date | null | { percent: number } | { day: string };

/** A cell as text: days and moments as ISO 8601, percentages as their number. */
export function cellText(cell: Cell): string | number {
  if (cell === null) return '';
  if (typeof cell !== 'object') return cell;
  if (cell instanceof Date) return cell.toISOString();
  return 'day' in cell ? cell.day : cell.percent;
}

/** A day as a cell; what is no day stays the words it is. */
export function dayCell(day: string | null): Cell {
  return day !== null && isDay(day) ? { day } : day;
}

/** One table: what stands in each cell, with how wide its columns are, in Chinese characters. */
export interface Table {
  name: string;
  columns: { heading: string; width: number }[];
  rows: Cell[][];
}
