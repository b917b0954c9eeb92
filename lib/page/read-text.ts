import type { Span } from '../model/span.ts';
import type { Block, ReportText } from '../model/text.ts';
import { type Article, articleSteps, readArticle } from './article.ts';
import { isLaidOut } from './elements.ts';
import type { Line, Passed } from './lines.ts';
import { rootSteps } from './root.ts';
import { atOnce, inSlices, type Slicing, STRIDE, type Steps } from './slices.ts';
import { type Cell, cellsOf } from './tables.ts';
import { TypedLines } from './typed.ts';

/** A part of one text node: offsets into the node's data, `at`: the offset in the report's text. */
export interface Piece {
  node: Text;
  start: number;
  end: number;
  at: number;
}

/** The report's text as read from a page, with the way back into the page. */
export interface PageText extends ReportText {
  root: Element;
  /** The span as parts of text nodes as they are now; empty when the page's text is no longer this one. */
  piecesOf(span: Span): Piece[];
  /** The same, one `Range` per text node. */
  rangeOf(span: Span): Range[];
  /**
   * Where a character stands in its window, in CSS pixels; `null` when it is not laid out. No range is left behind:
   * a browser corrects each one there is at every change of a text node, so thousands make marking slow.
   */
  boxAt(offset: number): DOMRect | null;
  /** The span that a range of the page covers, clipped to the text; `null` when it covers none of it. */
  spanOf(range: Range): Span | null;
  /**
   * Reads the page again; `false` when its text is no longer this one: the element has gone, its text has changed, or
   * what came late holds the report now.
   */
  refresh(): boolean;
  refreshInSlices(slicing: Slicing): Promise<boolean>;
}

interface Placed {
  node: Text;
  start: number;
  end: number;
}

function place(nodes: readonly Passed[], from = 0): Placed[] {
  let at = from;
  return nodes.map(({ node, data }) => {
    const start = at;
    at += data.length;
    return { node, start, end: at };
  });
}

