import type { SelectionAction } from '../../components/selection-toolbar.tsx';
import { guardCopy } from '../../lib/marks/copy.ts';
import { removeLeftovers } from '../../lib/marks/leftovers.ts';
import { createPainter } from '../../lib/marks/markjs-painter.ts';
import type { Layer, Painter } from '../../lib/marks/painter.ts';
import { PAGE_WORDS } from '../../lib/messages/page-words.ts';
import { ask, isExtensionAlive, tell } from '../../lib/messaging/ask.ts';
import { onMessage, sendMessage } from '../../lib/messaging/protocol.ts';
import { newId } from '../../lib/model/id.ts';
import type { Fault } from '../../lib/model/outcome.ts';
import type { Finding, ReadingState, ReadingView } from '../../lib/model/reading-view.ts';
import type { Span } from '../../lib/model/span.ts';
import type { PageWords } from '../../lib/model/words.ts';
import { describe } from '../../lib/selector/describe.ts';
import { currentLanguage, onLanguageChange } from '../shared/language.ts';
import { boxOf, listen, type Selected, selectedIn } from './listen.ts';
import { loadNotes, NO_NOTES, type PlacedNotes } from './notes.ts';
import { type PageReading, readPage, UNKNOWN } from './read-page.ts';
import { flash, light, scrollTo } from './spotlight.ts';
import { type AnnotatorUi, mountUi, UI_HOST, type UiBox } from './ui.tsx';
import { watchPage } from './watch.ts';

export interface Session {
  isAlive(): boolean;
  stop(): void;
}

/** The annotator of one page, from the first reading until the page or the extension goes. */
export function startSession(): Session {
  removeTracesOfTheDead();
  const session = new PageSession();
  void session.start();
  return session;
}

/** After an update of the extension the old annotator is still in the page, in a world that can't be reached. */
function removeTracesOfTheDead(): void {
  for (const host of document.querySelectorAll(UI_HOST)) host.remove();
  for (const frame of [window, ...Array.from(window.frames)]) {
    try {
      removeLeftovers(frame.document);
    } catch {
      // a frame of another site: nothing of ours is in it
    }
  }
}

class PageSession implements Session {
  readonly #life = new AbortController();
  #ui: AnnotatorUi | undefined;
  #words: PageWords | undefined;
  #state: ReadingState = 'reading';
  #reading: PageReading | null = null;
  /** Ends the listeners and the painter of one reading when the page's text has changed. */
  #readingLife = new AbortController();
  #painter: Painter | undefined;
  #notes: PlacedNotes = NO_NOTES;
  #undrawn = 0;
  #isPrivate = false;
  #toldOfChange = false;
  /** The passages at which something is open. */
  readonly #anchors: Partial<Record<UiBox, Span>> = {};

