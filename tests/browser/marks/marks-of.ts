import type { Layer } from '../../../lib/marks/painter.ts';
import type { Span } from '../../../lib/model/span.ts';
import type { ReportText } from '../../../lib/model/text.ts';

function all(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Marks of every category, nested and overlapping as in use: what is found does not matter here, only where. */
export function marksOf({ text, blocks }: ReportText): Layer[] {
  const inBlocks = (find: (part: string) => Span[]): Span[] =>
    blocks.flatMap((block) =>
      find(text.slice(block.start, block.end)).map(({ start, end }) => ({
        start: start + block.start,
        end: end + block.start,
      })),
    );
  const named = (category: Layer['category'], spans: Span[]): Layer => ({
    category,
    marks: spans.map((span, at) => ({ id: `${category}-${at}`, span })),
  });
  const sentences = inBlocks((part) => all(part, /[^。]+。?/g));
  const notes = sentences
    .filter((_, at) => at % 3 === 0)
    .flatMap(({ start, end }) => {
      const middle = Math.floor((start + end) / 2);
      return [
        { start, end: middle + 3 },
        { start: middle, end },
        { start, end: Math.min(text.length, end + 40) },
      ];
    })
    .filter(({ start, end }) => end > start);
  return [
    named(
      'figure',
      inBlocks((part) => all(part, /\d[\d.]*\s*[%\u4e00-\u9fa5]/g)),
    ),
    named(
      'shortcoming',
      sentences.filter((_, at) => at % 5 === 0),
    ),
    named(
      'measure',
      inBlocks((part) => all(part, /[一二三四五]是[^。，]{2,40}/g)),
    ),
    named('note', notes),
  ];
}

/** Left, top, width and height of every character, in CSS pixels, one after the other. */
export function boxesOf(root: Element): number[] {
  const boxes: number[] = [];
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = root.ownerDocument.createRange();
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    for (let at = 0; at < node.data.length; at++) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { left, top, width, height } = range.getBoundingClientRect();
      boxes.push(left, top, width, height);
    }
  }
  return boxes;
}

/** The furthest that any edge of any character moved, in CSS pixels. */
export function shiftBetween(before: readonly number[], after: readonly number[]): number {
  if (before.length !== after.length) return Number.POSITIVE_INFINITY;
  return before.reduce((most, edge, at) => Math.max(most, Math.abs(edge - (after[at] ?? 0))), 0);
}
