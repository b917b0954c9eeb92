import type { ComparedReport, IndicatorCell, IndicatorRow } from '../model/comparison.ts';
import type { FigureMention } from '../model/mention.ts';
import { GramIndex, type Grams } from './grams.ts';
import { unitClass } from './units.ts';

/** How many characters before and after a figure, within its sentence, say what it is about. */
const BEFORE = 28;
const AFTER = 16;
/** Below this likeness two figures are not proposed as the same thing. */
const LEAST = 0.26;
/** What two bodies count under like words is more often different things than what one body counts year by year. */
const LEAST_ACROSS = 0.45;
/** From this certainty on a row is claimed; below it is a proposal, for the reader to agree to. */
export const CERTAIN = 0.55;
/** A level and a change of it (下降至 7% against 下降 7%) are hardly ever the same thing. */
const OTHER_SORT = 0.25;
const SAME_TOPIC = 0.03;

/** Pairs of characters by which a figure is looked up, of its indicator and of the words around. */
const KEYS_OF_WORDS = 6;
const KEYS_OF_CONTEXT = 3;
/** A pair of characters that so many have says nothing. */
const COMMON = 60;
/** So few groups can all be compared with each other that share anything. */
const FEW = 1_500;

/** One figure with what it is compared by. */
interface Counted {
  report: number;
  /** The body that reports. */
  body: string | null;
  cell: IndicatorCell;
  /** Kind and class of units: only figures of one sort can be the same thing. */
  sort: string;
  topic: string | undefined;
  words: Grams;
  context: Grams;
}

interface Group {
  members: Counted[];
  reports: Set<number>;
  certainty: number;
}

/**
 * Rows of the indicator table: the figures of several reports, those that count the same thing in one row, never more
 * than one of a report. Figures of plans are aims, not what was done, and have no row. Decides by the indicator's words
 * and the words around the figure, within one kind and one class of units; never adds or averages.
 */
export function alignIndicators(reports: readonly ComparedReport[]): IndicatorRow[] {
  const words = new GramIndex();
  const contexts = new GramIndex();
  const counted = reports.flatMap((report, index) => countedIn(report, index, words, contexts));
  words.weigh();
  contexts.weigh();
  const alikeness = (a: Counted, b: Counted) => alike(a, b, words, contexts);
  const groups = joined(sameWords(counted, alikeness), words, contexts, alikeness, reports.length);
  return withOwnKeys(groups.map(rowOf).sort((a, b) => firstOf(a) - firstOf(b)));
}

function countedIn(report: ComparedReport, index: number, words: GramIndex, contexts: GramIndex): Counted[] {
  const { id, text, figures, sentences } = report;
  let at = 0;
  return figures.flatMap((figure): Counted[] => {
    while (at < sentences.length && (sentences[at]?.end ?? 0) <= figure.start) at++;
    const sentence = sentences[at];
    const isWithin = sentence !== undefined && sentence.start <= figure.start;
    if (isWithin && (sentence.category === 'plan' || sentence.role === 'plans')) return [];
    const from = Math.max(isWithin ? sentence.start : figure.start, figure.start - BEFORE);
    const to = Math.min(isWithin ? sentence.end : figure.end, figure.end + AFTER);
    const before = text.slice(from, figure.start);
    return [
      {
        report: index,
        body: report.facts.issuer,
        cell: {
          reportId: id,
          figure,
          written: text.slice(figure.start, figure.end),
          // “下降到”, “增至” name the level that was reached
          isChange:
            figure.direction !== undefined && figure.from === undefined && !/[到至为达]$/.test(before),
        },
        sort: `${figure.kind} ${unitClass(figure)}`,
        topic: isWithin ? sentence.topic : undefined,
        words: words.add(figure.indicator),
        context: contexts.add(`${before}|${text.slice(figure.end, to)}`),
      },
    ];
  });
}

type Alikeness = (a: Counted, b: Counted) => number;

function alike(a: Counted, b: Counted, words: GramIndex, contexts: GramIndex): number {
  const named = words.likeness(a.words, b.words);
  const around = contexts.likeness(a.context, b.context);
  return (
    Math.max(0.6 * named + 0.4 * around, 0.8 * around) -
    (a.cell.isChange === b.cell.isChange ? 0 : OTHER_SORT) +
    (a.topic !== undefined && a.topic === b.topic ? SAME_TOPIC : 0)
  );
}

function groupOf(figure: Counted): Group {
  return { members: [figure], reports: new Set([figure.report]), certainty: 1 };
}

/**
 * Figures with the same indicator in the same words are one thing, however many reports have them: put together without
 * comparing each with each. Where one report has two of them, the words around decide which.
 */
