import type { Surface } from './painter.ts';
import type { Wanted } from './plan.ts';
import { isInline } from './steady.ts';

/** In a block of more characters than this, every mark costs a layout of the whole block. */
export const LONG_BLOCK = 200_000;

/** Whether the text in an element, without that of blocks within it, is longer than {@link LONG_BLOCK}. */
function isLong(block: Element): boolean {
  if ((block.textContent?.length ?? 0) <= LONG_BLOCK) return false;
  let size = 0;
  const walker = block.ownerDocument.createTreeWalker(block, 5, (node) =>
    node.nodeType === 3 || isInline(node as Element) ? 1 : 2,
  );
  for (let node = walker.nextNode(); node && size <= LONG_BLOCK; node = walker.nextNode())
    if (node.nodeType === 3) size += (node as Text).data.length;
  return size > LONG_BLOCK;
}

/** Tells of marks whether they begin in a long block; what was found of a block is kept. */
export function inLongBlock(surface: Surface): (mark: Wanted) => boolean {
  const known = new Map<Element, boolean>();
  return ([, { span }]) => {
    const [piece] = surface.piecesOf({ start: span.start, end: span.start + 1 });
    let block = piece?.node.parentElement;
    while (block && isInline(block)) block = block.parentElement;
    if (!block) return false;
    const answer = known.get(block) ?? isLong(block);
    known.set(block, answer);
    return answer;
  };
}
