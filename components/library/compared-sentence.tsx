import type { ComponentChildren } from 'preact';
import { oneLine } from '../../lib/model/line-ends.ts';
import type { Span } from '../../lib/model/span.ts';

/** What is shown within one sentence; spans in the order of the text. */
export interface SentenceMarks {
  /** Words that the sentence before lacks. */
  put: Span[];
  /** Words that the sentence after lacks. */
  taken: Span[];
  /** Figures, and what the same thing was in a column before. */
  counterparts: Counterpart[];
}

export interface Counterpart {
  figure: Span;
  /** Where the other one stands. */
  column: number;
  span: Span;
  /** The other one as it is shown. */
  was: string;
}

interface ComparedSentenceProps {
  text: string;
  span: Span;
  marks: SentenceMarks;
  /** A figure's counterpart as a button. */
  button(counterpart: Counterpart): ComponentChildren;
}

/** A sentence with the words that differ, and after a figure what it was before. */
export function ComparedSentence({ text, span, marks, button }: ComparedSentenceProps) {
  const { put, taken } = marks;
  const badges = marks.counterparts.map((counterpart) => ({
    counterpart,
    at: afterSigns(text, Math.min(counterpart.figure.end, span.end), span.end),
  }));
  const seams = new Set([span.start, span.end, ...badges.map(({ at }) => at)]);
  for (const { start, end } of [...put, ...taken]) seams.add(start).add(end);
  const cuts = [...seams].sort((a, b) => a - b);
  return (
    <>
      {cuts.slice(1).map((end, index) => {
        const start = cuts[index] ?? end;
        const words = oneLine(text.slice(start, end));
        const gone = taken.some(holds(start)) ? <del>{words}</del> : words;
        return [
          put.some(holds(start)) ? <ins>{gone}</ins> : gone,
          ...badges.filter(({ at }) => at === end).map(({ counterpart }) => button(counterpart)),
        ];
      })}
    </>
  );
}

const holds =
  (at: number) =>
  ({ start, end }: Span): boolean =>
    start <= at && at < end;

/** Past the punctuation that follows: no line may begin with it. */
function afterSigns(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /[，。；：、！？）)”’》」』]/.test(text.charAt(at))) at++;
  return at;
}
