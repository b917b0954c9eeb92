import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

interface AxisOptions {
  box: { current: HTMLElement | null };
  count: number;
  /** What stands before the first one: the head, or the names of the rows; in CSS pixels. */
  before: number;
  sizeAt(index: number): number;
  keyAt(index: number): string;
  isHorizontal?: boolean;
}

export interface Axis {
  /** Those to draw, by their places. */
  shown: number[];
  /** What those before and after them would take, in CSS pixels. */
  before: number;
  after: number;
  /** To be told of each drawn element, which may be larger than was guessed. */
  measure(element: HTMLElement | null): void;
}

/** Drawn beyond what is in sight. */
const BEYOND = 4;

/** Which rows, or which columns, of a table are near what is in sight of the box that it scrolls in. */
export function useGridAxis({ box, count, before, sizeAt, keyAt, isHorizontal = false }: AxisOptions): Axis {
  const [, draw] = useReducer((turn: number) => turn + 1, 0);
  const options: VirtualizerOptions<HTMLElement, HTMLElement> = {
    count,
    horizontal: isHorizontal,
    getScrollElement: () => box.current,
    estimateSize: sizeAt,
    getItemKey: keyAt,
    paddingStart: before,
    overscan: BEYOND,
    initialRect: { width: innerWidth, height: innerHeight },
    useAnimationFrameWithResizeObserver: true,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => draw(null),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), []);
  useLayoutEffect(() => virtualizer._willUpdate());
  const items = virtualizer.getVirtualItems();
  return {
    shown: items.map(({ index }) => index),
    before: (items[0]?.start ?? before) - before,
    after: Math.max(0, virtualizer.getTotalSize() - (items.at(-1)?.end ?? before)),
    measure: virtualizer.measureElement,
  };
}
