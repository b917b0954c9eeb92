import { citedPassage } from '../../lib/export/citation.ts';
import { ask } from '../../lib/messaging/ask.ts';
import { type NewTarget, sendMessage } from '../../lib/messaging/protocol.ts';
import type { Annotation } from '../../lib/model/annotation.ts';
import type { Code } from '../../lib/model/codebook.ts';
import { knownFacts } from '../../lib/model/facts.ts';
import { newId } from '../../lib/model/id.ts';
import { shownQuote } from '../../lib/model/line-ends.ts';
import { done, failed, type Outcome } from '../../lib/model/outcome.ts';
import type { Span } from '../../lib/model/span.ts';
import type { ToolbarAction } from '../../lib/model/toolbar-keys.ts';
import { describe } from '../../lib/selector/describe.ts';
import { wholeSentences } from '../../lib/text/whole-sentences.ts';
import { citationStyle } from '../shared/citation-style.ts';
import { copyText } from './copy-text.ts';
import type { Desk } from './desk.ts';
import { type Selected, selectedIn } from './listen.ts';
import { UNKNOWN } from './read-page.ts';
import { light } from './spotlight.ts';

/** What is done with selected text: highlighted, tagged, noted, or made the new place of a note. */
export class Selecting {
  readonly #desk: Desk;
  readonly #learn: () => Promise<void>;

  /** `learn` asks again for the report's facts, which may have been unknown until now. */
  constructor(desk: Desk, learn: () => Promise<void>) {
    this.#desk = desk;
    this.#learn = learn;
  }

  offer(selected: Selected | null, hasFocus = false): void {
    const { ui, codes, keys } = this.#desk;
    this.#desk.anchor('toolbar', selected?.span);
    if (!selected) {
      ui.toolbar(null);
      return;
    }
    ui.card(null);
    ui.toolbar(selected.at, {
      codes,
      keys,
      hasFocus,
      onAction: (action) => void this.act(action),
      onCode: (code) => void this.#apply(code),
      onClose: () => ui.toolbar(null),
    });
  }

  /** Offers the toolbar at what is selected and gives it the focus, for those who work by keyboard. */
  focusToolbar(): void {
    const selected = this.#selected();
    if (selected) this.offer(selected, true);
    else this.#desk.ui.notice(this.#whyNothing(), true);
  }

  async act(action: ToolbarAction): Promise<void> {
    const { ui, words } = this.#desk;
    const selected = this.#selected();
    if (!selected) return ui.notice(this.#whyNothing(), true);
    if (action === 'sentence') return this.#extend(selected);
    ui.toolbar(null);
    if (action === 'cite') return this.#cite(selected);
    if (action !== 'highlight') return this.compose(selected, action === 'tag' ? 'tags' : 'memo');
    await this.#save(selected, words.page.savedHighlight, (about) => sendMessage('addHighlight', about));
  }

  async #apply(code: Code): Promise<void> {
    const { ui, words } = this.#desk;
    const selected = this.#selected();
    if (!selected) return ui.notice(this.#whyNothing(), true);
    ui.toolbar(null);
    await this.#save(selected, words.page.savedCode(code.name), (about) =>
      sendMessage('applyCode', { ...about, codeId: code.id }),
    );
    await this.#desk.learnCodes();
  }

