import type { Span } from '../../lib/model/span.ts';
import type { PageText } from '../../lib/page/read-text.ts';
import { standingOf } from './listen.ts';

/** Shortest time between two answers, in milliseconds. */
const REST = 200;

/** Tells a panel that asks what stands in the window; nothing is measured while none does. */
export class InView {
  readonly #waiting = new Set<() => void>();

  /** The page has scrolled, or what it shows has changed. */
  move(): void {
    for (const go of this.#waiting) go();
    this.#waiting.clear();
  }

  /** Answers with the stretch of text in the window once it isn't `known` any more. */
  async after(known: Span | null, pageText: () => PageText | undefined): Promise<Span | null> {
    for (;;) {
      const text = pageText();
      const seen = text ? spanInView(text) : null;
      if (seen?.start !== known?.start || seen?.end !== known?.end) return seen;
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
      await new Promise((resolve) => setTimeout(resolve, REST));
    }
  }
}

/** From the first block to the last that stands in the window, though only in part; blocks stand in reading order. */
export function spanInView(pageText: PageText): Span | null {
  const { blocks } = pageText;
  const first = firstWhere(blocks, (block) => standingOf(pageText, block) !== 'above');
  const after = firstWhere(blocks, (block) => standingOf(pageText, block) === 'below');
  const [start, end] = [blocks[first]?.start, blocks[after - 1]?.end];
  return start === undefined || end === undefined || end <= start ? null : { start, end };
}

/** Index of the first of which it holds, where it holds for all after it too. */
function firstWhere<T>(entries: readonly T[], holds: (entry: T) => boolean): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle];
    if (entry !== undefined && !holds(entry)) low = middle + 1;
    else high = middle;
  }
  return low;
}
