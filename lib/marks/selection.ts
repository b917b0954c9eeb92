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

/** The selection as it is before a change. Asking for it costs a layout once anything has changed: so ask first. */
export interface HeldSelection {
  /** To be called before a change, with what says which text nodes it will replace. */
  expect(touches: (node: Node) => boolean): void;
  /** To be called after all changes. */
  restore(): void;
}

export function holdSelection(root: Element): HeldSelection {
  const selection = root.ownerDocument.defaultView?.getSelection() ?? null;
  const { anchorNode, focusNode } = selection?.rangeCount ? selection : { anchorNode: null, focusNode: null };
  if (!selection || !anchorNode || !focusNode) return { expect() {}, restore() {} };
  const { anchorOffset, focusOffset, isCollapsed } = selection;
  let ends: { anchor: End | null; focus: End | null } | null = null;
  return {
    expect(touches) {
      if (ends || !(touches(anchorNode) || touches(focusNode))) return;
      ends = { anchor: endOf(root, anchorNode, anchorOffset), focus: endOf(root, focusNode, focusOffset) };
    },
    restore() {
      if (!ends) return;
      const { anchor, focus } = ends;
      const forward = (anchor?.offset ?? -1) <= (focus?.offset ?? Number.POSITIVE_INFINITY);
      const from = anchor
        ? placeOf(root, anchor, forward && !isCollapsed)
        : { node: anchorNode, offset: anchorOffset };
      const to = focus
        ? placeOf(root, focus, !forward && !isCollapsed)
        : { node: focusNode, offset: focusOffset };
      if (from && to) selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
    },
  };
}
