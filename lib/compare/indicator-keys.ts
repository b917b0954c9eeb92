import type { IndicatorCell, IndicatorRow } from '../model/comparison.ts';
import { unitClass } from './units.ts';

/** After the words of a figure: whichever report says them. */
const ANY = '*';

/** What a figure counts: its own words, its kind and the class of its unit. */
function wordsKey({ figure }: IndicatorCell): string {
  return `${figure.indicator}|${figure.kind}|${unitClass(figure)}`;
}

interface Member {
  row: IndicatorRow;
  words: string;
  /** The figure itself: whose it is, and the how manieth of those words there. */
  own: string;
}

/** The figures of all rows that have one of those indicators. */
function membersWith(rows: readonly IndicatorRow[], indicators: ReadonlySet<string>): Member[] {
  const found = rows.flatMap((row) =>
    row.cells
      .filter(({ figure }) => indicators.has(figure.indicator))
      .map((cell) => ({ row, cell, words: wordsKey(cell) })),
  );
  const counts = new Map<string, number>();
  return found
    .sort((a, b) => a.cell.figure.start - b.cell.figure.start)
    .map(({ row, cell, words }) => {
      const whose = `${words}|${cell.reportId}`;
      const number = counts.get(whose) ?? 0;
      counts.set(whose, number + 1);
      return { row, words, own: `${whose}#${number}` };
    });
}

/**
 * What the reader makes of a row is kept under these: each of its figures, so that it is found again whatever reports stand
 * beside; and words that no other row has, so that it is found in other reports, too.
 */
export function keysOf(row: IndicatorRow, rows: readonly IndicatorRow[]): string[] {
  const members = membersWith(rows, new Set(row.cells.map(({ figure }) => figure.indicator)));
  const others = new Set(members.flatMap((member) => (member.row === row ? [] : [member.words])));
  const own = members.filter((member) => member.row === row);
  const words = own
    .map((member) => member.words)
    .filter((each) => !others.has(each) && !each.startsWith('|'));
  return [...own.map((member) => member.own), ...[...new Set(words)].map((each) => `${each}|${ANY}`)];
}

/**
 * The key under which something is kept for a row, by row. A row that has one of the figures comes first; else, for words that
 * any report may say, the row of most reports with them. Keys of rows as they were once kept (label, kind, unit) count, too.
 */
export function keptFor(rows: readonly IndicatorRow[], kept: readonly string[]): Map<IndicatorRow, string> {
  const found = new Map<IndicatorRow, string>();
  if (kept.length === 0) return found;
  const all = new Set(kept);
  for (const row of rows) if (all.has(row.key)) found.set(row, row.key);
  const members = membersWith(rows, new Set(kept.map((key) => key.slice(0, key.indexOf('|')))));
  const isTaken = new Set<string>();
  for (const { row, words, own } of members) {
    if (all.has(own) && !found.has(row)) found.set(row, own);
    if (all.has(own) || found.get(row) === row.key) isTaken.add(words);
  }
  const byWords = new Map<string, string>();
  const rowKeys = new Set(rows.map(({ key }) => key));
  for (const key of kept) if (!rowKeys.has(key)) byWords.set(wordsIn(key), key);
  const best = new Map<string, IndicatorRow>();
  for (const { row, words } of members) {
    if (isTaken.has(words) || !byWords.has(words)) continue;
    if (row.cells.length > (best.get(words)?.cells.length ?? 0)) best.set(words, row);
  }
  for (const [words, row] of best) {
    const key = byWords.get(words);
    if (key !== undefined && !found.has(row)) found.set(row, key);
  }
  return found;
}

/** The words that a key is kept for, whichever report says them; of any other key something that no figure has. */
function wordsIn(key: string): string {
  const parts = key.split('|');
  if (parts.length === 4 && parts[3] === ANY) return parts.slice(0, 3).join('|');
  const [indicator, kind, unit] = parts;
  if (parts.length !== 3 || !indicator || !kind) return '';
  return `${indicator}|${kind}|${kind === 'rank' ? '' : unitClass({ kind: 'count', unit: unit || null })}`;
}
