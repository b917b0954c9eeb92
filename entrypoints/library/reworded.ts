import type { PartRow, PassageRow, SideBySide } from '../../lib/compare/side-by-side.ts';
import type { Span } from '../../lib/model/span.ts';
import { gapsOf } from '../../lib/selector/changes.ts';

/** Sentences beside each other, by column, with the very words that differ. */
export interface RewordedRow extends PassageRow {
  /** Words that the sentence in the column before lacks. */
  put: Span[][];
  /** Words that the sentence in the column after lacks. */
  taken: Span[][];
}

export interface Reworded extends Omit<SideBySide, 'rows'> {
  rows: (Omit<PartRow, 'passages'> & { passages: RewordedRow[] })[];
}

/** A sentence that keeps less of its letters is another one: there is no use in telling which of its words differ. */
const KEPT = 0.25;

/** Finds the words that differ where sentences beside each other are much alike. */
export function reworded(beside: SideBySide): Reworded {
  const { texts } = beside;
  const rows = beside.rows.map((part) => ({
    ...part,
    passages: part.passages.map((row) => rewordedRow(row, texts)),
  }));
  return { ...beside, rows };
}

function rewordedRow(row: PassageRow, texts: readonly string[]): RewordedRow {
  const { spans, fates } = row;
  const put = spans.map((): Span[] => []);
  const taken = spans.map((): Span[] => []);
  for (const [column, later] of spans.entries()) {
    const from = spans[column - 1] ? column - 1 : column - 2;
    const earlier = spans[from];
    if (fates[column] !== 'changed' || !later || !earlier) continue;
    const was = texts[from]?.slice(earlier.start, earlier.end) ?? '';
    const is = texts[column]?.slice(later.start, later.end) ?? '';
    const gaps = gapsOf(was, is);
    const changed = lettersIn(gaps.map(({ newer }) => is.slice(newer.start, newer.end)).join(''));
    if (lettersIn(is) - changed < KEPT * lettersIn(is)) continue;
    for (const { older, newer } of gaps) {
      if (older.end > older.start) taken[from]?.push(shifted(older, earlier.start));
      if (newer.end > newer.start) put[column]?.push(shifted(newer, later.start));
    }
  }
  return { ...row, put, taken };
}

function lettersIn(text: string): number {
  return text.replace(/[\s\p{P}]/gu, '').length;
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
