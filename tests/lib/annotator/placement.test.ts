import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeBeside } from '../../../entrypoints/annotator.content/placement.ts';

const rect = (left: number, top: number, width: number, height: number) =>
  ({ left, top, right: left + width, bottom: top + height, width, height }) as DOMRect;
const TOOLBAR = { width: 250, height: 40 };

const CASES: [string, DOMRect, { left: number; top: number }][] = [
  ['below the selection where there is room', rect(100, 100, 200, 20), { left: 100, top: 128 }],
  ['above it at the bottom of the window', rect(100, 560, 200, 20), { left: 100, top: 512 }],
  ['pushed in from the right edge', rect(700, 100, 90, 20), { left: 542, top: 128 }],
  ['beside a selection as high as the window', rect(100, 0, 200, 600), { left: 308, top: 8 }],
];
test.each(CASES)('%s', (_, at, place) => {
  expect(placeBeside(at, TOOLBAR, { width: 800, height: 600 })).toEqual(place);
});

test('the box never leaves a window that is large enough for it, and covers no selection that leaves room', () => {
  const size = fc.record({
    width: fc.integer({ min: 300, max: 2000 }),
    height: fc.integer({ min: 200, max: 1500 }),
  });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(size, share, share, share, (viewport, x, y, high) => {
      const at = rect(x * viewport.width, y * viewport.height, 80, Math.max(10, high * 60));
      const { left, top } = placeBeside(at, TOOLBAR, viewport);
      expect(left).toBeGreaterThanOrEqual(8);
      expect(left + TOOLBAR.width).toBeLessThanOrEqual(viewport.width);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top + TOOLBAR.height).toBeLessThanOrEqual(viewport.height + 0.001);
      const isApart = top >= at.bottom || top + TOOLBAR.height <= at.top;
      expect(isApart).toBe(true);
    }),
  );
});
