import type { Painter } from './painter.ts';

/**
 * Keeps what is copied or dragged from the page free of marks, byte for byte, as text and as HTML: for the moment in
 * which the browser takes the selection, the marks in it are away. Listens first, so that the page's own handlers see
 * their own page too.
 */
export function guardCopy(painter: Painter, document: Document, signal: AbortSignal): void {
  const window = document.defaultView;
  if (!window) return;
  const onTake = (): void => {
    const selection = window.getSelection();
    if (!selection || selection.isCollapsed) return;
    const restore = painter.lift(selection);
    // The browser reads the selection when all listeners have run; a task later it has.
    window.setTimeout(restore, 0);
  };
  for (const type of ['copy', 'cut', 'dragstart'])
    window.addEventListener(type, onTake, { capture: true, signal });
}
