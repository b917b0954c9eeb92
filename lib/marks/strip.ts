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
  stroke: Stroke;
}

/**
 * Below our own style sheet, which goes when the extension is removed or updated under an open page: what is left
 * behind then must not turn yellow, as browsers show the element by themselves.
 */
const LEFT_BEHIND = 'background:none;color:inherit';

/** Is told every element made, with the stroke that it is of. */
export type OnDrawn = (element: HTMLElement, stroke: Stroke) => void;

/**
 * One text node of the page and what painting has made of it. mark.js splits the node and wraps the middle in an
 * element; the pieces follow one another, so that they are found again when there is more to draw.
 */
export class Strip {
  /** The node of the page itself: its beginning, once the rest is split off. */
  readonly first: Text;
  readonly #length: number;
  /** `null`: something was drawn since they were listed. */
  #fragments: Fragment[] | null;

  constructor(node: Text) {
    this.first = node;
    this.#length = node.data.length;
    this.#fragments = [{ node, start: 0 }];
  }

  includes(node: Node): boolean {
    return this.#list().some((fragment) => fragment.node === node);
  }

  /** Draws disjoint strokes of one category. */
  draw(strokes: readonly Stroke[], category: MarkCategory, onDrawn: OnDrawn): void {
    const fragments = this.#list();
    this.#fragments = null;
    if (fragments.length === 1) {
      const tasks = strokes.map((stroke) => ({
        start: stroke.start,
        length: stroke.end - stroke.start,
        stroke,
      }));
      if (this.first.parentNode) wrap(this.first, tasks, category, onDrawn);
      return;
    }
    const perFragment = new Map<Fragment, Task[]>();
    for (const stroke of strokes) {
      for (let at = indexAt(fragments, stroke.start); at < fragments.length; at++) {
        const fragment = fragments[at];
        if (!fragment || fragment.start >= stroke.end) break;
        const start = Math.max(stroke.start - fragment.start, 0);
        const length = Math.min(stroke.end - fragment.start, fragment.node.data.length) - start;
        if (length <= 0) continue;
        const tasks = perFragment.get(fragment);
        if (tasks) tasks.push({ start, length, stroke });
        else perFragment.set(fragment, [{ start, length, stroke }]);
      }
    }
    for (const [{ node }, tasks] of perFragment) if (node.parentNode) wrap(node, tasks, category, onDrawn);
  }

  #list(): Fragment[] {
    if (this.#fragments) return this.#fragments;
    const walker = this.first.ownerDocument.createTreeWalker(this.first.getRootNode(), 4);
    walker.currentNode = this.first;
    const fragments: Fragment[] = [];
    let start = 0;
    for (let node: Node | null = this.first; node && start <= this.#length; node = walker.nextNode()) {
      fragments.push({ node: node as Text, start });
      start += (node as Text).data.length;
    }
    this.#fragments = fragments;
    return fragments;
  }
}

/** Index of the first fragment that ends after `offset`. */
function indexAt(fragments: readonly Fragment[], offset: number): number {
  let low = 0;
  let high = fragments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const fragment = fragments[middle];
    if (fragment && fragment.start + fragment.node.data.length > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function wrap(node: Text, tasks: Task[], category: MarkCategory, onDrawn: OnDrawn): void {
  const each = (element: HTMLElement, { stroke }: Task): void => {
    element.setAttribute('data-category', category);
    element.setAttribute('data-id', stroke.id);
    // not as an attribute: the page's security policy may forbid those
    element.style.cssText = LEFT_BEHIND;
    onDrawn(element, stroke);
  };
  const { data } = node;
  // mark.js passes over ranges of white space alone; a mark over several nodes may have such a part.
  const isBlank = ({ start, length }: Task): boolean => data.slice(start, start + length).trim() === '';
  if (tasks.some(isBlank)) wrapByHand(node, tasks, each);
  else markRanges(node, tasks, { element: 'mark', className: 'zhupi', each });
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

/**
 * Takes mark elements away and joins what painting had split: the text before and after an element was of one node with
 * its content. Text nodes that the page itself had apart stay so.
 */
export function unwrap(elements: Iterable<HTMLElement>): void {
  for (const element of elements) {
    const { parentNode: parent, previousSibling, nextSibling } = element;
    if (!parent) continue;
    while (element.firstChild) parent.insertBefore(element.firstChild, element);
    element.remove();
    // the end first: where there was one text node only, it joins the one before with all that follows
    join(nextSibling?.previousSibling ?? parent.lastChild, nextSibling);
    join(previousSibling, previousSibling?.nextSibling ?? null);
  }
}

/** Joins two neighbouring text nodes into the first, which may be the page's own. */
function join(node: Node | null, next: Node | null): void {
  if (node?.nodeType !== 3 || next?.nodeType !== 3) return;
  (node as Text).data += (next as Text).data;
  (next as Text).remove();
}
