import type { Dated, IndicatorCell, IndicatorRow, RowOrder } from '../model/comparison.ts';

/** Rows of which the name or a figure, or a report's own name for it, holds all that was typed. */
export function filterRows<Row extends IndicatorRow>(rows: readonly Row[], typed: string): readonly Row[] {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(({ label, cells }) => {
    const said = cells.map(({ figure, written }) => `${figure.indicator} ${written}`);
    const all = [label, ...said].join(' ').toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

/** The rows in another order; those that have nothing to be sorted by come last, and equal ones stay as they stood. */
export function sortRows<Row extends IndicatorRow>(
  rows: readonly Row[],
  order: RowOrder,
  reports: readonly Dated[],
): readonly Row[] {
  switch (order.by) {
    case 'place':
      return rows;
    case 'label': {
      const { compare } = new Intl.Collator('zh');
      return rows.toSorted((a, b) => compare(a.label, b.label));
    }
    case 'count':
      return rows.toSorted((a, b) => b.cells.length - a.cells.length);
    case 'change':
      return byNumber(rows, (row) => {
        const change = changeOf(row, reports);
        return change === null ? null : -Math.abs(change);
      });
    case 'report': {
      const sign = order.direction === 'ascending' ? 1 : -1;
      return byNumber(rows, ({ cells }) => {
        const cell = cells.find(({ reportId }) => reportId === order.reportId);
        return cell ? sign * signed(cell) : null;
      });
    }
  }
}

function byNumber<Row>(rows: readonly Row[], numberOf: (row: Row) => number | null): Row[] {
  const numbers = new Map(rows.map((row) => [row, numberOf(row) ?? Number.POSITIVE_INFINITY]));
  return rows.toSorted((a, b) => {
    const [x, y] = [numbers.get(a) ?? 0, numbers.get(b) ?? 0];
    return x === y ? 0 : x - y;
  });
}

/** A fall is below zero. */
function signed({ figure, isChange }: IndicatorCell): number {
  return isChange && figure.direction === 'down' ? -figure.value : figure.value;
}

/**
 * By which share of the first the last figure of a body differs from its first, of the body where that is most: 0.5 is half
 * as much again. `null`: no body states it twice, or from nothing. Levels only: of changes it would say nothing.
 */
export function changeOf({ cells }: Pick<IndicatorRow, 'cells'>, reports: readonly Dated[]): number | null {
  const byReport = new Map(cells.filter(({ isChange }) => !isChange).map((cell) => [cell.reportId, cell]));
  const ends = new Map<string, [first: number, last: number]>();
  for (const { id, body } of reports) {
    const cell = byReport.get(id);
    if (!cell || body === null) continue;
    const own = ends.get(body);
    if (own) own[1] = cell.figure.value;
    else ends.set(body, [cell.figure.value, Number.NaN]);
  }
  let most: number | null = null;
  for (const [first, last] of ends.values()) {
    if (first === 0 || Number.isNaN(last)) continue;
    const change = (last - first) / Math.abs(first);
    if (most === null || Math.abs(change) > Math.abs(most)) most = change;
  }
  return most;
}
