import type { Painter } from '../../lib/marks/painter.ts';
import type { Fault } from '../../lib/model/outcome.ts';
import type { Span } from '../../lib/model/span.ts';
import type { PageWords } from '../../lib/model/words.ts';
import { boxOf } from './listen.ts';
import { NO_NOTES, type PlacedNotes } from './notes.ts';
import type { PageReading } from './read-page.ts';
import type { AnnotatorUi, UiBox } from './ui.tsx';

/** What the parts of an annotator share: the page as it is read now, and what is open on it. */
export class Desk {
  readonly ui: AnnotatorUi;
  words: PageWords;
  /** `null`: there is no text, or it has not been read yet. */
  reading: PageReading | null = null;
  painter: Painter | undefined;
  notes: PlacedNotes = NO_NOTES;
  isPrivate = false;
  /** The passages at which something is open. */
  readonly #anchors: Partial<Record<UiBox, Span>> = {};

  constructor(ui: AnnotatorUi, words: PageWords) {
    this.ui = ui;
    this.words = words;
  }

  say(fault: Fault): void {
    this.ui.notice(this.words.faults[fault], true);
  }

  /** Remembers the passage at which a box is opened, so that it goes along when the page scrolls. */
  anchor(box: UiBox, span: Span | undefined): void {
    this.#anchors[box] = span;
  }

  follow(): void {
    if (!this.reading) return;
    for (const box of ['toolbar', 'card', 'composer'] as const) {
      const span = this.#anchors[box];
      const at = span && boxOf(this.reading.pageText, span);
      if (at) this.ui.move(box, at);
    }
  }

  /** Closes what a press beside it or Escape closes. */
  dismiss(): void {
    this.ui.toolbar(null);
    this.ui.card(null);
  }
}
