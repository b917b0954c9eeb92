import type { Span } from '../model/span.ts';
import type { Surface } from './painter.ts';
import type { Wanted } from './plan.ts';

/**
 * The part of the text that stands in or near the viewport, as far as marks begin in it. Text runs down the page: so few
 * boxes are asked for, by steps that double and then by halves; fewest at the top of the page, where most reading begins.
 * `marks`: by their start; `margin`: in viewport heights, above and below.
 */
export function visiblePart(
  surface: Surface,
  marks: readonly Wanted[],
  window: Window,
  margin: number,
): Span {
  const height = window.innerHeight || 800;
  const startOf = (at: number): number => marks[at]?.[1].span.start ?? surface.text.length;
  const boundary = (first: number, isBefore: (box: DOMRect) => boolean): number => {
    const isPassed = (at: number): boolean => {
      const box = surface.boxAt(startOf(at));
      return box !== null && isBefore(box);
    };
    let low = first;
    let high = marks.length;
    for (let step = 1; low + step <= marks.length; step *= 2) {
      if (!isPassed(low + step - 1)) {
        high = low + step - 1;
        break;
      }
      low += step;
    }
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isPassed(middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const from = boundary(0, ({ bottom }) => bottom < -height * margin);
  const to = boundary(from, ({ top }) => top < height * (1 + margin));
  // a mark that begins above may reach down into it
  return { start: startOf(Math.max(0, from - 2)), end: startOf(Math.max(from, to)) };
}
