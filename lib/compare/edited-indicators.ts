import type { IndicatorRow } from '../model/comparison.ts';
import type { IndicatorEdits } from '../model/indicator-edits.ts';
import { keptFor } from './indicator-keys.ts';
import { unitClass } from './units.ts';

/** Whether two rows may be merged: figures of one kind and class of units, and no report with a figure in both. */
export function canMerge(one: IndicatorRow, other: IndicatorRow): boolean {
  const reports = new Set(one.cells.map(({ reportId }) => reportId));
  return (
    one !== other &&
    one.kind === other.kind &&
    unitClass(one) === unitClass(other) &&
    other.cells.every(({ reportId }) => !reports.has(reportId))
  );
}

/** The rows as the reader wants them: taken apart, merged, renamed; hidden ones stay, with `isHidden`. */
export function editedRows(
  rows: readonly IndicatorRow[],
  edits: IndicatorEdits,
): (IndicatorRow & { isHidden: boolean })[] {
  const split = keptFor(rows, edits.split);
  const apart = rows.flatMap((row) => (split.has(row) ? singles(row) : [row]));
  const merged = keptFor(apart, [...Object.keys(edits.merged), ...Object.values(edits.merged)]);
  const byKey = new Map<string, IndicatorRow>();
  for (const row of apart) {
    const key = rootOf(merged.get(row) ?? row.key, edits.merged);
    const root = byKey.get(key);
    if (!root) byKey.set(key, { ...row, key });
    else if (canMerge(root, row)) {
      const cells = [...root.cells, ...row.cells];
      // the reader has said so: that is sure
      byKey.set(key, { ...root, cells, certainty: 1 });
    } else {
      const own = byKey.has(row.key) ? `${row.key}#${byKey.size}` : row.key;
      byKey.set(own, { ...row, key: own });
    }
  }
  const whole = [...byKey.values()];
  const named = keptFor(whole, Object.keys(edits.names));
  const hidden = keptFor(whole, edits.hidden);
  return whole.map((row) => ({
    ...row,
    label: edits.names[named.get(row) ?? ''] ?? row.label,
    isHidden: hidden.has(row),
  }));
}

function singles(row: IndicatorRow): IndicatorRow[] {
  return row.cells.map((cell, index) => ({
    ...row,
    key: index === 0 ? row.key : `${row.key}/${cell.reportId}`,
    label: cell.figure.indicator || row.label,
    cells: [cell],
    certainty: 1,
  }));
}

/** The row that a row was merged into, at last; a circle ends where it began. */
export function rootOf(key: string, merged: Readonly<Record<string, string>>): string {
  const seen = new Set<string>();
  let at = key;
  while (!seen.has(at)) {
    seen.add(at);
    const next = merged[at];
    if (next === undefined) return at;
    at = next;
  }
  return key;
}
