const FLASH_MS = 1600;

type Spot = 'zhupi-flash' | 'zhupi-scope';

/**
 * Lights up ranges without touching the document (CSS Custom Highlight API); older browsers show nothing.
 * One of each sort at a time.
 */
export function light(spot: Spot, ranges: Range[]): void {
  if (typeof Highlight === 'undefined' || !CSS.highlights) return;
  if (ranges.length === 0) CSS.highlights.delete(spot);
  else CSS.highlights.set(spot, new Highlight(...ranges));
}

let flashing: ReturnType<typeof setTimeout> | undefined;

/** Lights ranges for a moment, so that the eye finds the place it was taken to. */
export function flash(ranges: Range[]): void {
  clearTimeout(flashing);
  light('zhupi-flash', ranges);
  flashing = setTimeout(() => light('zhupi-flash', []), FLASH_MS);
}

/** Brings the first of the ranges to the middle of the window. Whether there was one. */
export function scrollTo(ranges: Range[]): boolean {
  const first = ranges[0];
  if (!first) return false;
  const element = first.startContainer.parentElement;
  const view = element?.ownerDocument.defaultView;
  if (!element || !view) return false;
  // the element first, for scrolling boxes and frames around it; then the exact line
  element.scrollIntoView({ block: 'nearest' });
  const box = first.getBoundingClientRect();
  view.scrollBy({ top: box.top + box.height / 2 - view.innerHeight / 2, behavior: 'instant' });
  return true;
}

/** Puts the caret before the first of the ranges: nothing else is selected or has the focus any more. */
export function putCaret([first]: Range[]): void {
  const { ownerDocument: document } = first?.startContainer ?? {};
  if (!first || !document) return;
  // a caret is moved by keys only where the focus is
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  document.getSelection()?.collapse(first.startContainer, first.startOffset);
}
