import type { Step } from './plan.ts';

/**
 * Keeping lines where they are. A browser rounds the width of every piece of text up to a fraction of a pixel (1/64 in
 * Chromium, 1/60 in Firefox), so a line cut into pieces can come out a hair wider and, when it was full to the brim,
 * break one character earlier. That is seen by where some characters of the paragraph stand, and undone by giving the
 * hair back.
 */

/** Hairs given back per mark, in CSS pixels, one after the other until the paragraph stands where it did. */
const HAIRS = [-1 / 64, -2 / 64, -3 / 64];
/** Characters between two that are looked at: every line has some. */
const STRIDE = 16;
/** Moved further than this, in CSS pixels, is more than rounding. */
const MOVED = 0.5;
/** Paragraphs longer than this, in characters, are left alone: looking costs more than it is worth. */
const LONGEST = 20_000;

const INLINE = new Set(['span', 'font', 'b', 'strong', 'em', 'i', 'u', 'a', 'mark', 'sub', 'sup']);
const BLOCK = new Set([
  'p',
  'div',
  'td',
  'th',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'table',
  'tbody',
  'tr',
  'section',
  'body',
]);

/** Style is asked for only where the name says nothing; an odd style can at worst spoil a check. */
export const isInline = (element: Element): boolean => {
  if (INLINE.has(element.localName)) return true;
  if (BLOCK.has(element.localName)) return false;
  const display = element.ownerDocument.defaultView?.getComputedStyle(element).display ?? 'inline';
  return display === 'inline' || display === 'contents';
};

/** Next (or previous) text node within the paragraph: no `<br>` and no border of a block is passed. */
function neighbour(node: Node, forward: boolean): Text | null {
  let at = node;
  for (;;) {
    let next = forward ? at.nextSibling : at.previousSibling;
    while (!next) {
      const parent = at.parentElement;
      if (!parent || !isInline(parent)) return null;
      at = parent;
      next = forward ? at.nextSibling : at.previousSibling;
    }
    at = next;
    while (at.nodeType === 1) {
      const element = at as Element;
      if (element.localName === 'br' || !isInline(element)) return null;
      const child = forward ? element.firstChild : element.lastChild;
      if (!child) break;
      at = child;
    }
    if (at.nodeType === 3) return at as Text;
  }
}

function firstOf(node: Text): Text {
  let first = node;
  for (let before = neighbour(first, false); before; before = neighbour(first, false)) first = before;
  return first;
}

/** One range for all looks: a browser corrects each one there is at every change of a text node, until it is collected. */
const rulers = new WeakMap<Document, Range>();

function rulerOf(document: Document): Range {
  const ruler = rulers.get(document) ?? document.createRange();
  rulers.set(document, ruler);
  return ruler;
}

/** Left edges of every {@link STRIDE}th character of the paragraph that begins with `first`; empty when it is too long. */
function edgesOf(first: Text): number[] {
  const range = rulerOf(first.ownerDocument);
  const edges: number[] = [];
  let passed = 0;
  for (let node: Text | null = first; node; node = neighbour(node, true)) {
    const size = node.data.length;
    for (let at = (STRIDE - (passed % STRIDE)) % STRIDE; at < size; at += STRIDE) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      edges.push(range.getBoundingClientRect().left);
    }
    passed += size;
    if (passed > LONGEST) return [];
  }
  return edges;
}

/** The paragraphs of some steps, by their first text node, as they stand. */
export type Stand = Map<Text, { steps: Step[]; edges: number[] }>;

/** Notes where the paragraphs of some steps stand, before anything is drawn: one layout for all of them. */
export function standOf(steps: readonly Step[]): Stand {
  const stand: Stand = new Map();
  for (const step of steps) {
    if (!step.strip.first.parentNode) continue;
    const first = firstOf(step.strip.first);
    const known = stand.get(first);
    if (known) known.steps.push(step);
    else stand.set(first, { steps: [step], edges: edgesOf(first) });
  }
  return stand;
}

/** Gives hairs back in paragraphs that no longer stand where they did; `drawn`: the elements of each step. */
export function steady(stand: Stand, drawn: ReadonlyMap<Step, readonly HTMLElement[]>): void {
  const hasMoved = ([first, { edges }]: [Text, { edges: number[] }]): boolean =>
    edges.length > 0 && edgesOf(first).some((left, at) => Math.abs(left - (edges[at] ?? left)) > MOVED);
  let moved = [...stand].filter(hasMoved);
  const give = (hair: number | null): void => {
    for (const [, { steps }] of moved) {
      for (const element of steps.flatMap((step) => drawn.get(step) ?? [])) {
        if (hair === null) element.style.removeProperty('margin-inline-end');
        else element.style.setProperty('margin-inline-end', `${hair}px`, 'important');
      }
    }
  };
  for (const hair of HAIRS) {
    if (moved.length === 0) return;
    give(hair);
    moved = moved.filter(hasMoved);
  }
  give(null);
}
