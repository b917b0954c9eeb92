import type { SelectionAction } from '../../components/selection-toolbar.tsx';
import { ask } from '../../lib/messaging/ask.ts';
import { sendMessage } from '../../lib/messaging/protocol.ts';
import { newId } from '../../lib/model/id.ts';
import { done, failed, type Outcome } from '../../lib/model/outcome.ts';
import type { Span } from '../../lib/model/span.ts';
import { describe } from '../../lib/selector/describe.ts';
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

  offer(selected: Selected | null): void {
    this.#desk.anchor('toolbar', selected?.span);
    this.#desk.ui.toolbar(selected?.at ?? null, (action) => void this.act(action));
    if (selected) this.#desk.ui.card(null);
  }

  async act(action: SelectionAction): Promise<void> {
    const { ui, words, reading, isPrivate } = this.#desk;
    const selected = reading && selectedIn(reading.pageText);
    if (!selected) return ui.notice(this.#whyNothing(), true);
    ui.toolbar(null);
    if (action !== 'highlight') return this.compose(selected, action === 'tag' ? 'tags' : 'memo');
    const about = await this.#about(selected.span);
    if (!about) return;
    const outcome = await ask(() => sendMessage('addHighlight', about));
    if (!outcome.ok) return this.#desk.say(outcome.fault);
    // the selection would hide the mark that is drawn now
    reading.pageText.root.ownerDocument.getSelection()?.removeAllRanges();
    ui.notice(isPrivate ? words.page.savedPrivate : words.page.savedHighlight);
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

  /** Points a stored note at a place of this page. */
  async placeNote(id: string, at: Span | 'selection'): Promise<Outcome<null>> {
    const { reading } = this.#desk;
    const span = at === 'selection' ? reading && selectedIn(reading.pageText)?.span : at;
    const about = span && (await this.#about(span));
    if (!about) return failed('nothing-selected');
    const outcome = await ask(() => sendMessage('retarget', { ...about, id }));
    return outcome.ok ? done(null) : outcome;
  }

  /** Why a command has nothing to act on. */
  #whyNothing(): string {
    const { reading, words } = this.#desk;
    if (!reading) return words.page.emptyPage;
    const selection = reading.pageText.root.ownerDocument.getSelection();
    return selection === null || selection.isCollapsed ? words.page.noSelection : words.page.outsideText;
  }

  /** What a new annotation on a span is stored with. */
  async #about(span: Span) {
    const { reading } = this.#desk;
    if (!reading) return null;
    if (reading.capture.detection === UNKNOWN) await this.#learn();
    return { id: newId(), capture: reading.capture, passage: describe(reading.pageText.text, span) };
  }
}
