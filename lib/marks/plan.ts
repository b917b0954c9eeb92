import type { MarkCategory } from '../model/annotation.ts';
import type { Span } from '../model/span.ts';
import type { Block } from '../model/text.ts';
import type { LayerMark, Surface } from './painter.ts';
import { type OnDrawn, Strip, type Stroke } from './strip.ts';

/** Drawn first, and so outermost: what is usually longer. */
const ORDER: readonly MarkCategory[] = ['note', 'shortcoming', 'measure', 'figure'];
/** Within one text node, marks are drawn in windows of so many characters, so that no step grows long. */
const WINDOW = 8000;
/** What is drawn in one step: strokes in one window of one text node. */
export interface Step {
  strip: Strip;
  strokes: Stroke[];
  /** The marks that the strokes are of. */
  ids: string[];
  /** Where in the text it begins. */
  at: number;
}

/** A mark to be drawn, with its category. */
export type Wanted = readonly [MarkCategory, LayerMark];

export interface Plan {
  /** In the order of the text. */
  steps: Step[];
  missing: { category: MarkCategory; id: string }[];
  /** Steps still to be drawn, for each mark. */
  open: Map<string, number>;
}

/** Index of the first block that ends after `offset`. */
function blockAt(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The parts of a span that stand in blocks: white space between paragraphs and cells is never wrapped, nor what stands
 * between two elements that hold the lines of one paragraph.
 */
export function withinBlocks(span: Span, blocks: readonly Block[]): Span[] {
  const parts: Span[] = [];
  for (let at = blockAt(blocks, span.start); at < blocks.length; at++) {
    const block = blocks[at];
    if (!block || block.start >= span.end) break;
    let from = Math.max(span.start, block.start);
    const to = Math.min(span.end, block.end);
    for (const gap of block.breaks ?? []) {
      if (gap.end <= from || gap.start >= to) continue;
      if (gap.start > from) parts.push({ start: from, end: gap.start });
      from = gap.end;
    }
    if (from < to) parts.push({ start: from, end: to });
  }
  return parts;
}

export function planOf(surface: Surface, marks: Iterable<Wanted>): Plan {
  /** For each node its steps, by the window of it that they are for. */
  const perNode = new Map<Text, (Step | undefined)[]>();
  const steps: Step[] = [];
  const open = new Map<string, number>();
  const missing: Plan['missing'] = [];
  for (const [category, { id, span }] of marks) {
    const parts = withinBlocks(span, surface.blocks);
    let isWhole = parts.length > 0;
    let last: Step | undefined;
    let touched = 0;
    for (const part of parts) {
      const pieces = surface.piecesOf(part);
      if (pieces.length === 0) isWhole = false;
      let at = part.start;
      for (const { node, start, end } of pieces) {
        const own = perNode.get(node) ?? [];
        if (own.length === 0) perNode.set(node, own);
        const window = Math.floor(start / WINDOW);
        let step = own[window];
        if (!step) {
          const strip = own.find((other) => other !== undefined)?.strip ?? new Strip(node);
          step = { strip, strokes: [], ids: [], at };
          own[window] = step;
          steps.push(step);
        }
        step.at = Math.min(step.at, at);
        step.strokes.push({ category, id, start, end });
        if (step !== last) {
          step.ids.push(id);
          touched++;
          last = step;
        }
        at += end - start;
      }
    }
    if (!isWhole) missing.push({ category, id });
    if (touched > 0) open.set(id, touched);
  }
  steps.sort((a, b) => a.at - b.at);
  return { steps, missing, open };
}

/** Splits strokes into groups of disjoint ones: mark.js leaves out what overlaps within one call. */
function disjoint(strokes: readonly Stroke[]): (readonly Stroke[])[] {
  const isClear = strokes.every(({ start }, at) => at === 0 || (strokes[at - 1]?.end ?? 0) <= start);
  if (isClear) return strokes.length > 0 ? [strokes] : [];
  const groups: { end: number; strokes: Stroke[] }[] = [];
  for (const stroke of [...strokes].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const group = groups.find(({ end }) => end <= stroke.start);
    if (group) {
      group.strokes.push(stroke);
      group.end = stroke.end;
    } else {
      groups.push({ end: stroke.end, strokes: [stroke] });
    }
  }
  return groups.map((group) => group.strokes);
}

/** Draws one step. */
export function drawStep({ strip, strokes }: Step, onDrawn: OnDrawn): void {
  for (const category of ORDER) {
    const own = strokes.filter((stroke) => stroke.category === category);
    for (const group of disjoint(own)) strip.draw(group, category, onDrawn);
  }
}