/** Index of the first entry that ends after `offset`. */
function indexAt(entries: readonly Placed[], offset: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What a reader sees as a character: neither white space nor the glyph of an icon font. */
const INK = /[^\s\u00ad\u200b-\u200d\u2060\ue000-\uf8ff\ufeff]/;

/** A span without the white space at its ends; `null` when nothing is left. */
function trimmed(text: string, { start, end }: Span): Span | null {
  while (start < end && !INK.test(text.charAt(start))) start++;
  while (end > start && !INK.test(text.charAt(end - 1))) end--;
  return end > start ? { start, end } : null;
}

/** Whether line breaks of the source are shown: then each of them ends a block. */
function keepsBreaks({ container }: Line): boolean {
  if (isLaidOut(container)) {
    return (
      container.ownerDocument.defaultView?.getComputedStyle(container).whiteSpace.startsWith('pre') === true
    );
  }
  return container.closest('pre') !== null;
}

function linesIn(text: string, start: number, end: number): Span[] {
  const parts: Span[] = [];
  for (let from = start; from < end; ) {
    const next = text.indexOf('\n', from);
    const to = next === -1 || next >= end ? end : next + 1;
    parts.push({ start: from, end: to });
    from = to;
  }
  return parts;
}

/**
 * Reads the report's own text under `root`: `text` is the raw concatenation of its text nodes, `blocks` are its
 * paragraphs, cells and lines beside it (trimmed of white space). Text nodes may be split, wrapped or merged later:
 * the map is read anew when it no longer fits.
 */
export const readText = (root: Element): PageText => atOnce(textSteps(root));

/** `known`: the article, where it was read just now. */
export function* textSteps(root: Element, known?: Article): Steps<PageText> {
  const article = known ?? (yield* articleSteps(root));
  let entries = place(article.nodes);
  const text = article.nodes.map(({ data }) => data).join('');
  const startOf = new Map(entries.map((entry) => [entry.node, entry.start]));
  const cells = cellsOf(root, article.lines);
  const blocks: Block[] = [];
  let ruler: Range | undefined;
  const boxIn = (node: Text, start: number): DOMRect => {
    ruler ??= root.ownerDocument.createRange();
    ruler.setStart(node, start);
    ruler.setEnd(node, start + 1);
    return ruler.getBoundingClientRect();
  };
  const typed = new TypedLines(text, (offset) => {
    const entry = entries[indexAt(entries, offset)];
    const at = offset - (entry?.start ?? 0);
    // the page may have split the node or taken it away since it was passed
    return entry && at < entry.node.data.length && root.contains(entry.node)
      ? boxIn(entry.node, at).left
      : null;
  });
  for (const [at, line] of article.lines.entries()) {
    if (at % STRIDE === 0) yield;
    const head = line.nodes[0];
    const tail = line.nodes[line.nodes.length - 1];
    if (!head || !tail) continue;
    const start = startOf.get(head.node) ?? 0;
    const end = (startOf.get(tail.node) ?? 0) + tail.data.length;
    const cell: Cell | undefined = cells.get(line);
    const keeps = keepsBreaks(line);
    const parts = keeps ? linesIn(text, start, end) : [{ start, end }];
    const spans = parts.map((part) => trimmed(text, part)).filter((span) => span !== null);
    if (cell) {
      blocks.push(...typed.settle(), ...spans.map((span) => ({ ...span, cell })));
    } else {
      blocks.push(...typed.add(line.container, keeps, spans));
    }
  }
  blocks.push(...typed.settle());

  /** Set when the page's text was found to be another one: no use in looking again for every mark. */
  let isStale = false;
  const remap = ({ nodes } = readArticle(root)): boolean => {
    isStale = nodes.map(({ data }) => data).join('') !== text;
    entries = isStale ? [] : place(nodes);
    return !isStale;
  };
  const isHere = (entry: Placed | undefined): boolean => entry !== undefined && root.contains(entry.node);
  const isFresh = (entry: Placed | undefined): boolean =>
    entry !== undefined && entry.node.data.length === entry.end - entry.start && isHere(entry);

  /**
   * Reads a stretch of the text anew, from the node of one entry to that of another: enough where nodes were only
   * split, wrapped or joined. `null` when that is not the same text.
   */
  const reread = (from: Placed | undefined, to: Placed | undefined): Placed[] | null => {
    const start = from?.start ?? 0;
    const end = to?.start ?? text.length;
    const walker = root.ownerDocument.createTreeWalker(root, 4);
    if (from) walker.currentNode = from.node;
    const nodes: Passed[] = [];
    let size = 0;
    let node: Node | null = from?.node ?? walker.nextNode();
    for (; node && node !== to?.node && size <= end - start; node = walker.nextNode()) {
      const { data } = node as Text;
      nodes.push({ node: node as Text, data });
      size += data.length;
    }
    return nodes.map(({ data }) => data).join('') === text.slice(start, end) ? place(nodes, start) : null;
  };
  const heal = (at: number): boolean => {
    let low = at;
    let high = at + 1;
    while (low >= 0 && !isHere(entries[low])) low--;
    while (high < entries.length && !isHere(entries[high])) high++;
    const anew = reread(entries[low], entries[high]);
    if (anew) entries.splice(Math.max(low, 0), high - Math.max(low, 0), ...anew);
    return anew !== null;
  };
  /** All entries at once, for what may reach over the whole text. */
  const healAll = (): boolean => {
    const anew: Placed[] = [];
    for (let at = 0; at < entries.length; ) {
      const entry = entries[at];
      let high = at + 1;
      if (entry && isFresh(entry) && (high === entries.length || isHere(entries[high]))) anew.push(entry);
      else {
        while (high < entries.length && !isHere(entries[high])) high++;
        const part = reread(isHere(entry) ? entry : undefined, entries[high]);
        if (!part) return remap();
        for (const placed of part) anew.push(placed);
      }
      at = high;
    }
    entries = anew;
    return !isStale;
  };

  const cut = (span: Span): Piece[] | null => {
    const pieces: Piece[] = [];
    let reached = span.start;
    for (let at = indexAt(entries, reached); at < entries.length && reached < span.end; at++) {
      if (!isFresh(entries[at])) {
        if (!heal(at)) return null;
        at = indexAt(entries, reached);
      }
      const entry = entries[at];
      if (!entry) break;
      const start = Math.max(reached, entry.start);
      const end = Math.min(span.end, entry.end);
      if (end > start)
        pieces.push({ node: entry.node, start: start - entry.start, end: end - entry.start, at: start });
      reached = end;
    }
    return reached === span.end ? pieces : null;
  };
  const piecesOf = (span: Span): Piece[] => {
    if (span.start < 0 || span.end > text.length || span.start >= span.end) return [];
    return cut(span) ?? (!isStale && remap() ? (cut(span) ?? []) : []);
  };

  const spanOf = (range: Range): Span | null => {
    if (!entries.every(isFresh) && !healAll()) return null;
    let start: number | null = null;
    let end: number | null = null;
    for (const entry of entries) {
      if (entry.start === entry.end || !range.intersectsNode(entry.node)) {
        if (end !== null && entry.start !== entry.end) break;
        continue;
      }
      const from = range.startContainer === entry.node ? range.startOffset : 0;
      const to = range.endContainer === entry.node ? range.endOffset : entry.node.data.length;
      if (to <= from) continue;
      start ??= entry.start + from;
      end = entry.start + to;
    }
    if (start === null || end === null) return null;
    return trimmed(text, { start, end });
  };

  const boxAt = (offset: number): DOMRect | null => {
    const [piece] = piecesOf({ start: offset, end: offset + 1 });
    if (!piece) return null;
    const box = boxIn(piece.node, piece.start);
    return box.width === 0 && box.height === 0 ? null : box;
  };

  function* look(): Steps<boolean> {
    if (!root.isConnected || (yield* rootSteps(root.ownerDocument)) !== root) return false;
    return remap(yield* articleSteps(root));
  }

  return {
    text,
    blocks,
    root,
    piecesOf,
    boxAt,
    spanOf,
    refresh: () => atOnce(look()),
    refreshInSlices: (slicing) => inSlices(look(), slicing),
    rangeOf: (span) =>
      piecesOf(span).map(({ node, start, end }) => {
        const range = node.ownerDocument.createRange();
        range.setStart(node, start);
        range.setEnd(node, end);
        return range;
      }),
  };
}
