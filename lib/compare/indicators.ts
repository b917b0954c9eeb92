import type { ComparedReport, IndicatorRow } from '../model/comparison.ts';
import { type Count, type Counted, countFigures } from './counted.ts';
import { likelihood } from './likelihood.ts';
import { LEAST, linksBetween } from './links.ts';
import { Reports } from './reports.ts';

/** From this certainty on a row is claimed; below it is a proposal, for the reader to agree to. */
export const CERTAIN = 0.55;

/** A name of fewer characters is a mere word. */
const LEAST_NAME = 4;

interface Group {
  members: Counted[];
  reports: Reports;
  certainty: number;
}

/**
 * Rows of the indicator table: the figures of several reports, those that count the same thing in one row, never more
 * than one of a report. Figures of plans are aims, not what was done, and have no row. Decides by the indicator's words,
 * the words around the figure and the figures beside it, within one kind and one class of units; never adds or averages.
 */
export function alignIndicators(reports: readonly ComparedReport[]): IndicatorRow[] {
  const count = countFigures(reports);
  const groups = joined(sameWords(count), count, reports.length);
  return withOwnKeys(groups.map(rowOf).sort((a, b) => firstOf(a) - firstOf(b)));
}

function groupOf(figure: Counted): Group {
  return { members: [figure], reports: new Reports(figure.report), certainty: 1 };
}

/**
 * Figures with the same indicator in the same words are one thing, however many reports have them: put together without
 * comparing each with each. Where one report has two of them, the words around decide which.
 */
function sameWords(count: Count): Group[] {
  const buckets = new Map<string, Counted[]>();
  for (const figure of count.counted) {
    const key = `${figure.sort} ${figure.fullName}`;
    const bucket = buckets.get(key);
    if (bucket) bucket.push(figure);
    else buckets.set(key, [figure]);
  }
  const groups: Group[] = [];
  for (const bucket of buckets.values()) {
    if (bucket.length === 1 || bucket[0]?.wordWeight === 0)
      for (const figure of bucket) groups.push(groupOf(figure));
    else gather(bucket, count, groups);
  }
  return groups;
}

function gather(bucket: readonly Counted[], count: Count, groups: Group[]): void {
  const own: Group[] = [];
  for (const figure of bucket) {
    let best: Group | null = null;
    let score = LEAST;
    for (const group of own) {
      const first = group.members[0];
      if (!first || group.reports.has(figure.report)) continue;
      const likely = likelihood(figure, first, count);
      if (likely > score) [best, score] = [group, likely];
    }
    if (best) {
      best.members.push(figure);
      best.reports.add(figure.report);
      best.certainty = Math.min(best.certainty, score);
    } else own.push(groupOf(figure));
  }
  groups.push(...own);
}

/** Joins the likeliest groups first; never two in which one report has a figure each. */
function joined(groups: readonly Group[], count: Count, reportCount: number): Group[] {
  // one that every report is in already can't be joined with any
  const open = groups
    .filter(({ reports }) => reports.size < reportCount)
    // the largest first: where there are very many, the others are compared with them
    .sort((a, b) => b.reports.size - a.reports.size);
  const numbers = new Int32Array(count.counted.length).fill(-1);
  const firsts = open.map(({ members }) => members[0] as Counted);
  open.forEach(({ members }, number) => {
    for (const { index } of members) numbers[index] = number;
  });
  groups.forEach(({ members, reports }, number) => {
    // closed ones have numbers, too, by which figures beside others are known
    if (reports.size >= reportCount) for (const { index } of members) numbers[index] = open.length + number;
  });
  const links = linksBetween(firsts, ({ index }) => numbers[index] as number, count);
  const now = new Map<Group, Group>();
  const rootOf = (group: Group): Group => {
    let root = group;
    for (let next = now.get(root); next; next = now.get(root)) root = next;
    return root;
  };
  for (const { a, b, certainty } of links) {
    const [one, other] = [rootOf(open[a] as Group), rootOf(open[b] as Group)];
    if (one === other || one.reports.overlap(other.reports)) continue;
    one.members.push(...other.members);
    one.reports.addAll(other.reports);
    one.certainty = Math.min(one.certainty, other.certainty, certainty);
    now.set(other, one);
  }
  return groups.filter((group) => !now.has(group));
}

function rowOf({ members, certainty }: Group): IndicatorRow {
  const sorted = members.length === 1 ? members : members.toSorted((a, b) => a.report - b.report);
  const cells = sorted.map(({ cell }) => cell);
  const [first] = cells;
  if (!first) throw new Error('a row has at least one cell');
  const { kind, unit } = first.figure;
  const label = labelOf(cells.map(({ figure }) => figure.indicator));
  return { key: `${label}|${kind}|${unit ?? ''}`, label, kind, unit, cells, certainty };
}

/** The name that most reports use, of equals the shortest that is no mere word. */
function labelOf(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  let best = '';
  let most = 0;
  for (const [name, count] of counts) {
    if (name.length < LEAST_NAME || count < most || (count === most && name.length >= best.length)) continue;
    [best, most] = [name, count];
  }
  return best === '' ? (names.find((name) => name !== '') ?? '') : best;
}

/** What the reader makes of a row hangs on its key: one report may say like things of like name, so the place tells them apart. */
function withOwnKeys(rows: readonly IndicatorRow[]): IndicatorRow[] {
  const taken = new Set<string>();
  return rows.map((row) => {
    const [first] = row.cells;
    const key = taken.has(row.key) ? `${row.key}|${first?.reportId}@${first?.figure.start}` : row.key;
    taken.add(key);
    return { ...row, key };
  });
}

/** Place of a row: where its first report says it. */
function firstOf({ cells }: IndicatorRow): number {
  return cells[0]?.figure.start ?? 0;
}
