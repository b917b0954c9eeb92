import type { Block } from '../model/text.ts';
import { tagOf } from './elements.ts';
import type { Line } from './lines.ts';

export type Cell = NonNullable<Block['cell']>;

/** More columns or rows than a real table has: a span attribute from a hostile or broken page. */
const MOST_SPANNED = 1000;

function spanned(cell: Element, attribute: string): number {
  const value = Number.parseInt(cell.getAttribute(attribute) ?? '1', 10);
  return value >= 1 ? Math.min(value, MOST_SPANNED) : 1;
}

const childrenNamed = (parent: Element, names: readonly string[]): Element[] =>
  [...parent.children].filter((child) => names.includes(tagOf(child)));

function rowsOf(table: Element): Element[] {
  return [...table.children].flatMap((child) => {
    const tag = tagOf(child);
    if (tag === 'tr') return [child];
    return tag === 'tbody' || tag === 'thead' || tag === 'tfoot' ? childrenNamed(child, ['tr']) : [];
  });
}

/** Row and column of each cell, spans counted (HTML, "forming a table"); `null` for a table that only sets a layout. */
function gridOf(table: Element): Map<Element, { row: number; column: number }> | null {
  if (table.querySelector('table')) return null;
  const places = new Map<Element, { row: number; column: number }>();
  /** For each column, the first row that is free again. */
  const free: number[] = [];
  let widest = 0;
  const rows = rowsOf(table);
  rows.forEach((tr, row) => {
    let column = 0;
    const cells = childrenNamed(tr, ['td', 'th']);
    widest = Math.max(widest, cells.length);
    for (const cell of cells) {
      while ((free[column] ?? 0) > row) column++;
      places.set(cell, { row, column });
      const width = spanned(cell, 'colspan');
      const until = row + spanned(cell, 'rowspan');
      for (let at = column; at < column + width; at++) free[at] = until;
      column += width;
    }
  });
  return rows.length >= 2 && widest >= 2 ? places : null;
}

/** The cell of each line that stands in a data table under `root`; tables are counted in order of their first line. */
export function cellsOf(root: Element, lines: readonly Line[]): Map<Line, Cell> {
  const cells = new Map<Line, Cell>();
  const grids = new Map<Element, { table: number; grid: ReturnType<typeof gridOf> }>();
  let tables = 0;
  for (const line of lines) {
    const cell = line.container.closest('td, th');
    const table = cell?.closest('table');
    if (!cell || !table || !root.contains(table) || table === root) continue;
    let known = grids.get(table);
    if (!known) {
      const grid = gridOf(table);
      known = { table: grid ? tables++ : -1, grid };
      grids.set(table, known);
    }
    const place = known.grid?.get(cell);
    if (place) cells.set(line, { table: known.table, ...place });
  }
  return cells;
}
