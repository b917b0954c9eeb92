import type { Dated, IndicatorCell } from '../../lib/model/comparison.ts';

export interface Box {
  width: number;
  height: number;
  /** Room around what is drawn, for marks that stand at the edge. */
  margin: number;
}

/** Points of a line in a box, from left to right, gaps left out; a line of equal values runs in the middle. */
export function pointsOf(
  values: readonly (number | null)[],
  { width, height, margin }: Box,
): [x: number, y: number][] {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const step = values.length > 1 ? (width - 2 * margin) / (values.length - 1) : 0;
  return values.flatMap((value, index): [number, number][] => {
    if (value === null) return [];
    const share = high === low ? 0.5 : (value - low) / (high - low);
    return [[margin + index * step, height - margin - share * (height - 2 * margin)]];
  });
}

/**
 * What one row says over the reports of a body, as a line: a fall is below zero. A level and a change of it are never in
 * one line. `null`: not stated, or of the other sort.
 */
export function lineOf(cells: readonly (IndicatorCell | null)[]): (number | null)[] {
  const isChange = cells.find((cell) => cell !== null)?.isChange;
  return cells.map((cell) => {
    if (cell === null || cell.isChange !== isChange) return null;
    return cell.isChange && cell.figure.direction === 'down' ? -cell.figure.value : cell.figure.value;
  });
}

/**
 * A line for each body over the years, from the first year of any of the reports to the last; what no body or no year is
 * known of is in none. Cells and reports stand in one order.
 */
export function linesOf(
  reports: readonly Omit<Dated, 'id'>[],
  cells: readonly (IndicatorCell | null)[],
): (number | null)[][] {
  const years = reports.flatMap(({ year }) => year ?? []);
  const first = Math.min(...years);
  const length = years.length === 0 ? 0 : Math.max(...years) - first + 1;
  const byBody = new Map<string, (IndicatorCell | null)[]>();
  for (const [index, { body, year }] of reports.entries()) {
    const cell = cells[index] ?? null;
    if (body === null || year === null || cell === null) continue;
    const own = byBody.get(body) ?? new Array(length).fill(null);
    own[year - first] = cell;
    byBody.set(body, own);
  }
  return [...byBody.values()].map(lineOf);
}

/**
 * Says of a bare 7.2% whether it went up or down; '': of neither is anything said, or it is a level, which only was risen or
 * fallen to.
 */
export function arrowOf({ figure: { direction }, isChange }: IndicatorCell): string {
  return direction === undefined || !isChange ? '' : direction === 'up' ? '↑' : '↓';
}
