import type { JSX } from 'preact';
import { oneLine } from '../../lib/model/line-ends.ts';
import type { Span } from '../../lib/model/span.ts';

/** A figure and what the same thing was in a column before. */
export interface Counterpart {
  figure: Span;
  column: number;
  span: Span;
  written: string;
}

/** What is shown within the sentences of one column; each list in the order of the text. */
export interface ColumnMarks {
  /** Words that the sentence before lacks. */
  put: Span[];
  /** Words that the sentence after lacks. */
  taken: Span[];
  counterparts: Counterpart[];
}

interface ComparedSentenceProps {
  text: string;
  span: Span;
  marks: ColumnMarks;
  /** What a figure's counterpart is shown as. */
  shown: (counterpart: Counterpart) => JSX.Element;
}

/** A sentence with the words that differ, and after a figure what it was before. */
export function ComparedSentence({ text, span, marks, shown }: ComparedSentenceProps) {
  const put = within(marks.put, span);
  const taken = within(marks.taken, span);
  const counterparts = marks.counterparts.filter(
    ({ figure: { end } }) => end > span.start && end <= span.end,
  );
  const seams = new Set([span.start, span.end, ...counterparts.map(({ figure }) => figure.end)]);
  for (const { start, end } of [...put, ...taken]) seams.add(start).add(end);
  const cuts = [...seams].sort((a, b) => a - b);
  return cuts.slice(1).flatMap((end, index) => {
    const start = cuts[index] ?? end;
    const words = oneLine(text.slice(start, end));
    const gone = taken.some(holds(start)) ? <del>{words}</del> : words;
    return [
      <span key={start}>{put.some(holds(start)) ? <ins>{gone}</ins> : gone}</span>,
      ...counterparts.filter(({ figure }) => figure.end === end).map(shown),
    ];
  });
}

const holds =
  (at: number) =>
  ({ start, end }: Span): boolean =>
    start <= at && at < end;

/** The parts of spans that lie in another. */
function within(spans: readonly Span[], { start, end }: Span): Span[] {
  return spans
    .filter((each) => each.start < end && each.end > start)
    .map((each) => ({ start: Math.max(each.start, start), end: Math.min(each.end, end) }));
}
