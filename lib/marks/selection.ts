/**
 * The reader's selection, kept over a change of text nodes. Splitting and joining nodes moves the ends of a selection
 * to their parents, so both ends are noted as places in the text and set again.
 */
interface End {
  /** Characters of `root` before the end. */
  offset: number;
}

function endOf(root: Element, node: Node, offset: number): End | null {
  if (!root.contains(node)) return null;
  const range = root.ownerDocument.createRange();
  range.selectNodeContents(root);
  range.setEnd(node, offset);
  return { offset: range.toString().length };
}

/** The place of an offset; `after`: at the start of the next node rather than at the end of this one. */
function placeOf(root: Element, end: End, after: boolean): { node: Node; offset: number } | null {
  const walker = root.ownerDocument.createTreeWalker(root, 4);
  let left = end.offset;
  let last: Text | null = null;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const { length } = node.data;
    if (length === 0) continue;
    if (after ? left < length : left <= length) return { node, offset: left };
    left -= length;
    last = node;
  }
  return last ? { node: last, offset: last.data.length } : null;
}

/** Runs `change` and restores the selection as it was. `touches` says which text nodes the change will replace. */
export function keepSelection(root: Element, touches: (node: Node) => boolean, change: () => void): void {
  const selection = root.ownerDocument.defaultView?.getSelection() ?? null;
  const { anchorNode, focusNode } = selection?.rangeCount ? selection : { anchorNode: null, focusNode: null };
  if (!selection || !anchorNode || !focusNode || !(touches(anchorNode) || touches(focusNode))) {
    change();
    return;
  }
  const { anchorOffset, focusOffset, isCollapsed } = selection;
  const anchor = endOf(root, anchorNode, anchorOffset);
  const focus = endOf(root, focusNode, focusOffset);
  change();
  const forward = (anchor?.offset ?? -1) <= (focus?.offset ?? Number.POSITIVE_INFINITY);
  const from = anchor
    ? placeOf(root, anchor, forward && !isCollapsed)
    : { node: anchorNode, offset: anchorOffset };
  const to = focus
    ? placeOf(root, focus, !forward && !isCollapsed)
    : { node: focusNode, offset: focusOffset };
  if (from && to) selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}
