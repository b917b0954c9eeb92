import type { ComparedReport, IndicatorCell, IndicatorRow } from '../model/comparison.ts';
import type { FigureMention } from '../model/mention.ts';
import { bigramsOf, likeness, type Weigh, weightsOf } from './likeness.ts';
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

/** One figure with what it is compared by. */
interface Counted {
  report: number;
  /** The body that reports. */
  body: string | null;
  cell: IndicatorCell;
  unit: string;
  isChange: boolean;
  topic: string | undefined;
  words: Set<string>;
  context: Set<string>;
}

/**
 * Rows of the indicator table: the figures of several reports, those that count the same thing in one row, never more
 * than one of a report. Figures of plans are aims, not what was done, and have no row. Decides by the indicator's words
 * and the words around the figure, within one kind and one class of units; never adds or averages.
 */
export function alignIndicators(reports: readonly ComparedReport[]): IndicatorRow[] {
  const counted = reports.flatMap((report, index) => countedIn(report, index));
  const words = weightsOf(counted.map((figure) => figure.words));
  const contexts = weightsOf(counted.map((figure) => figure.context));
  const groups = groupsOf(counted, (a, b) => alike(a, b, words, contexts));
  return groups.map(rowOf).sort((a, b) => firstOf(a) - firstOf(b));
}

function countedIn(report: ComparedReport, index: number): Counted[] {
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
        cell: { reportId: id, figure, written: text.slice(figure.start, figure.end) },
        unit: unitClass(figure),
        // “下降到”, “增至” name the level that was reached
        isChange: figure.direction !== undefined && figure.from === undefined && !/[到至为达]$/.test(before),
        topic: isWithin ? sentence.topic : undefined,
        words: bigramsOf(figure.indicator),
        context: bigramsOf(`${before}|${text.slice(figure.end, to)}`),
      },
    ];
  });
}

function alike(a: Counted, b: Counted, words: Weigh, contexts: Weigh): number {
  const named = likeness(a.words, b.words, words);
  const around = likeness(a.context, b.context, contexts);
  return (
    Math.max(0.6 * named + 0.4 * around, 0.8 * around) -
    (a.isChange === b.isChange ? 0 : OTHER_SORT) +
    (a.topic !== undefined && a.topic === b.topic ? SAME_TOPIC : 0)
  );
}

interface Group {
  members: Counted[];
  certainty: number;
}

/** Joins the likeliest pairs first; two groups are joined when no report would have two figures in one. */
function groupsOf(counted: readonly Counted[], alikeness: (a: Counted, b: Counted) => number): Group[] {
  const links = candidatePairs(counted)
    .map(([a, b]) => ({ a, b, score: alikeness(a, b) }))
    .filter(({ a, b, score }) => score >= (a.body === b.body ? LEAST : LEAST_ACROSS))
    .sort((x, y) => y.score - x.score);
  const groupOf = new Map<Counted, Group>();
  for (const figure of counted) groupOf.set(figure, { members: [figure], certainty: 1 });
  for (const { a, b, score } of links) {
    const [one, other] = [groupOf.get(a), groupOf.get(b)];
    if (!one || !other || one === other || sharesReport(one, other)) continue;
    one.members.push(...other.members);
    one.certainty = Math.min(one.certainty, other.certainty, score);
    for (const member of other.members) groupOf.set(member, one);
  }
  return [...new Set(groupOf.values())];
}

function sharesReport(one: Group, other: Group): boolean {
  return one.members.some(({ report }) => other.members.some((member) => member.report === report));
}

/** Pairs of two reports that may be the same: of one kind and class of units, with a pair of characters in common. */
function candidatePairs(counted: readonly Counted[]): [Counted, Counted][] {
  const byGram = new Map<string, Counted[]>();
  const pairs: [Counted, Counted][] = [];
  for (const figure of counted) {
    const seen = new Set<Counted>();
    const sort = `${figure.cell.figure.kind} ${figure.unit}`;
    for (const gram of new Set([...figure.words, ...figure.context])) {
      const key = `${sort} ${gram}`;
      const known = byGram.get(key);
      if (!known) byGram.set(key, [figure]);
      else {
        for (const other of known) if (other.report !== figure.report) seen.add(other);
        known.push(figure);
      }
    }
    for (const other of seen) pairs.push([other, figure]);
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

/** Place of a row: where its first report says it. */
function firstOf({ cells }: IndicatorRow): number {
  return cells[0]?.figure.start ?? 0;
}