  async start(): Promise<void> {
    this.#answer();
    this.#words = PAGE_WORDS[await currentLanguage()];
    this.#ui = mountUi(document, this.#words);
    onLanguageChange((language) => {
      this.#words = PAGE_WORDS[language];
      this.#ui?.setWords(this.#words);
    });
    watchPage(document, () => this.#lookAgain(), this.#life.signal);
    // a page that comes back from the browser's memory knows nothing of what happened meanwhile
    const onReturn = ({ persisted }: PageTransitionEvent) => {
      if (persisted && this.#reading) void this.#consult(this.#reading);
    };
    window.addEventListener('pageshow', onReturn, { signal: this.#life.signal });
    await this.#read();
    // what changed while it was being read
    await this.#lookAgain();
  }

  isAlive(): boolean {
    return !this.#life.signal.aborted && isExtensionAlive();
  }

  stop(): void {
    this.#life.abort();
    this.#readingLife.abort();
    this.#painter?.dispose();
    this.#ui?.remove();
    light('zhupi-scope', []);
  }

  async #read(): Promise<void> {
    this.#readingLife.abort();
    this.#readingLife = new AbortController();
    const { signal } = this.#readingLife;
    this.#painter?.dispose();
    this.#painter = undefined;
    this.#notes = NO_NOTES;
    this.#state = 'reading';
    tell(() => sendMessage('readingChanged'));
    try {
      this.#reading = readPage(document, location.href);
    } catch (error) {
      console.debug('zhupi', error);
      this.#reading = null;
      this.#say('unreadable');
    }
    if (this.#reading) await this.#show(this.#reading, signal);
    if (signal.aborted) return;
    this.#state = this.#reading ? 'ready' : 'empty';
    tell(() => sendMessage('readingChanged'));
  }

  async #show(reading: PageReading, signal: AbortSignal): Promise<void> {
    const { pageText } = reading;
    this.#painter = createPainter(pageText);
    guardCopy(this.#painter, pageText.root.ownerDocument, signal);
    listen(
      pageText,
      {
        onSelect: (selected) => this.#offer(selected),
        onMarkClick: (ids, at) => this.#open(ids, at),
        onMarkHover: (id) => this.#pointAt(id),
        onDismiss: () => this.#dismiss(),
        onMove: () => this.#follow(),
      },
      signal,
    );
    await this.#consult(reading);
  }

  /** Asks the background for what it knows of the report: what its text says, and the reader's notes. */
  async #consult(reading: PageReading): Promise<void> {
    await this.#understand(reading);
    this.#state = 'ready';
    await this.#placeNotes(reading.capture.address);
  }

  /** Without an answer nothing is marked yet; it is asked for again before anything is saved. */
  async #understand(reading: PageReading): Promise<void> {
    const { clues, pageText, capture } = reading;
    const { text, blocks } = pageText;
    const outcome = await ask(() => sendMessage('pageRead', { clues, text: { text, blocks } }));
    if (this.#reading !== reading) return;
    if (!outcome.ok) return this.#say(outcome.fault);
    const { findings, isPrivate, ...known } = outcome.value;
    Object.assign(capture, known);
    reading.findings = findings;
    this.#isPrivate = isPrivate;
    // what is in the viewport is drawn now, the rest while notes are being looked for
    void this.#paint(layersOf(findings));
  }

  async #paint(layers: Layer[]): Promise<void> {
    const result = await this.#painter?.paint(layers);
    if (!result || result.cancelled || this.#undrawn === result.missing.length) return;
    this.#undrawn = result.missing.length;
    tell(() => sendMessage('readingChanged'));
  }

  async #placeNotes(address: string): Promise<void> {
    if (!this.#reading || !this.#painter) return;
    const loaded = await loadNotes(address, this.#reading.pageText.text);
    if (typeof loaded === 'string') return this.#say('notes-unread');
    this.#notes = loaded;
    await this.#paint([loaded.layer]);
    tell(() => sendMessage('readingChanged'));
  }

  /** The page has changed: nothing that concerns us, marks taken away, or another text. Whether it was the last. */
  async #lookAgain(): Promise<boolean> {
    if (this.#state === 'reading') return false;
    if (!this.#ui?.isAttached()) {
      // taken away by the annotator of a newer version, which has the page now; or by the page itself
      if (!isExtensionAlive()) {
        this.stop();
        return false;
      }
      this.#ui?.attach();
    }
    if (this.#reading?.pageText.refresh()) {
      await this.#painter?.repair();
      return false;
    }
    const hadText = this.#reading !== null;
    await this.#read();
    if (hadText && !this.#toldOfChange && this.#words) {
      this.#toldOfChange = true;
      this.#ui?.notice(this.#words.page.textChanged);
    }
    return true;
  }

  #dismiss(): void {
    this.#ui?.toolbar(null);
    this.#ui?.card(null);
  }

  /** What is open at a passage goes with it when the page scrolls. */
  #follow(): void {
    if (!this.#reading) return;
    for (const box of ['toolbar', 'card', 'composer'] as const) {
      const span = this.#anchors[box];
      const at = span && boxOf(this.#reading.pageText, span);
      if (at) this.#ui?.move(box, at);
    }
  }

  #offer(selected: Selected | null): void {
    this.#anchors.toolbar = selected?.span;
    this.#ui?.toolbar(selected?.at ?? null, (action) => void this.#act(action));
    if (selected) this.#ui?.card(null);
  }

  async #act(action: SelectionAction): Promise<void> {
    const selected = this.#reading && selectedIn(this.#reading.pageText);
    if (!this.#words) return;
    if (!selected) return this.#ui?.notice(this.#whyNothing(this.#words.page), true);
    this.#ui?.toolbar(null);
    if (action !== 'highlight') return this.#compose(selected, action === 'tag' ? 'tags' : 'memo');
    const about = await this.#about(selected.span);
    if (!about) return;
    const outcome = await ask(() => sendMessage('addHighlight', about));
    if (!outcome.ok) return this.#say(outcome.fault);
    // the selection would hide the mark that is drawn now
    this.#reading?.pageText.root.ownerDocument.getSelection()?.removeAllRanges();
    const { savedPrivate, savedHighlight } = this.#words.page;
    this.#ui?.notice(this.#isPrivate ? savedPrivate : savedHighlight);
  }

  /** Why a command has nothing to act on. */
  #whyNothing({ emptyPage, outsideText, noSelection }: PageWords['page']): string {
    if (!this.#reading) return this.#state === 'empty' ? emptyPage : noSelection;
    const selection = this.#reading.pageText.root.ownerDocument.getSelection();
    return selection === null || selection.isCollapsed ? noSelection : outsideText;
  }

  async #compose({ span, at }: Selected, focus: 'tags' | 'memo'): Promise<void> {
    const about = await this.#about(span);
    if (!about) return;
    const outcome = await ask(() => sendMessage('openDraft', about));
    if (!outcome.ok) return this.#say(outcome.fault);
    this.#openComposer(about.id, span, at, focus);
  }

  #openComposer(id: string, span: Span, at: DOMRect, focus: 'tags' | 'memo'): void {
    light('zhupi-scope', this.#reading?.pageText.rangeOf(span) ?? []);
    this.#anchors.composer = span;
    this.#ui?.composer(at, id, focus);
  }

  /** What a new annotation on a span is stored with. */
  async #about(span: Span) {
    const reading = this.#reading;
    if (!reading) return null;
    if (reading.capture.detection === UNKNOWN) await this.#understand(reading);
    return { id: newId(), capture: reading.capture, passage: describe(reading.pageText.text, span) };
  }

  /** Opens the smallest of the marks at a place: a figure under a note on its whole paragraph stays reachable. */
  #open(markIds: string[], at: DOMRect): void {
    const sizeOf = (id: string): number => {
      const span = this.#spanOf(this.#notes.idByMark.get(id) ?? id);
      return span ? span.end - span.start : Number.POSITIVE_INFINITY;
    };
    const [markId] = markIds.toSorted((a, b) => sizeOf(a) - sizeOf(b));
    if (markId === undefined) return;
    const annotationId = this.#notes.idByMark.get(markId);
    const finding = this.#reading?.findings.find(({ id }) => id === markId);
    tell(() => sendMessage('markChosen', { id: annotationId ?? markId }));
    if (annotationId) {
      const span = this.#notes.places[annotationId]?.span;
      if (span) this.#openComposer(annotationId, span, at, 'memo');
    } else if (finding) {
      this.#anchors.card = finding.mark;
      this.#ui?.card(at, finding, () => {
        this.#ui?.card(null);
        void this.#compose({ span: finding, at }, 'memo');
      });
    }
  }

  /** A measure is marked by its lead phrase: its whole extent shows while the pointer is on it. */
  #pointAt(markId: string | null): void {
    const finding = markId && this.#reading?.findings.find(({ id }) => id === markId);
    const isWider = finding && (finding.start !== finding.mark.start || finding.end !== finding.mark.end);
    light('zhupi-scope', isWider ? (this.#reading?.pageText.rangeOf(finding) ?? []) : []);
  }

  /** Where a finding is drawn, or a note stands. */
  #spanOf(id: string): Span | undefined {
    return this.#reading?.findings.find((finding) => finding.id === id)?.mark ?? this.#notes.places[id]?.span;
  }

  #reveal(target: string | Span): boolean {
    const { pageText, findings } = this.#reading ?? {};
    const span =
      typeof target === 'object'
        ? target
        : (findings?.find(({ id }) => id === target) ?? this.#notes.places[target]?.span);
    const ranges = span ? (pageText?.rangeOf(span) ?? []) : [];
    if (!scrollTo(ranges)) return false;
    flash(ranges);
    return true;
  }

  #say(fault: Fault): void {
    if (this.#words) this.#ui?.notice(this.#words.faults[fault], true);
  }

  #view(): ReadingView {
    const reading = this.#reading;
    if (this.#state !== 'ready' || !reading) return { state: this.#state, report: null };
    const { address, url, detection, outline, text } = reading.capture;
    const { findings, clues } = reading;
    const report = {
      address,
      url,
      detection,
      outline,
      findings,
      places: this.#notes.places,
      undrawn: this.#undrawn,
      textLength: text.length,
      attachments: clues.attachments,
    };
    return { state: 'ready', report };
  }

  #answer(): void {
    const removers = [
      onMessage('readingView', () => this.#view()),
      onMessage('reveal', ({ data }) => this.#reveal(data.target)),
      onMessage('selectionCommand', ({ data }) => this.#act(data.command)),
      onMessage('notesChanged', async ({ data }) => {
        const address = this.#reading?.capture.address;
        if (address !== undefined && data.address === address) await this.#placeNotes(address);
      }),
      onMessage('composerClosed', () => {
        light('zhupi-scope', []);
        this.#ui?.composer(null);
      }),
    ];
    this.#life.signal.addEventListener('abort', () => {
      for (const remove of removers) remove();
    });
  }
}

function layersOf(findings: Finding[]): Layer[] {
  return (['measure', 'shortcoming', 'figure'] as const).map((category) => ({
    category,
    marks: findings
      .filter((finding) => finding.category === category)
      .map(({ id, mark }) => ({ id, span: mark })),
  }));
}
