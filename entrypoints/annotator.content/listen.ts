import type { Span } from '../../lib/model/span.ts';
import type { PageText } from '../../lib/page/read-text.ts';
import type { Standing } from './tour.ts';
import { UI_HOST } from './ui.tsx';

const MARK = 'mark.zhupi[data-id]';

export interface PageEvents {
  /** The reader has selected some of the report's text; `null`: nothing is selected any more. */
  onSelect(selected: Selected | null): void;
  /** Marks were clicked that lie over each other: their `data-id`s, innermost first, and where. */
  onMarkClick(ids: string[], at: DOMRect): void;
  /** The reader wants what is open closed: Escape, or a press beside it. */
  onDismiss(): void;
  /** Undo or redo by keyboard, where nothing is typed. */
  onReplay(way: 'undo' | 'redo'): void;
  /** The page has scrolled or its window changed: what stands at a passage must follow. At most once a frame. */
  onMove(): void;
  /** The pointer is on a mark; `null`: on none. */
  onMarkHover(id: string | null): void;
}

export interface Selected {
  span: Span;
  /** Box of the selection in the viewport of the top window. */
  at: DOMRect;
}

/** The selection, as far as it lies in the report's text. */
export function selectedIn(pageText: PageText): Selected | null {
  const selection = pageText.root.ownerDocument.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const span = pageText.spanOf(range);
  return span && { span, at: inTopWindow(range.getBoundingClientRect(), pageText.root.ownerDocument) };
}

/** Where a span stands in the viewport of the top window now; `null`: nowhere. */
export function boxOf(pageText: PageText, span: Span): DOMRect | null {
  const ranges = pageText.rangeOf(span);
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (!first || !last) return null;
  const whole = first.cloneRange();
  whole.setEnd(last.endContainer, last.endOffset);
  return inTopWindow(whole.getBoundingClientRect(), pageText.root.ownerDocument);
}

/** Where a span stands against the top window, which may show only a part of the frame it is in. */
export function standingOf(pageText: PageText, span: Span): Standing {
  const box = boxOf(pageText, span);
  if (!box || box.bottom <= 0) return 'above';
  return box.top >= window.innerHeight ? 'below' : 'inside';
}

/** A box of a same-origin frame in the coordinates of the top window, where our own boxes are drawn. */
export function inTopWindow(box: DOMRect, document: Document): DOMRect {
  let { x, y } = box;
  for (let view = document.defaultView; view?.frameElement; view = view.parent as typeof view) {
    const frame = view.frameElement.getBoundingClientRect();
    x += frame.x;
    y += frame.y;
  }
  return new DOMRect(x, y, box.width, box.height);
}

/** Listens on the report's document until the signal aborts. Never stops or changes the page's own events. */
export function listen(pageText: PageText, events: PageEvents, signal: AbortSignal): void {
  const { ownerDocument: document } = pageText.root;
  const options = { signal, passive: true };
  let isPressed = false;
  /** Both ends of the selection when the pointer went down. */
  let before: readonly unknown[] = [];
  const ends = (): readonly unknown[] => {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {};
    return [anchorNode, anchorOffset, focusNode, focusOffset];
  };
  /** Whether the pointer has selected something since it went down; what was selected before doesn't count. */
  const hasSelected = (): boolean =>
    document.getSelection()?.isCollapsed === false && ends().some((end, index) => end !== before[index]);
  const report = () => events.onSelect(selectedIn(pageText));
  const markAt = (event: Event) =>
    isElement(event.target) ? (event.target as Element).closest<HTMLElement>(MARK) : null;

  // what happens in our own boxes comes from their host element
  const isOurs = (event: Event) => isElement(event.target) && (event.target as Element).localName === UI_HOST;

  let isMoving = false;
  const onMove = () => {
    if (isMoving) return;
    isMoving = true;
    requestAnimationFrame(() => {
      isMoving = false;
      events.onMove();
    });
  };
  for (const view of new Set([window, document.defaultView ?? window])) {
    view.addEventListener('scroll', onMove, { ...options, capture: true });
    view.addEventListener('resize', onMove, options);
  }
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape') events.onDismiss();
      const way = replayMeant(event);
      if (way) events.onReplay(way);
    },
    options,
  );
  document.addEventListener(
    'pointerdown',
    (event) => {
      isPressed = !isOurs(event);
      before = ends();
      if (isPressed) events.onDismiss();
    },
    options,
  );
  let settling: ReturnType<typeof setTimeout> | undefined;
  // Escape may come before the selection is settled, and in the toolbar it goes no further: heard on its way in
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && clearTimeout(settling), {
    ...options,
    capture: true,
  });
  // the selection is settled only after the event has run its course
  document.addEventListener(
    'pointerup',
    (event) => {
      isPressed = false;
      if (!isOurs(event)) settling = setTimeout(report, 0);
    },
    options,
  );
  document.addEventListener(
    'keyup',
    (event) => {
      if (event.shiftKey || event.key === 'Shift' || event.ctrlKey || event.metaKey) report();
    },
    options,
  );
  document.addEventListener(
    'selectionchange',
    () => {
      if (!isPressed && document.getSelection()?.isCollapsed) events.onSelect(null);
    },
    options,
  );
  document.addEventListener(
    'click',
    (event) => {
      const mark = markAt(event);
      // a mark inside a link leaves the link working; a click that ends a selection is no click on a mark
      if (!mark?.dataset.id || mark.closest('a[href]') || hasSelected()) return;
      const ids: string[] = [];
      for (let at: HTMLElement | null = mark; at; at = at.parentElement?.closest<HTMLElement>(MARK) ?? null) {
        if (at.dataset.id) ids.push(at.dataset.id);
      }
      events.onMarkClick(ids, inTopWindow(mark.getBoundingClientRect(), document));
    },
    options,
  );
  document.addEventListener(
    'pointerover',
    (event) => events.onMarkHover(markAt(event)?.dataset.id ?? null),
    options,
  );
}

/** Ctrl+Z, Ctrl+Shift+Z, Ctrl+Y, or with the command key, pressed by the reader and of no use to the page itself. */
function replayMeant(event: KeyboardEvent): 'undo' | 'redo' | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey, isTrusted, defaultPrevented } = event;
  if (!isTrusted || defaultPrevented || altKey || !(ctrlKey || metaKey)) return null;
  // where it was really pressed: in a shadow root of the page's own the target is the host only
  const target = event.composedPath()[0] ?? event.target;
  if (isElement(target)) {
    const element = target as HTMLElement;
    if (element.isContentEditable || element.matches('input, textarea, select')) return null;
  }
  if (key.toLowerCase() === 'y') return 'redo';
  return key.toLowerCase() !== 'z' ? null : shiftKey ? 'redo' : 'undo';
}

/** Elements of a frame's document are of that window's classes. */
function isElement(target: EventTarget | null): boolean {
  return target !== null && 'nodeType' in target && target.nodeType === 1;
}
