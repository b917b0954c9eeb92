import type { ComparedReport } from '../model/comparison.ts';
import type { Span } from '../model/span.ts';

/** What a cell of a matrix counts, each with the place that leads back to it. */
export interface MatrixCell {
  reportId: string;
  /** Topic or code. */
  columnId: string;
  passages: Span[];
  /** Among the passages, measures that carry a number; absent where that isn't asked. */
  withNumber?: number;
}

/** Sentences of one category by topic, report by report; only cells that hold something. */
export function topicMatrix(
  reports: readonly ComparedReport[],
  category: 'measure' | 'shortcoming' | 'plan',
): MatrixCell[] {
  return reports.flatMap(({ id, sentences, figures }) => {
    const byTopic = new Map<string, MatrixCell & { withNumber: number }>();
    let next = 0;
    for (const sentence of sentences) {
      while (next < figures.length && (figures[next]?.start ?? 0) < sentence.start) next++;
      if (sentence.category !== category || sentence.topic === undefined) continue;
      const cell = byTopic.get(sentence.topic) ?? {
        reportId: id,
        columnId: sentence.topic,
        passages: [],
        withNumber: 0,
      };
      cell.passages.push({ start: sentence.start, end: sentence.end });
      if ((figures[next]?.start ?? Number.POSITIVE_INFINITY) < sentence.end) cell.withNumber++;
      byTopic.set(sentence.topic, cell);
    }
    return [...byTopic.values()];
  });
}

/** A coding as a matrix needs it. */
export interface Coding extends Span {
  reportId: string;
  codeIds: readonly string[];
}

/** Codings by report and code; only cells that hold something. */
export function codeMatrix(codings: readonly Coding[]): MatrixCell[] {
  const cells = new Map<string, MatrixCell>();
  for (const { reportId, codeIds, start, end } of codings) {
    for (const columnId of codeIds) {
      const key = `${reportId} ${columnId}`;
      const cell = cells.get(key) ?? { reportId, columnId, passages: [] };
      cell.passages.push({ start, end });
      cells.set(key, cell);
    }
  }
  return [...cells.values()];
}
