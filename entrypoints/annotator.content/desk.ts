import type { Painter } from '../../lib/marks/painter.ts';
import { ask } from '../../lib/messaging/ask.ts';
import { sendMessage } from '../../lib/messaging/protocol.ts';
import type { Code } from '../../lib/model/codebook.ts';
import type { Fault } from '../../lib/model/outcome.ts';
import type { Span } from '../../lib/model/span.ts';
import { DEFAULT_TOOLBAR_KEYS, type ToolbarKeys } from '../../lib/model/toolbar-keys.ts';
import type { PageWords } from '../../lib/model/words.ts';
import { boxOf } from './listen.ts';
import { NO_NOTES, type PlacedNotes } from './notes.ts';
import type { PageReading } from './read-page.ts';
import type { AnnotatorUi, UiBox } from './ui.tsx';

/** Codes that the toolbar knows of: those with number keys, and those with keys of their own are among them. */
const OFFERED = 60;

/** What the parts of an annotator share: the page as it is read now, and what is open on it. */
export class Desk {
  readonly ui: AnnotatorUi;
  words: PageWords;
  /** `null`: there is no text, or it has not been read yet. */
  reading: PageReading | null = null;
  painter: Painter | undefined;
  notes: PlacedNotes = NO_NOTES;
  isPrivate = false;
  /** The codes that the toolbar offers, last used first. */
  codes: Code[] = [];
  keys: ToolbarKeys = DEFAULT_TOOLBAR_KEYS;
  /** The passages at which something is open. */
  readonly #anchors: Partial<Record<UiBox, Span>> = {};

  constructor(ui: AnnotatorUi, words: PageWords) {
    this.ui = ui;
    this.words = words;
  }

  say(fault: Fault): void {
    this.ui.notice(this.words.faults[fault], true);
  }

  /** Says what was done, and offers to take it back. */
  done(sentence: string): void {
    this.ui.done(sentence, () => void this.replay('undo'));
  }

  /** Takes back, or does again, the last step on this report. */
  async replay(way: 'undo' | 'redo'): Promise<void> {
    const address = this.reading?.capture.address;
    if (address === undefined) return;
    const outcome = await ask(() => sendMessage('replay', { address, way }));
    if (!outcome.ok) this.say(outcome.fault);
    else if (outcome.value) this.ui.notice(this.words.page.replayed[way]);
  }

  /** Asks what codes to offer; without an answer those known so far stay. */
  async learnCodes(): Promise<void> {
    const outcome = await ask(() => sendMessage('offeredCodes'));
    if (outcome.ok) this.codes = outcome.value.slice(0, OFFERED);
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
