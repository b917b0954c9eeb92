import type { MarkCategory } from '../../lib/model/annotation.ts';
import type { Span } from '../../lib/model/span.ts';
import type { PageText } from '../../lib/page/read-text.ts';
import { type Scroller, scrollerOf } from './scroller.ts';

/** What the map shows: where on it, from 0 (top of the page) to 1. */
export interface MapEntry {
  id: string;
  category: MarkCategory;
  at: number;
}

export interface MapSource {
  id: string;
  category: MarkCategory;
  span: Span;
}

/** Marks whose places are asked for without giving the page its turn. */
const STRETCH = 60;
/** A page that is hardly longer than its window needs no map. */
const LEAST_HEIGHTS = 1.5;
/** How long the page's layout must be quiet before the map is drawn anew, in milliseconds. */
const QUIET = 250;

/** Keeps the map beside the scroll bar true to the page until the signal aborts; `draw(null)`: no map is needed. */
export class PageMap {
  readonly #pageText: PageText;
  readonly #draw: (entries: MapEntry[] | null) => void;
  readonly #signal: AbortSignal;
  #sources: MapSource[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  constructor(pageText: PageText, draw: (entries: MapEntry[] | null) => void, signal: AbortSignal) {
    this.#pageText = pageText;
    this.#draw = draw;
    this.#signal = signal;
    const view = pageText.root.ownerDocument.defaultView ?? window;
    // pictures that arrive and windows that change their size move everything
    const observer = new view.ResizeObserver(() => this.#soon());
    observer.observe(pageText.root);
    observer.observe(pageText.root.ownerDocument.documentElement);
    window.addEventListener('resize', () => this.#soon(), { signal, passive: true });
    signal.addEventListener('abort', () => {
      observer.disconnect();
      clearTimeout(this.#timer);
      draw(null);
    });
  }

  show(sources: MapSource[]): void {
    this.#sources = sources;
    this.#soon();
  }

  /** Scrolls to a height of the map, from 0 to 1. */
  scrollTo(at: number): void {
    const scroller = scrollerOf(this.#pageText.root);
    if (!scroller) return;
    const { scrollHeight, clientHeight } = scroller.element;
    scroller.element.scrollTo({ top: at * scrollHeight - clientHeight / 2, behavior: 'instant' });
  }

  #soon(): void {
    clearTimeout(this.#timer);
    if (!this.#signal.aborted) this.#timer = setTimeout(() => void this.#measure(), QUIET);
  }

  async #measure(): Promise<void> {
    const mine = ++this.#turn;
    const scroller = scrollerOf(this.#pageText.root);
    if (!scroller || scroller.element.scrollHeight < scroller.element.clientHeight * LEAST_HEIGHTS) {
      this.#draw(null);
      return;
    }
    const entries: MapEntry[] = [];
    for (const [index, source] of this.#sources.entries()) {
      const at = this.#placeOf(source.span, scroller);
      if (at !== null) entries.push({ id: source.id, category: source.category, at });
      if (index % STRETCH !== STRETCH - 1) continue;
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (mine !== this.#turn || this.#signal.aborted) return;
    }
    this.#draw(entries);
  }

  #placeOf(span: Span, scroller: Scroller): number | null {
    const box = this.#pageText.boxAt(span.start);
    if (!box || (box.width === 0 && box.height === 0)) return null;
    return Math.min(1, Math.max(0, scroller.topOf(box) / scroller.element.scrollHeight));
  }
}
