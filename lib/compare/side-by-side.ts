import type { ComparedReport, IndicatorCell } from '../model/comparison.ts';
import type { Span } from '../model/span.ts';
import type { Section } from '../model/text.ts';
import { type Row, threeColumns } from './columns.ts';
import { alignIndicators, CERTAIN } from './indicators.ts';
import { alignPassages, commonShare, type Fate } from './passages.ts';
import { alignSections } from './sections.ts';

/** Sentences that answer to each other, by column, and what became of each since the column before. */
export interface PassageRow {
  spans: Row<Span>;
  /** `null`: the first column, or in neither of the two. */
  fates: (Fate | null)[];
  /** By column, the figures of the sentence that a column before has, in the order of the text. */
  counterparts: Counterpart[][];
}

/** A figure and the one in a column before that surely counts the same thing; of two, the one in the nearer column. */
export interface Counterpart {
  figure: IndicatorCell;
  /** Where the other one stands. */
  column: number;
  other: IndicatorCell;
}

export interface PartRow {
  sections: Row<Section>;
  passages: PassageRow[];
}

/** Two or three reports beside each other, part by part and sentence by sentence. */
export interface SideBySide {
  texts: string[];
  rows: PartRow[];
  /** For each report but the first, the share of its text that the one before has, 0..1, set phrases discounted. */
  common: number[];
}

/** Puts two or three reports beside each other, the earliest first. */
export function sideBySide(reports: readonly ComparedReport[], setPhrases: readonly string[]): SideBySide {
  const [one, two, three] = reports;
  if (!one || !two) throw new Error('two reports at least are put side by side');
  const oneTwo = linksOf(one, two);
  const twoThree = three ? linksOf(two, three) : [];
  const oneThree = three ? linksOf(one, three) : [];
  const parts: Row<Section>[] = three
    ? threeColumns(alignSections(one, two), alignSections(two, three), alignSections(one, three))
    : alignSections(one, two).map(({ earlier, later }) => [earlier, later]);
  const counterparts = [
    [],
    counterpartsOf([[0, oneTwo]]),
    counterpartsOf([
      [1, twoThree],
      [0, oneThree],
    ]),
  ];
  const rowOf = (spans: Row<Span>, fates: (Fate | null)[]): PassageRow => ({
    spans,
    fates,
    counterparts: spans.map((span, column) => (span ? within(counterparts[column] ?? [], span) : [])),
  });
  const rows = parts.map((sections): PartRow => {
    const own = sections.map((section, column) => ownSentences(reports[column] as ComparedReport, section));
    const aligned = (a: 0 | 1, b: 1 | 2, links: Link[]) =>
      alignPassages(
        (reports[a] as ComparedReport).text,
        own[a] ?? [],
        (reports[b] as ComparedReport).text,
        own[b] ?? [],
        links.map(({ earlier, later }) => [earlier.figure.start, later.figure.start] as const),
      );
    const before = aligned(0, 1, oneTwo);
    if (!three)
      return {
        sections,
        passages: before.map(({ earlier, later, fate }) => rowOf([earlier, later], [null, fate])),
      };
    const after = aligned(1, 2, twoThree);
    const across = aligned(0, 2, oneThree);
    const fates = new Map(
      [before, after, across].flatMap((pairs, index) =>
        pairs.map((pair) => [keyOf(pair, COLUMNS[index] as Columns), pair.fate] as const),
      ),
    );
    return {
      sections,
      passages: threeColumns(before, after, across).map((spans) => rowOf(spans, fatesOf(spans, fates))),
    };
  });
  return {
    texts: reports.map(({ text }) => text),
    rows,
    common: reports
      .slice(1)
      .map(({ text }, index) => commonShare(reports[index]?.text ?? '', text, setPhrases)),
  };
}

/** Figures of two reports that surely count the same thing. */
interface Link {
  earlier: IndicatorCell;
  later: IndicatorCell;
}

function linksOf(one: ComparedReport, other: ComparedReport): Link[] {
  return alignIndicators([one, other]).flatMap(({ cells: [earlier, later], certainty }): Link[] =>
    earlier && later && certainty >= CERTAIN ? [{ earlier, later }] : [],
  );
}

/** What figures of a column answer to, by the columns before it, the nearest first. */
function counterpartsOf(before: readonly (readonly [column: number, links: Link[]])[]): Counterpart[] {
  const found = new Map<number, Counterpart>();
  for (const [column, links] of before)
    for (const { earlier, later } of links) {
      if (found.has(later.figure.start)) continue;
      found.set(later.figure.start, { figure: later, column, other: earlier });
    }
  return [...found.values()].sort((a, b) => startOf(a) - startOf(b));
}

const startOf = ({ figure }: Counterpart): number => figure.figure.start;

/** Those of a sorted list that begin in a sentence. */
function within(sorted: readonly Counterpart[], { start, end }: Span): Counterpart[] {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(sorted[middle] as Counterpart) < start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < sorted.length && startOf(sorted[last] as Counterpart) < end) last++;
  return sorted.slice(low, last);
}

/** The two columns that sentences are compared between. */
type Columns = readonly [earlier: number, later: number];
const COLUMNS: readonly Columns[] = [
  [0, 1],
  [1, 2],
  [0, 2],
];

function keyOf({ earlier, later }: { earlier: Span | null; later: Span | null }, columns: Columns): string {
  return `${columns} ${earlier?.start} ${later?.start}`;
}

function fatesOf(spans: Row<Span>, fates: ReadonlyMap<string, Fate>): (Fate | null)[] {
  return spans.map((span, column) => {
    if (column === 0) return null;
    const from = spans[column - 1] ? column - 1 : column - 2;
    const before = spans[from] ?? null;
    if (before && span)
      return fates.get(keyOf({ earlier: before, later: span }, [from, column])) ?? 'changed';
    if (span) return 'added';
    return spans[column - 1] ? 'dropped' : null;
  });
}

/** Sentences of a part that are not of a part within it. */
function ownSentences({ sentences, outline }: ComparedReport, section: Section | null): Span[] {
  if (section === null) return [];
  const inner = outline.find(({ depth, start }) => depth < 3 && start > section.start);
  const end = Math.min(section.bodyEnd, inner?.start ?? section.bodyEnd);
  return sentences.filter(({ start }) => start >= section.end && start < end);
}