function sameWords(counted: readonly Counted[], alikeness: Alikeness): Group[] {
  const buckets = new Map<string, Counted[]>();
  for (const figure of counted) {
    const key = `${figure.sort} ${figure.cell.isChange} ${figure.cell.figure.indicator}`;
    const bucket = buckets.get(key);
    if (bucket) bucket.push(figure);
    else buckets.set(key, [figure]);
  }
  return [...buckets.values()].flatMap((bucket) =>
    bucket[0]?.words.length === 0 ? bucket.map(groupOf) : shared(bucket, alikeness),
  );
}

function shared(bucket: readonly Counted[], alikeness: Alikeness): Group[] {
  const groups: Group[] = [];
  for (const figure of bucket) {
    let best: Group | null = null;
    let score = LEAST;
    for (const group of groups) {
      const first = group.members[0];
      if (!first || group.reports.has(figure.report)) continue;
      const own = alikeness(first, figure);
      if (own > score) [best, score] = [group, own];
    }
    if (best) {
      best.members.push(figure);
      best.reports.add(figure.report);
      best.certainty = Math.min(best.certainty, score);
    } else groups.push(groupOf(figure));
  }
  return groups;
}

/** Joins the likeliest groups first; never two in which one report has a figure each. */
function joined(
  groups: readonly Group[],
  words: GramIndex,
  contexts: GramIndex,
  alikeness: Alikeness,
  reportCount: number,
): Group[] {
  // one that every report is in already can't be joined with any
  const open = groups.filter(({ reports }) => reports.size < reportCount);
  const links = candidates(open, words, contexts)
    .map(([a, b]) => ({ a, b, score: likelihood(a, b, alikeness) }))
    .filter(({ score }) => score > 0)
    .sort((x, y) => y.score - x.score);
  const now = new Map<Group, Group>();
  const rootOf = (group: Group): Group => {
    let root = group;
    for (let next = now.get(root); next; next = now.get(root)) root = next;
    return root;
  };
  for (const { a, b, score } of links) {
    const [one, other] = [rootOf(a), rootOf(b)];
    if (one === other || [...other.reports].some((report) => one.reports.has(report))) continue;
    one.members.push(...other.members);
    for (const report of other.reports) one.reports.add(report);
    one.certainty = Math.min(one.certainty, other.certainty, score);
    now.set(other, one);
  }
  return groups.filter((group) => !now.has(group));
}

/** How likely two groups are the same thing, by their first figures; 0: not likely enough to be proposed. */
function likelihood({ members: [a] }: Group, { members: [b] }: Group, alikeness: Alikeness): number {
  if (!a || !b) return 0;
  const score = alikeness(a, b);
  const isOneBody = a.body !== null && a.body === b.body;
  return score >= (isOneBody ? LEAST : LEAST_ACROSS) ? score : 0;
}

/** Pairs of groups of one sort that share a pair of characters; where there are many groups, a rare one. */
function candidates(groups: readonly Group[], words: GramIndex, contexts: GramIndex): [Group, Group][] {
  const isFew = groups.length <= FEW;
  const most = (keys: number) => (isFew ? Number.POSITIVE_INFINITY : keys);
  const byKey = new Map<string, Group[]>();
  for (const group of groups) {
    const [first] = group.members;
    if (!first) continue;
    const keys = [
      ...words.rarest(first.words, most(KEYS_OF_WORDS)).map((gram) => `${first.sort} w${gram}`),
      ...contexts.rarest(first.context, most(KEYS_OF_CONTEXT)).map((gram) => `${first.sort} c${gram}`),
    ];
    for (const key of keys) {
      const known = byKey.get(key);
      if (known) known.push(group);
      else byKey.set(key, [group]);
    }
  }
  const pairs: [Group, Group][] = [];
  const seen = new Map<Group, Set<Group>>();
  for (const known of byKey.values()) {
    if (!isFew && known.length > COMMON) continue;
    for (const [index, a] of known.entries()) {
      for (let at = index + 1; at < known.length; at++) {
        const b = known[at];
        const partners = seen.get(a) ?? new Set();
        if (!b || partners.has(b)) continue;
        partners.add(b);
        seen.set(a, partners);
        pairs.push([a, b]);
      }
    }
  }
  return pairs;
}

function rowOf({ members, certainty }: Group): IndicatorRow {
  const sorted = [...members].sort((a, b) => a.report - b.report);
  const cells = sorted.map(({ cell }) => cell);
  const named = cells.map(({ figure }) => figure.indicator).filter((name) => name !== '');
  // the shortest name that is no mere word says it best
  const label =
    named.filter((name) => name.length >= 4).sort((a, b) => a.length - b.length)[0] ?? named[0] ?? '';
  const figure = cells[0]?.figure as FigureMention;
  const unit = figure.kind === 'money' ? '元' : figure.unit;
  return { key: `${label}|${figure.kind}|${unit ?? ''}`, label, kind: figure.kind, unit, cells, certainty };
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
