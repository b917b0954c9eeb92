export interface Size {
  width: number;
  height: number;
}

const GAP = 8;

/**
 * Where a box goes so that it stands inside the viewport and does not cover `at`: below, else above, else
 * beside it. All in CSS pixels of the viewport. Where nothing fits it keeps to the viewport.
 */
export function placeBeside(at: DOMRect, size: Size, viewport: Size): { left: number; top: number } {
  const clamp = (value: number, most: number) => Math.max(GAP, Math.min(value, most - GAP));
  const left = clamp(at.left, viewport.width - size.width);
  const below = at.bottom + GAP;
  if (below + size.height <= viewport.height) return { left, top: below };
  const above = at.top - GAP - size.height;
  if (above >= 0) return { left, top: above };
  const top = clamp(at.top, viewport.height - size.height);
  const right = at.right + GAP;
  if (right + size.width <= viewport.width) return { left: right, top };
  return { left: clamp(viewport.width - size.width, viewport.width - size.width), top };
}
