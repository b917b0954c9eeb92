/**
 * Removes marks that an annotator left behind which can no longer do so itself, as after an update of the
 * extension. The text nodes around them are joined again.
 */
export function removeLeftovers(root: ParentNode): void {
  const parents = new Set<Node>();
  // innermost first, so that each element still stands in the page when its turn comes
  for (const mark of [...root.querySelectorAll('mark.zhupi')].reverse()) {
    if (mark.parentNode) parents.add(mark.parentNode);
    mark.replaceWith(...mark.childNodes);
  }
  for (const parent of parents) parent.normalize();
}
