import type { MarkCategory } from '../model/annotation.ts';
import { markRanges } from './mark-ranges.ts';

/** A part of a strip to be drawn: offsets into the text node's data as it was before anything was drawn in it. */
export interface Stroke {
  category: MarkCategory;
  id: string;
  start: number;
  end: number;
}

interface Fragment {
  node: Text;
  start: number;
}

interface Task {
  start: number;
  length: number;
  id: string;
}

/** From each piece of a split text node to a token for that node: pieces with one token may be joined again. */
const origins = new WeakMap<Node, object>();

const areOne = (a: Node, b: Node): boolean => {
  const origin = origins.get(a);
  return origin !== undefined && origin === origins.get(b);
};

/**
 * One text node of the page and what painting has made of it. mark.js splits the node and wraps the middle in an
 * element; the strip keeps track, so that any part can be drawn at any time and all can be joined again.
 */
export class Strip {
  private readonly fragments: Fragment[];
  private readonly origin: object;
  private readonly node: Text;

  constructor(node: Text) {
    this.node = node;
    this.fragments = [{ node, start: 0 }];
    this.origin = origins.get(node) ?? {};
    origins.set(node, this.origin);
  }

  /** The node of the page itself: its beginning, once the rest is split off. */
  get first(): Text {
    return this.node;
  }

  includes(node: Node): boolean {
    return origins.get(node) === this.origin;
  }

  /** The text node that now holds an offset of the strip, and the offset in it. */
  locate(offset: number): { node: Text; offset: number } | null {
    const fragment = this.fragments[this.indexAt(offset)];
    return fragment ? { node: fragment.node, offset: offset - fragment.start } : null;
  }

  /** Draws disjoint strokes of one category; the elements made, in order. */
  draw(strokes: readonly Stroke[], category: MarkCategory): HTMLElement[] {
    const perFragment = new Map<number, Task[]>();
    for (const stroke of strokes) {
      for (let at = this.indexAt(stroke.start); at < this.fragments.length; at++) {
        const fragment = this.fragments[at];
        if (!fragment || fragment.start >= stroke.end) break;
        const start = Math.max(stroke.start - fragment.start, 0);
        const length = Math.min(stroke.end - fragment.start, fragment.node.data.length) - start;
        if (length <= 0) continue;
        const tasks = perFragment.get(at);
        if (tasks) tasks.push({ start, length, id: stroke.id });
        else perFragment.set(at, [{ start, length, id: stroke.id }]);
      }
    }
    const made: HTMLElement[][] = [];
    // From the last to the first, so that indices stay true while fragments multiply.
    for (const [at, tasks] of [...perFragment].sort((a, b) => b[0] - a[0]))
      made.push(this.cut(at, tasks, category));
    return made.reverse().flat();
  }

  private cut(at: number, tasks: Task[], category: MarkCategory): HTMLElement[] {
    const fragment = this.fragments[at];
    if (!fragment?.node.parentNode) return [];
    const { node, start } = fragment;
    const made: HTMLElement[] = [];
    const after: Fragment[] = [{ node, start }];
    const each = (element: HTMLElement, task: Task): void => {
      element.setAttribute('data-category', category);
      element.setAttribute('data-id', task.id);
      made.push(element);
      after.push({ node: element.firstChild as Text, start: start + task.start });
      after.push({ node: element.nextSibling as Text, start: start + task.start + task.length });
    };
    tasks.sort((a, b) => a.start - b.start);
    const isBlank = (task: Task): boolean =>
      node.data.slice(task.start, task.start + task.length).trim() === '';
    // mark.js passes over ranges of white space alone; a mark over several nodes may have such a part.
    if (tasks.some(isBlank)) wrapByHand(node, tasks, each);
    else markRanges(node, tasks, { element: 'mark', className: 'zhupi', each });
    for (const piece of after) origins.set(piece.node, this.origin);
    this.fragments.splice(at, 1, ...after);
    return made;
  }

  /** Index of the first fragment that ends after `offset`. */
  private indexAt(offset: number): number {
    let low = 0;
    let high = this.fragments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const fragment = this.fragments[middle];
      if (fragment && fragment.start + fragment.node.data.length > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** The same elements that mark.js makes, of the same shape. */
function wrapByHand(
  node: Text,
  tasks: readonly Task[],
  each: (element: HTMLElement, task: Task) => void,
): void {
  let rest = node;
  let from = 0;
  for (const task of tasks) {
    const inner = rest.splitText(task.start - from);
    rest = inner.splitText(task.length);
    from = task.start + task.length;
    const element = node.ownerDocument.createElement('mark');
    element.setAttribute('data-markjs', 'true');
    element.className = 'zhupi';
    element.textContent = inner.data;
    inner.replaceWith(element);
    each(element, task);
  }
}

/** Takes mark elements away and joins what painting had split; text nodes that the page itself had apart stay so. */
export function unwrap(elements: Iterable<HTMLElement>): void {
  const parents = new Set<Node>();
  for (const element of elements) {
    const parent = element.parentNode;
    if (!parent) continue;
    while (element.firstChild) parent.insertBefore(element.firstChild, element);
    parents.add(parent);
    parent.removeChild(element);
    parents.delete(element);
  }
  for (const parent of parents) joinRuns(parent);
}

/** Joins neighbouring pieces of one node of the page into the first of them, which is that very node. */
function joinRuns(parent: Node): void {
  let node = parent.firstChild;
  while (node) {
    const first = node;
    const run: Text[] = [];
    while (
      node.nextSibling &&
      node.nodeType === 3 &&
      node.nextSibling.nodeType === 3 &&
      areOne(first, node.nextSibling)
    ) {
      node = node.nextSibling;
      run.push(node as Text);
    }
    if (run.length > 0) {
      (first as Text).data += run.map((piece) => piece.data).join('');
      for (const piece of run) piece.remove();
    }
    node = first.nextSibling;
  }
}
