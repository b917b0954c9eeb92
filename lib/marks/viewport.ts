import type { Step } from './plan.ts';

interface Extent {
  top: number;
  bottom: number;
}

/** Top and bottom of a step's first characters in its window, in CSS pixels; `null` when it is not laid out. */
function extentOf({ strip, strokes }: Step): Extent | null {
  const place = strip.locate(strokes[0]?.start ?? 0);
  if (!place || place.node.data.length <= place.offset) return null;
  const range = place.node.ownerDocument.createRange();
  range.setStart(place.node, place.offset);
  range.setEnd(place.node, place.offset + 1);
  const box = range.getBoundingClientRect();
  return box.width === 0 && box.height === 0 ? null : box;
}

/**
 * The steps in or near the viewport, as a half-open run of indices. Steps follow the text, and text runs down the
 * page: so a binary search asks for few boxes. `margin`: in viewport heights, above and below.
 */
export function visibleRun(
  steps: readonly Step[],
  window: Window,
  margin: number,
): { from: number; to: number } {
  const height = window.innerHeight || 800;
  const boundary = (isBefore: (extent: Extent) => boolean): number => {
    let low = 0;
    let high = steps.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const step = steps[middle];
      const extent = step ? extentOf(step) : null;
      if (extent && isBefore(extent)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const from = boundary(({ bottom }) => bottom < -height * margin);
  const to = boundary(({ top }) => top < height * (1 + margin));
  // A paragraph that began above the viewport may reach into it.
  return { from: Math.max(0, from - 2), to: Math.max(from, to) };
}
