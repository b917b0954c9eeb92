import { isNumbered } from '../text/numbered-line.ts';
import type { FlowOf } from './elements.ts';
import {
  isCell,
  isControlLine,
  isFurniture,
  isLinkLine,
  isMetaLine,
  isPlaceLine,
  isProse,
  isTailLine,
} from './furniture.ts';
import { fold, type Line, lineSteps, type Passed, rawOf, textOf } from './lines.ts';
import { atOnce, STRIDE, type Steps } from './slices.ts';

/** The lines of an article, and those in its container that are none of its text. */
export interface Article {
  lines: Line[];
  dropped: Line[];
  /** Text nodes of the kept lines and the white space around them, in order. */
  nodes: Passed[];
}

const isBody = (line: Line): boolean =>
  isProse(line) || (!isLinkLine(line) && isNumbered(textOf(line)) && !isMetaLine(line));

const isLinkish = (line: Line): boolean => line.linkLength > 0 && line.length <= 120;

/** Reads the container and leaves out its furniture: by name anywhere, by wording before, between and after the text. */
export const readArticle = (root: Element): Article => atOnce(articleSteps(root));

export function* articleSteps(root: Element, flowIn?: FlowOf): Steps<Article> {
  const size = (root.textContent ?? '').length;
  const reading = yield* lineSteps(root, (element) => isFurniture(element, size), flowIn);
  const all = reading.lines;
  const first = all.findIndex(isBody);
  const last = all.findLastIndex(isBody);
  const titles = new Set(all.slice(0, Math.max(first, 0)).map((line) => fold(rawOf(line))));
  const documentTitle = fold(root.ownerDocument.title ?? '');
  let cut = false;
  const isOut = (line: Line, at: number): boolean => {
    if (isControlLine(line)) return true;
    if (at >= first && at <= last) return isLinkish(line) && isTailLine(textOf(line));
    const text = textOf(line);
    if (at < first) return isMetaLine(line) || isPlaceLine(text) || isLinkLine(line);
    if (first === -1) return false;
    if (isTailLine(text)) cut = true;
    if (cut || isLinkLine(line) || (isMetaLine(line) && /[:：\]】]/.test(text))) return true;
    const folded = fold(text);
    return (
      (/^\d{4,}$/.test(folded) && !isCell(line)) ||
      (folded.length > 8 && (titles.has(folded) || documentTitle.startsWith(folded)))
    );
  };
  const lines: Line[] = [];
  const dropped: Line[] = [];
  for (const [at, line] of all.entries()) {
    (isOut(line, at) ? dropped : lines).push(line);
    if (at % STRIDE === 0) yield;
  }
  const out = new Set(dropped.flatMap((line) => line.nodes));
  return {
    lines,
    dropped,
    nodes: out.size === 0 ? reading.nodes : reading.nodes.filter((node) => !out.has(node)),
  };
}
