import type { Span } from '../model/span.ts';
import type { Surface } from './painter.ts';
import type { Wanted } from './plan.ts';

/**
 * The part of the text that stands in or near the viewport, as far as marks begin in it. Text runs down the page: so a
 * binary search asks for few boxes. `marks`: by their start; `margin`: in viewport heights, above and below.
 */
export function visiblePart(
  surface: Surface,
  marks: readonly Wanted[],
  window: Window,
  margin: number,
): Span {
  const height = window.innerHeight || 800;
  const startOf = (at: number): number => marks[at]?.[1].span.start ?? surface.text.length;
  const boundary = (isBefore: (box: DOMRect) => boolean): number => {
    let low = 0;
    let high = marks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const box = surface.boxAt(startOf(middle));
      if (box && isBefore(box)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const from = boundary(({ bottom }) => bottom < -height * margin);
  const to = boundary(({ top }) => top < height * (1 + margin));
  // a mark that begins above may reach down into it
  return { start: startOf(Math.max(0, from - 2)), end: startOf(Math.max(from, to)) };
}
