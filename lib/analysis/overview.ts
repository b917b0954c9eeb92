import type { Finding } from '../model/reading-view.ts';

/** How many of a report's measures carry a number. */
export interface Backing {
  measures: number;
  withFigure: number;
}

/** Counts the measures within whose words a figure stands. Both kinds come sorted by start. */
export function backingOf(findings: readonly Finding[]): Backing {
  const figures = findings.filter(({ category }) => category === 'figure').map(({ start }) => start);
  const measures = findings.filter(({ category }) => category === 'measure');
  let next = 0;
  let withFigure = 0;
  for (const { start, end } of measures) {
    while ((figures[next] ?? Number.POSITIVE_INFINITY) < start) next++;
    if ((figures[next] ?? Number.POSITIVE_INFINITY) < end) withFigure++;
  }
  return { measures: measures.length, withFigure };
}