  /** Stores something on a selection that needs no more words, and offers to take it back. */
  async #save(
    { span }: Selected,
    saved: string,
    send: (about: NewTarget) => Promise<Outcome<Annotation>>,
  ): Promise<void> {
    const about = await this.#about(span);
    if (!about) return;
    const outcome = await ask(() => send(about));
    if (!outcome.ok) return this.#desk.say(outcome.fault);
    // the selection would hide the mark that is drawn now; the caret stays for those who read with it
    this.#selection()?.collapseToEnd();
    this.#desk.done(this.#desk.isPrivate ? this.#desk.words.page.savedPrivate : saved);
  }

  /** Widens the selection to whole sentences. */
  #extend({ span }: Selected): void {
    const { reading } = this.#desk;
    const wide = reading && wholeSentences(reading.pageText, span);
    const ranges = wide ? reading.pageText.rangeOf(wide) : [];
    const [first, last] = [ranges[0], ranges.at(-1)];
    if (!first || !last) return;
    this.#selection()?.setBaseAndExtent(
      first.startContainer,
      first.startOffset,
      last.endContainer,
      last.endOffset,
    );
    this.offer(this.#selected());
  }

  async #cite({ span }: Selected): Promise<void> {
    const { ui, words, reading } = this.#desk;
    if (!reading) return;
    if (reading.capture.detection === UNKNOWN) await this.#learn();
    const { text, detection, url, address } = reading.capture;
    // what the reader put right is cited; without an answer, what is recognised
    const edited = await ask(() => sendMessage('editedFacts', { address }));
    const facts = knownFacts(detection.facts, edited.ok ? edited.value : {});
    const cited = { facts, url, retrievedAt: new Date().toISOString() };
    const citation = citedPassage(shownQuote(text.slice(span.start, span.end)), cited, await citationStyle());
    const isCopied = copyText(document, citation);
    ui.notice(isCopied ? words.page.copied : words.page.notCopied, !isCopied);
  }

  #selected(): Selected | null {
    const { reading } = this.#desk;
    return reading && selectedIn(reading.pageText);
  }

  #selection(): Selection | null {
    return this.#desk.reading?.pageText.root.ownerDocument.getSelection() ?? null;
  }

  async compose({ span, at }: Selected, focus: 'tags' | 'memo'): Promise<void> {
    const about = await this.#about(span);
    if (!about) return;
    const outcome = await ask(() => sendMessage('openDraft', about));
    if (!outcome.ok) return this.#desk.say(outcome.fault);
    this.openComposer(about.id, span, at, focus);
  }

  openComposer(id: string, span: Span, at: DOMRect, focus: 'tags' | 'memo'): void {
    const { reading, ui } = this.#desk;
    light('zhupi-scope', reading?.pageText.rangeOf(span) ?? []);
    this.#desk.anchor('composer', span);
    ui.composer(at, id, focus);
  }

  /** What is selected now, for a form that asks where a finding really stands. */
  selectedSpan(): (Span & { words: string }) | null {
    const span = this.#selected()?.span;
    const text = this.#desk.reading?.capture.text;
    return span && text !== undefined
      ? { ...span, words: shownQuote(text.slice(span.start, span.end)) }
      : null;
  }

  /** Points a stored note at a place of this page. */
  async placeNote(id: string, at: Span | 'selection'): Promise<Outcome<null>> {
    const span = at === 'selection' ? this.#selected()?.span : at;
    const about = span && (await this.#about(span));
    if (!about) return failed('nothing-selected');
    const outcome = await ask(() => sendMessage('retarget', { ...about, id }));
    return outcome.ok ? done(null) : outcome;
  }

  /** Stores the report as it was read. Its id; `null`: there is nothing to store. */
  async collect(): Promise<Outcome<{ id: string }> | null> {
    const { reading } = this.#desk;
    if (!reading) return null;
    if (reading.capture.detection === UNKNOWN) await this.#learn();
    return ask(() => sendMessage('collect', { capture: reading.capture }));
  }

  /** Why a command has nothing to act on. */
  #whyNothing(): string {
    const { reading, words } = this.#desk;
    if (!reading) return words.page.emptyPage;
    const selection = reading.pageText.root.ownerDocument.getSelection();
    return selection === null || selection.isCollapsed ? words.page.noSelection : words.page.outsideText;
  }

  /** What a new annotation on a span is stored with. */
  async #about(span: Span): Promise<NewTarget | null> {
    const { reading } = this.#desk;
    if (!reading) return null;
    if (reading.capture.detection === UNKNOWN) await this.#learn();
    return { id: newId(), capture: reading.capture, passage: describe(reading.pageText.text, span) };
  }
}
