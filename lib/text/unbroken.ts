import { gapsIn, lineFinder, partsWords } from '../model/line-ends.ts';
import type { Span } from '../model/span.ts';
import type { Block, ReportText } from '../model/text.ts';

/** A text without the line ends within its blocks, and the way back to the text that has them. */
export interface Unbroken {
  report: ReportText;
  /** A span of the unbroken text in the original, without the line ends before and after it. */
  original(span: Span): Span;
  /** Where a span of the original stands in the unbroken text. */
  unbroken(span: Span): Span;
}

/** What was taken out: where it stood, the place in the unbroken text, and what was left of it, a space or nothing. */
interface Cut extends Span {
  at: number;
  left: 0 | 1;
}

/**
 * Takes out the line ends within blocks, with the white space around them: a paragraph that was typed over several lines
 * reads like one that was not. `null`: there are none, which costs next to nothing to find out.
 */
export function unbrokenText({ text, blocks }: ReportText): Unbroken | null {
  const soonest = lineFinder(text);
  if (!blocks.some(({ start, end, breaks }) => breaks !== undefined || soonest(start) < end)) return null;
  const next = lineFinder(text);
  const cuts: Cut[] = [];
  let taken = 0;
  const moved = blocks.map((block): Block => {
    const start = block.start - taken;
    for (const gap of gapsIn(text, block, next)) {
      const left = partsWords(text, gap) ? 1 : 0;
      cuts.push({ ...gap, at: gap.start - taken, left });
      taken += gap.end - gap.start - left;
    }
    const span = { start, end: block.end - taken };
    return block.cell === undefined ? span : { ...span, cell: block.cell };
  });
  if (cuts.length === 0) return null;
  let words = '';
  let from = 0;
  for (const { start, end, left } of cuts) {
    words += text.slice(from, start);
    if (left === 1) words += ' ';
    from = end;
  }
  return { report: { text: words + text.slice(from), blocks: moved }, ...wayBack(cuts) };
}

function wayBack(cuts: readonly Cut[]): Omit<Unbroken, 'report'> {
  /** How many cuts stand wholly before a place. */
  const before = (isBefore: (cut: Cut) => boolean): number => {
    let low = 0;
    let high = cuts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const cut = cuts[middle];
      if (cut && isBefore(cut)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const shiftAfter = (cut: Cut | undefined): number => (cut ? cut.end - cut.at - cut.left : 0);
  const original = (at: number, count: number): number => at + shiftAfter(cuts[count - 1]);
  const unbroken = (at: number): number => {
    const last = cuts[before((cut) => cut.start < at) - 1];
    return last && at < last.end ? last.at : at - shiftAfter(last);
  };
  return {
    original: ({ start, end }) => ({
      start: original(
        start,
        before((cut) => cut.at + cut.left <= start),
      ),
      end: original(
        end,
        before((cut) => cut.at < end),
      ),
    }),
    unbroken: ({ start, end }) => ({ start: unbroken(start), end: unbroken(end) }),
  };
}
