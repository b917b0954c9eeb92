import type { SideBySide } from '../../lib/compare/side-by-side.ts';
import type { Span } from '../../lib/model/span.ts';
import { gapsOf } from '../../lib/selector/changes.ts';

/** Words of changed sentences, by column, in the order of the text. */
export interface Reworded {
  /** Those that the sentence before lacks. */
  put: Span[][];
  /** Those that the sentence after lacks. */
  taken: Span[][];
}

/** A sentence that keeps less of its letters is another one: there is no use in telling which of its words differ. */
const KEPT = 0.25;

/** The very words that differ where sentences beside each other are much alike. */
export function reworded({ texts, rows }: SideBySide): Reworded {
  const put = texts.map((): Span[] => []);
  const taken = texts.map((): Span[] => []);
  for (const { spans, fates } of rows.flatMap(({ passages }) => passages)) {
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
  }
  return { put, taken };
}

function lettersIn(text: string): number {
  return text.replace(/[\s\p{P}]/gu, '').length;
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
