import { withCorrections } from '../../lib/analysis/corrections.ts';
import { guardCopy } from '../../lib/marks/copy.ts';
import { removeLeftovers } from '../../lib/marks/leftovers.ts';
import { createPainter } from '../../lib/marks/markjs-painter.ts';
import type { Layer } from '../../lib/marks/painter.ts';
import { PAGE_WORDS } from '../../lib/messages/page-words.ts';
import { ask, isExtensionAlive, tell } from '../../lib/messaging/ask.ts';
import { onMessage, type Step, sendMessage } from '../../lib/messaging/protocol.ts';
import { newId } from '../../lib/model/id.ts';
import { failed } from '../../lib/model/outcome.ts';
import type { Finding, ReadingState, ReadingView } from '../../lib/model/reading-view.ts';
import type { Span } from '../../lib/model/span.ts';
import { canonicalAddress } from '../../lib/page/address.ts';
import { currentLanguage, onLanguageChange } from '../shared/language.ts';
import { onToolbarKeysChange, toolbarKeys } from '../shared/toolbar-keys.ts';
import { Desk } from './desk.ts';
import { InView } from './in-view.ts';
import { Judging } from './judging.ts';
import { listen, standingOf } from './listen.ts';
import { PageMap } from './map.ts';
import { loadNotes, NO_NOTES } from './notes.ts';
import { Opening } from './opening.ts';
import { askAbout, attachmentsOn, type Read, readAndAsk, slicingUntil, UNKNOWN } from './read-page.ts';
import { Selecting } from './selecting.ts';
import { flash, light, putCaret, scrollTo } from './spotlight.ts';
import { nextStop } from './tour.ts';
import { mountUi, UI_HOST } from './ui.tsx';
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
  /** Ends the listeners and the painter of one reading when the page's text has changed. */
  #readingLife = new AbortController();
  #state: ReadingState = 'reading';
  #desk: Desk | undefined;
  #selecting: Selecting | undefined;
  #opening: Opening | undefined;
  #map: PageMap | undefined;
  readonly #inView = new InView();
  #undrawn = 0;
  #toldOfChange = false;
  /** Id of the finding that the keyboard's tour last went to. */
  #visited: string | null = null;

  async start(): Promise<void> {
    this.#answer();
    // the page is read while the reader's settings come
    const settings = Promise.all([currentLanguage(), toolbarKeys()]);
    const first = readAndAsk(document, location.href, slicingUntil(this.#life.signal));
    first.catch(() => undefined);
    const [language, keys] = await settings;
    if (this.#life.signal.aborted) return;
    const words = PAGE_WORDS[language];
    const ui = mountUi(document, words, (at, id) =>
      id === null ? this.#map?.scrollTo(at) : this.#reveal(id),
    );
    this.#desk = new Desk(ui, words);
    this.#selecting = new Selecting(this.#desk, () => this.#understand());
    const judging = new Judging(this.#desk, this.#selecting);
    this.#opening = new Opening(this.#desk, this.#selecting, judging);
    this.#desk.keys = keys;
    const desk = this.#desk;
    onToolbarKeysChange((chosen) => {
      desk.keys = chosen;
    });
    onLanguageChange((language) => {
      if (this.#desk) this.#desk.words = PAGE_WORDS[language];
      ui.setWords(PAGE_WORDS[language]);
    });
    watchPage(document, () => this.#lookAgain(), this.#life.signal);
    // a page that comes back from the browser's memory knows nothing of what happened meanwhile
    const onReturn = ({ persisted }: PageTransitionEvent) => {
      if (persisted) void this.#consult();
    };
    window.addEventListener('pageshow', onReturn, { signal: this.#life.signal });
    await this.#read(first);
    // what changed while it was being read
    await this.#lookAgain();
  }

  isAlive(): boolean {
    return !this.#life.signal.aborted && isExtensionAlive();
  }

  stop(): void {
    this.#life.abort();
    this.#readingLife.abort();
    const desk = this.#desk;
    desk?.painter?.dispose();
    desk?.ui.remove();
    // an answer that comes now finds nothing to be shown on
    if (desk) Object.assign(desk, { reading: null, painter: undefined });
    light('zhupi-scope', []);
    this.#inView.move();
    tell(() => sendMessage('readingChanged'));
  }

  /** Reads the page, or takes what was `begun` to be read, and shows what is in it. */
  async #read(begun?: Promise<Read | null>): Promise<void> {
    const desk = this.#desk;
    if (!desk) return;
    this.#readingLife.abort();
    this.#readingLife = new AbortController();
    const { signal } = this.#readingLife;
    desk.painter?.dispose();
    desk.painter = undefined;
    desk.notes = NO_NOTES;
    this.#visited = null;
    this.#state = 'reading';
    tell(() => sendMessage('readingChanged'));
    let read: Read | null = null;
    try {
      read = await (begun ?? readAndAsk(document, location.href, slicingUntil(signal)));
    } catch (error) {
      if (signal.aborted) return;
      console.debug('zhupi', error);
      desk.say('unreadable');
    }
    if (this.#life.signal.aborted) return;
    desk.reading = read?.reading ?? null;
    if (read) await this.#show(desk, read, signal);
    if (signal.aborted) return;
    this.#state = desk.reading ? 'ready' : 'empty';
    this.#inView.move();
    tell(() => sendMessage('readingChanged'));
  }

  async #show(desk: Desk, { reading: { pageText }, answer }: Read, signal: AbortSignal): Promise<void> {
    desk.painter = createPainter(pageText);
    guardCopy(desk.painter, pageText.root.ownerDocument, signal);
    this.#map = new PageMap(pageText, (entries) => desk.ui.map(entries), signal);
    listen(
      pageText,
      {
        onSelect: (selected) => this.#selecting?.offer(selected),
        onMarkClick: (ids, at) => this.#opening?.openMarks(ids, at),
        onMarkHover: (id) => this.#pointAt(id),
        onDismiss: () => desk.dismiss(),
        onReplay: (way) => void desk.replay(way),
        onMove: () => {
          desk.follow();
          this.#inView.move();
        },
      },
      signal,
    );
    await this.#consult(answer);
  }

  /** Asks the background for what it knows of the report: what its text says, if not asked yet, and the reader's notes. */
  async #consult(answer?: Read['answer']): Promise<void> {
    await this.#understand(answer);
    if (this.#desk?.reading) this.#state = 'ready';
    await Promise.all([this.#desk?.learnCodes(), this.#placeNotes(), this.#compare()]);
  }

  /** Asks how the page differs from what was stored of its report: the marks don't wait for that. */
  async #compare(): Promise<void> {
    const reading = this.#desk?.reading;
    if (!reading || reading.capture.detection === UNKNOWN) return;
    const outcome = await ask(() => sendMessage('compareStates', { capture: reading.capture }));
    // a database that fails is told where it is needed
    if (!outcome.ok || !outcome.value) return;
    reading.revision = outcome.value;
    tell(() => sendMessage('readingChanged'));
  }

  /** Without an answer nothing is marked yet; it is asked for again before anything is saved. */
  async #understand(answer?: Read['answer']): Promise<void> {
    const desk = this.#desk;
    const reading = desk?.reading;
    if (!desk || !reading) return;
    const outcome = await (answer ?? askAbout(reading));
    if (desk.reading !== reading) return;
    if (!outcome.ok) return desk.say(outcome.fault);
    const { findings, isPrivate, isDismissed, ...known } = outcome.value;
    if (isDismissed) return this.stop();
    Object.assign(reading.capture, known);
    Object.assign(reading, { found: findings, findings });
    desk.isPrivate = isPrivate;
    // what is in the viewport is drawn now, the rest while notes are being looked for
    void this.#paint(layersOf(findings));
  }

  async #paint(layers: Layer[]): Promise<void> {
    this.#showMap();
    const result = await this.#desk?.painter?.paint(layers);
    if (!result || result.cancelled || this.#undrawn === result.missing.length) return;
    this.#undrawn = result.missing.length;
    tell(() => sendMessage('readingChanged'));
  }

  #showMap(): void {
    const { reading, notes } = this.#desk ?? {};
    const findings = reading?.findings.map(({ id, category, mark }) => ({ id, category, span: mark })) ?? [];
    const placed = Object.entries(notes?.places ?? {}).flatMap(([id, { span }]) =>
      span ? [{ id, category: 'note' as const, span }] : [],
    );
    this.#map?.show([...findings, ...placed]);
  }

  async #placeNotes(): Promise<void> {
    const desk = this.#desk;
    const reading = desk?.reading;
    if (!desk || !reading) return;
    const loaded = await loadNotes(reading.capture);
    if (desk.reading !== reading) return;
    if (typeof loaded === 'string') return desk.say(loaded);
    desk.notes = loaded;
    const wasJudged = reading.findings !== reading.found;
    reading.findings = reading.found;
    if (loaded.corrections.length > 0) {
      reading.findings = withCorrections(reading.found, loaded.corrections, reading.capture.text, newId);
    }
    const isJudged = reading.findings !== reading.found;
    await this.#paint([...(wasJudged || isJudged ? layersOf(reading.findings) : []), loaded.layer]);
    tell(() => sendMessage('readingChanged'));
  }

  /** The page has changed: nothing that concerns us, marks taken away, or another text. Whether it was the last. */
  async #lookAgain(): Promise<boolean> {
    const desk = this.#desk;
    if (this.#state === 'reading' || !desk || this.#life.signal.aborted) return false;
    if (!desk.ui.isAttached()) {
      // taken away by the annotator of a newer version, which has the page now; or by the page itself
      if (!isExtensionAlive()) {
        this.stop();
        return false;
      }
      desk.ui.attach();
    }
    const { reading } = desk;
    const isElsewhere =
      reading !== null && canonicalAddress(reading.capture.url) !== canonicalAddress(location.href);
    const slicing = slicingUntil(this.#readingLife.signal);
    const isSame = !isElsewhere && (await reading?.pageText.refreshInSlices(slicing).catch(() => true));
    // read anew meanwhile, by another look or not at all
    if (desk.reading !== reading || this.#life.signal.aborted) return false;
    if (isSame) {
      await desk.painter?.repair();
      this.#showMap();
      return false;
    }
    if (isElsewhere && !(await this.#isReportStill())) {
      this.stop();
      return false;
    }
    await this.#read();
    if (reading && !isElsewhere && !this.#toldOfChange) {
      this.#toldOfChange = true;
      desk.ui.notice(desk.words.page.textChanged);
    }
    return true;
  }

  /** The page has gone to another address without loading anew: is what it shows there a report, too? */
  async #isReportStill(): Promise<boolean> {
    return sendMessage('lookAtPage').catch(() => false);
  }

  /** A measure is marked by its lead phrase: its whole extent shows while the pointer is on it. */
  #pointAt(markId: string | null): void {
    const reading = this.#desk?.reading;
    const finding = markId && reading?.findings.find(({ id }) => id === markId);
    const isWider = finding && (finding.start !== finding.mark.start || finding.end !== finding.mark.end);
    light('zhupi-scope', isWider ? (reading?.pageText.rangeOf(finding) ?? []) : []);
  }

  #reveal(target: string | Span): boolean {
    const { reading, notes } = this.#desk ?? {};
    const judgedAt = (wanted: string) => notes?.corrections.find(({ id }) => id === wanted)?.span;
    const span =
      typeof target === 'object'
        ? target
        : (reading?.findings.find(({ id }) => id === target) ??
          notes?.places[target]?.span ??
          judgedAt(target));
    const ranges = span ? (reading?.pageText.rangeOf(span) ?? []) : [];
    if (!scrollTo(ranges)) return false;
    flash(ranges);
    return true;
  }

  /** Goes to the next finding of a sort and says which it is; at the end it says so and stays. */
  #step(step: Step): void {
    const { reading, words, ui } = this.#desk ?? {};
    if (!reading || !words || !ui) return;
    const stop = nextStop(reading.findings, step, this.#visited, ({ mark }) =>
      standingOf(reading.pageText, mark),
    );
    if (!stop) {
      const isNone = !reading.findings.some(
        ({ category }) => step.among === 'findings' || category === 'shortcoming',
      );
      ui.notice(isNone ? words.page.nothingToVisit : words.page.noFurther[step.towards]);
      return;
    }
    const { finding, number, count } = stop;
    this.#visited = finding.id;
    this.#reveal(finding.id);
    // from there a keyboard selects on, or opens its card
    putCaret(reading.pageText.rangeOf(finding.mark));
    const sort = step.among === 'findings' ? words.page.finding : words.categories[finding.category];
    ui.announce(words.page.visited(sort, number, count), finding.quote);
    tell(() => sendMessage('markChosen', { id: finding.id }));
  }

  /** Into the card of what is marked at the caret, else into the toolbar of what is selected. */
  #takeFocus(): void {
    if (!this.#opening?.openAtCaret()) this.#selecting?.focusToolbar();
  }

  #view(): ReadingView {
    const { reading, notes } = this.#desk ?? {};
    const attachments = reading?.clues.attachments ?? attachmentsOn(document, location.href);
    if (this.#state !== 'ready' || !reading) return { state: this.#state, report: null, attachments };
    const { address, url, detection, outline, text } = reading.capture;
    const { findings, part, revision } = reading;
    const report = {
      address,
      url,
      detection,
      outline,
      findings,
      places: notes?.places ?? {},
      undrawn: this.#undrawn,
      textLength: text.length,
      part,
      revision,
    };
    return { state: 'ready', report, attachments };
  }

  #answer(): void {
    const removers = [
      onMessage('readingView', () => this.#view()),
      onMessage('reveal', ({ data }) => this.#reveal(data.target)),
      onMessage('step', ({ data }) => this.#step(data)),
      onMessage('selectionCommand', ({ data: { command } }) =>
        command === 'toolbar' ? this.#takeFocus() : this.#selecting?.act(command),
      ),
      onMessage('selectedSpan', () => this.#selecting?.selectedSpan() ?? null),
      onMessage(
        'placeNote',
        async ({ data: { id, at } }) =>
          (await this.#selecting?.placeNote(id, at)) ?? failed('nothing-selected'),
      ),
      onMessage('notesChanged', async ({ data: { address } }) => {
        // with a note a code may have been made; `null`: codes, or notes of any report, were changed elsewhere
        if (address === null || address === this.#desk?.reading?.capture.address)
          await Promise.all([this.#desk?.learnCodes(), this.#placeNotes()]);
      }),
      onMessage('composerClosed', ({ data: { id } }) => {
        if (this.#desk?.ui.closeComposer(id)) light('zhupi-scope', []);
      }),
      onMessage('inView', ({ data: { known } }) =>
        this.#inView.after(known, () => this.#desk?.reading?.pageText),
      ),
      onMessage('collectPage', async () => (await this.#selecting?.collect()) ?? failed('unreadable')),
      onMessage('leavePage', () => this.stop()),
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
