import {
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  type VirtualizerOptions,
  windowScroll,
} from '@tanstack/virtual-core';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

export interface Row {
  /** Attributes of the list item, beside those that the list sets itself. */
  attributes: Record<string, string | boolean | undefined>;
  content: ComponentChildren;
}

/** Rows to be brought into sight; a new object each time. */
export interface Wanted {
  first: number;
  last: number;
  /** `center`: to the middle of the window; `start`: to its top, unless all of them are in sight already. */
  align: 'center' | 'start';
}

interface VirtualListProps {
  label: string;
  /** Further classes of the list. */
  kind?: string;
  count: number;
  keyOf(index: number): string;
  rowOf(index: number): Row;
  wanted: Wanted | null;
}

/** Height of a row that was never drawn, in CSS pixels. */
const GUESSED = 64;
/** Rows drawn beyond the window in the first frame, which is waited for. */
const FIRST = 6;
/** Rows drawn above and below those in sight: enough for the keyboard and for whole lists of usual reports. */
const BEYOND = 120;
/** What stands fast at the top of the window, in CSS pixels. */
const FAST = 92;

/**
 * A list that scrolls with its window, of which only the rows near the window are in the document. They stand in the
 * normal flow between two paddings, so text size and zoom are free. Arrow keys go from row to row.
 */
export function VirtualList({ label, kind = '', count, keyOf, rowOf, wanted }: VirtualListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [margin, setMargin] = useState(0);
  const [beyond, setBeyond] = useState(FIRST);
  useEffect(() => setBeyond(BEYOND), []);
  const virtualizer = useVirtualizer({
    count,
    getItemKey: keyOf,
    scrollMargin: margin,
    estimateSize: () => GUESSED,
    overscan: beyond,
    useAnimationFrameWithResizeObserver: true,
    scrollPaddingStart: FAST,
    getScrollElement: () => window,
    initialRect: { width: innerWidth, height: innerHeight },
    initialOffset: () => scrollY,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
  });

  // what stands above the list may change its height at any time
  useLayoutEffect(() => {
    const measure = () => {
      const top = list.current?.getBoundingClientRect().top;
      if (top !== undefined) setMargin(Math.round(top + scrollY));
    };
    measure();
    let frame = 0;
    // in a frame of its own: what it changes is observed, too
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(measure);
    });
    observer.observe(document.body);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
    };
  }, []);
  useLayoutEffect(() => {
    if (!wanted) return;
    const { first, last, align } = wanted;
    if (align === 'start' && [first, last].every((index) => isInSight(list.current, index))) return;
    virtualizer.scrollToIndex(first, { align });
  }, [wanted]);

  const onKeyDown = (event: KeyboardEvent) => {
    const row = (event.target as Element).closest('li[data-index]');
    const next =
      event.key === 'ArrowDown'
        ? row?.nextElementSibling
        : event.key === 'ArrowUp'
          ? row?.previousElementSibling
          : null;
    const button = next?.querySelector('button');
    if (!button) return;
    event.preventDefault();
    button.focus();
  };

  const rows = virtualizer.getVirtualItems();
  const first = rows[0]?.start ?? margin;
  const last = rows.at(-1)?.end ?? margin;
  const total = virtualizer.getTotalSize();
  return (
    <ul
      ref={list}
      class={`rows virtual ${kind}`}
      aria-label={label}
      style={{ paddingBlock: `${first - margin}px ${Math.max(0, total - (last - margin))}px` }}
      onKeyDown={onKeyDown}
    >
      {rows.map(({ key, index }) => {
        const { attributes, content } = rowOf(index);
        return (
          <li
            key={key}
            {...attributes}
            data-index={index}
            aria-setsize={count}
            aria-posinset={index + 1}
            ref={virtualizer.measureElement}
          >
            {content}
          </li>
        );
      })}
    </ul>
  );
}

function isInSight(list: Element | null, index: number): boolean {
  const box = list?.querySelector(`:scope > [data-index="${index}"]`)?.getBoundingClientRect();
  return box !== undefined && box.top >= FAST && box.bottom <= innerHeight;
}

function useVirtualizer(options: VirtualizerOptions<Window, HTMLLIElement>) {
  const [, draw] = useReducer((turn: number) => turn + 1, 0);
  const all = { ...options, onChange: () => draw(null) };
  const [virtualizer] = useState(() => new Virtualizer<Window, HTMLLIElement>(all));
  virtualizer.setOptions(all);
  useLayoutEffect(() => virtualizer._didMount(), []);
  useLayoutEffect(() => virtualizer._willUpdate());
  return virtualizer;
}
