import { type FlowOf, flowOf, isLaidOut, tagOf } from './elements.ts';
import { STRIDE, type Steps } from './slices.ts';

/** A text node with what it held when it was passed: between two slices of work it may be split or marked. */
export interface Passed {
  node: Text;
  data: string;
}

/**
 * A line of the page as a reader sees it: the text between two boundaries of paragraphs, cells or `<br>`.
 * Text nodes are kept as they are; nothing is normalised.
 */
export interface Line {
  nodes: Passed[];
  /** Innermost block element that holds the line's first text. */
  container: Element;
  /** Characters that are no white space. */
  length: number;
  /** Of these, inside links. */
  linkLength: number;
  /** Starts of inline elements within the line, as offsets into the joined data. */
  seams: number[];
}

/** Every text node passed, with its line; `line` is `null` for white space between lines. */
export interface Reading {
  lines: Line[];
  /** All text nodes in order, white space between lines included. */
  nodes: Passed[];
}

const BLANK = /[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g;
const INK = /[^\s\u00ad\u200b-\u200d\u2060\ufeff]/;

/** Removes all white space and invisible characters, for comparing and measuring. */
export const fold = (text: string): string => text.replace(BLANK, '');

const joined = new WeakMap<Line, string>();

/** The line as raw text: the data of its nodes, joined. */
export function rawOf(line: Line): string {
  let text = joined.get(line);
  if (text === undefined) {
    text = line.nodes.map(({ data }) => data).join('');
    joined.set(line, text);
  }
  return text;
}

/** The line for reading and comparing: white space collapsed, soft hyphens gone; its first `most` characters. */
export const textOf = (line: Line, most = 1000): string =>
  rawOf(line)
    .slice(0, most * 2)
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most);

/** Non-blank characters of a string, without copying it when there is nothing to take away. */
const inkOf = (data: string): number => (INK.test(data) ? fold(data).length : 0);

/** So often in all a walk is begun that lost its place: marks are taken away in a moment, a page may never rest. */
const TRIES = 4;

/**
 * The lines under `root`, in document order, without what is hidden or holds no text. Linear in the size of the
 * tree, and safe for any depth. `skip` leaves further elements out.
 */
export function* lineSteps(
  root: Element,
  skip: ((element: Element) => boolean) | null = null,
  flowIn: FlowOf = flowOf,
): Steps<Reading> {
  for (let tries = 1; tries < TRIES; tries++) {
    const reading = yield* walk(root, skip, flowIn, true);
    if (reading) return reading;
  }
  return (yield* walk(root, skip, flowIn, false)) ?? { lines: [], nodes: [] };
}

/** `null`: the node that was next is not where it was, so that the walk would end too soon or pass something twice. */
function* walk(
  root: Element,
  skip: ((element: Element) => boolean) | null,
  flowIn: FlowOf,
  isStrict: boolean,
): Steps<Reading | null> {
  const laidOut = isLaidOut(root);
  const lines: Line[] = [];
  const nodes: Passed[] = [];
  /** For each open element: whether leaving it ends a line, and whether it is a link. */
  const open: { block: boolean; link: boolean }[] = [];
  const containers: Element[] = [root];
  let links = 0;
  let line: Line | null = null;
  let pending: Passed[] = [];
  let size = 0;
  const close = (): void => {
    if (line) lines.push(line);
    line = null;
    pending = [];
    size = 0;
  };
  const take = (node: Text): void => {
    const { data } = node;
    const passed = { node, data };
    nodes.push(passed);
    const ink = inkOf(data);
    if (!line) {
      pending.push(passed);
      size += data.length;
      if (ink === 0) return;
      const container = containers[containers.length - 1] ?? root;
      line = { nodes: pending, container, length: 0, linkLength: 0, seams: [] };
      pending = [];
      size -= data.length;
    } else {
      line.nodes.push(passed);
    }
    size += data.length;
    line.length += ink;
    if (links > 0) line.linkLength += ink;
  };

  let node: Node | null = root.firstChild;
  let steps = 0;
  while (node) {
    if (++steps % STRIDE === 0) {
      const { parentNode }: Node = node;
      yield;
      if (isStrict && (node.parentNode !== parentNode || !root.contains(node))) return null;
    }
    if (node.nodeType === 3) take(node as Text);
    else if (node.nodeType === 1) {
      const element = node as Element;
      const tag = tagOf(element);
      if (tag === 'br') close();
      else {
        const flow = flowIn(element, laidOut);
        if (flow !== 'none' && !skip?.(element)) {
          const block = flow === 'block';
          if (block) close();
          else if (line) (line as Line).seams.push(size);
          if (element.firstChild) {
            const link = tag === 'a' && element.hasAttribute('href');
            open.push({ block, link });
            if (block) containers.push(element);
            if (link) links++;
            node = element.firstChild;
            continue;
          }
        } else if (flow !== 'none') close();
      }
    }
    while (node && !node.nextSibling) {
      const parent: Node | null = node.parentNode;
      if (!parent || parent === root) {
        node = null;
        break;
      }
      const left = open.pop();
      if (left?.link) links--;
      if (left?.block) {
        close();
        containers.pop();
      } else if (line) (line as Line).seams.push(size);
      node = parent;
    }
    node = node?.nextSibling ?? null;
  }
  close();
  return { lines, nodes };
}
