import type { MarkCategory } from '../../lib/model/annotation.ts';
import type { MapEntry } from './map.ts';

const WIDTH = 12;
/** A click this near to a mark, in CSS pixels, goes to it. */
const NEAR = 6;
/** Drawn in this order, so that notes and shortcomings stand on top; length and thickness in CSS pixels. */
const LOOKS: [category: MarkCategory, from: number, length: number, thickness: number][] = [
  ['figure', 6, 4, 1],
  ['shortcoming', 2, 8, 3],
  ['note', 0, 12, 3],
];

export interface MapStrip {
  element: HTMLElement;
  draw(entries: MapEntry[] | null): void;
}

/**
 * The thin map at the window's right edge. A picture of what the keyboard's next and previous reach as well, so it is
 * hidden from screen readers.
 */
export function createMapStrip(
  document: Document,
  onChoose: (at: number, id: string | null) => void,
): MapStrip {
  const canvas = document.createElement('canvas');
  canvas.className = 'map';
  canvas.hidden = true;
  canvas.ariaHidden = 'true';
  let shown: MapEntry[] = [];
  canvas.addEventListener('click', (event) => {
    const height = canvas.clientHeight || 1;
    const at = event.offsetY / height;
    let nearest: MapEntry | null = null;
    for (const entry of shown) {
      if (!nearest || Math.abs(entry.at - at) < Math.abs(nearest.at - at)) nearest = entry;
    }
    const isNear = nearest !== null && Math.abs(nearest.at - at) * height <= NEAR;
    onChoose(at, isNear ? (nearest?.id ?? null) : null);
  });
  return {
    element: canvas,
    draw(entries) {
      shown = (entries ?? []).filter(({ category }) => LOOKS.some(([shownOne]) => shownOne === category));
      canvas.hidden = shown.length === 0;
      if (!canvas.hidden) paint(canvas, shown);
    },
  };
}

function paint(canvas: HTMLCanvasElement, entries: readonly MapEntry[]): void {
  const view = canvas.ownerDocument.defaultView ?? window;
  const scale = view.devicePixelRatio || 1;
  const height = canvas.clientHeight;
  canvas.width = WIDTH * scale;
  canvas.height = height * scale;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.scale(scale, scale);
  const style = view.getComputedStyle(canvas);
  for (const [category, from, length, thickness] of LOOKS) {
    context.fillStyle = style.getPropertyValue(`--${category}`);
    for (const entry of entries) {
      if (entry.category !== category) continue;
      context.fillRect(from, Math.round(entry.at * (height - thickness)), length, thickness);
    }
  }
}
