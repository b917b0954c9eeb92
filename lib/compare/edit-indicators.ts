import type { IndicatorRow } from '../model/comparison.ts';
import type { IndicatorEdits } from '../model/indicator-edits.ts';
import { rootOf } from './edited-indicators.ts';
import { keptFor, keysOf } from './indicator-keys.ts';

type Rows = readonly IndicatorRow[];

/** What is kept, but for what is kept for this row. */
function without(kept: readonly string[], row: IndicatorRow, rows: Rows): string[] {
  const own = new Set(keysOf(row, rows));
  let left = kept.filter((key) => !own.has(key));
  for (let key = keptFor(rows, left).get(row); key !== undefined; key = keptFor(rows, left).get(row)) {
    const gone = key;
    left = left.filter((each) => each !== gone);
  }
  return left;
}

function entriesWithout(
  entries: Readonly<Record<string, string>>,
  row: IndicatorRow,
  rows: Rows,
): Record<string, string> {
  const left = new Set(without(Object.keys(entries), row, rows));
  return Object.fromEntries(Object.entries(entries).filter(([key]) => left.has(key)));
}

function forEach(keys: readonly string[], value: string): Record<string, string> {
  return Object.fromEntries(keys.map((key) => [key, value]));
}

/** The edits with one row hidden or shown again; `rows` are all, as they were edited so far. */
export function withHidden(
  edits: IndicatorEdits,
  row: IndicatorRow,
  isHidden: boolean,
  rows: Rows,
): IndicatorEdits {
  const others = without(edits.hidden, row, rows);
  return { ...edits, hidden: isHidden ? [...others, ...keysOf(row, rows)] : others };
}

/** The edits with a name for a row. */
export function withName(edits: IndicatorEdits, row: IndicatorRow, name: string, rows: Rows): IndicatorEdits {
  const names = entriesWithout(edits.names, row, rows);
  return { ...edits, names: { ...names, ...forEach(keysOf(row, rows), name) } };
}

/** The edits with a row taken apart: each of its figures stands alone, under its own words. */
export function withSplit(edits: IndicatorEdits, row: IndicatorRow, rows: Rows): IndicatorEdits {
  return {
    ...edits,
    split: [...without(edits.split, row, rows), ...keysOf(row, rows)],
    names: entriesWithout(edits.names, row, rows),
    merged: Object.fromEntries(
      Object.entries(entriesWithout(edits.merged, row, rows)).filter(([, into]) => into !== row.key),
    ),
  };
}

/** The edits with a row merged into another, the name of which is kept. */
export function withMerged(
  edits: IndicatorEdits,
  row: IndicatorRow,
  into: IndicatorRow,
  rows: Rows,
): IndicatorEdits {
  const merged = entriesWithout(edits.merged, row, rows);
  const intoKeys = keysOf(into, rows);
  const known = keptFor(rows, [...Object.keys(merged), ...Object.values(merged)]).get(into);
  const root = known === undefined ? (intoKeys[0] ?? into.key) : rootOf(known, merged);
  const keys = [...intoKeys, ...keysOf(row, rows)].filter((key) => key !== root);
  return {
    ...edits,
    merged: { ...merged, ...forEach(keys, root) },
    split: without(without(edits.split, row, rows), into, rows),
    names: entriesWithout(edits.names, row, rows),
    hidden: without(edits.hidden, row, rows),
  };
}
