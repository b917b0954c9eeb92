import { ask } from '../../lib/messaging/ask.ts';
import { sendMessage } from '../../lib/messaging/protocol.ts';
import type { Correction, Verdict } from '../../lib/model/correction.ts';
import { newId } from '../../lib/model/id.ts';
import type { Finding } from '../../lib/model/reading-view.ts';
import { describe } from '../../lib/selector/describe.ts';
import type { Desk } from './desk.ts';
import type { Selecting } from './selecting.ts';

/** What the reader says of a finding at its card: accepted, corrected, dismissed, or nothing any more. */
export class Judging {
  readonly #desk: Desk;
  readonly #selecting: Selecting;

  constructor(desk: Desk, selecting: Selecting) {
    this.#desk = desk;
    this.#selecting = selecting;
  }

  /** Shows the card; `hasFocus`: opened by keyboard, `noteIds`: of the notes on the same place. */
  offer(finding: Finding, at: DOMRect, hasFocus: boolean, noteIds: readonly string[]): void {
    const { ui, notes } = this.#desk;
    this.#desk.anchor('card', finding.mark);
    ui.card(at, {
      finding,
      hasFocus,
      noteCount: noteIds.length,
      onOpenNote: (number) => {
        const id = noteIds[number] ?? '';
        const span = notes.places[id]?.span;
        ui.card(null);
        if (span) this.#selecting.openComposer(id, span, at, 'memo');
      },
      onNote: () => {
        ui.card(null);
        void this.#selecting.compose({ span: finding, at }, 'memo');
      },
      onJudge: (verdict) => void this.#judge(finding, verdict, at),
      onRetract: () => void this.#retract(finding),
    });
  }

  async #judge(finding: Finding, verdict: Verdict, at: DOMRect): Promise<void> {
    const { ui, words, reading } = this.#desk;
    if (!reading) return;
    ui.card(null);
    const { id: _, verdict: __, correctionId, ...machine } = this.#asFound(finding);
    const correction: Correction = {
      verdict,
      finding: machine,
      analyserVersion: reading.capture.analyserVersion,
      fields: {},
    };
    const about = {
      id: correctionId ?? newId(),
      capture: reading.capture,
      passage: describe(reading.capture.text, finding),
    };
    if (verdict === 'corrected') {
      const outcome = await ask(() => sendMessage('openDraft', { ...about, correction }));
      if (!outcome.ok) return this.#desk.say(outcome.fault);
      return this.#selecting.openComposer(about.id, finding, at, 'memo');
    }
    const outcome = await ask(() => sendMessage('judge', { ...about, correction }));
    if (outcome.ok) this.#desk.done(words.page.judged[verdict]);
    else this.#desk.say(outcome.fault);
  }

  async #retract({ correctionId }: Finding): Promise<void> {
    this.#desk.ui.card(null);
    if (correctionId === undefined) return;
    const outcome = await ask(() => sendMessage('deleteAnnotation', { id: correctionId }));
    if (outcome.ok) this.#desk.done(this.#desk.words.card.retract);
    else this.#desk.say(outcome.fault);
  }

  /** The finding as the machine made it, also when the reader has corrected it before. */
  #asFound(finding: Finding): Finding {
    const { reading, notes } = this.#desk;
    const before = notes.corrections.find(({ id }) => id === finding.correctionId);
    const found = reading?.found.find(({ id }) => id === finding.id);
    const machine = before ? { ...finding, ...before.correction.finding } : (found ?? finding);
    return { ...machine, ...(finding.correctionId ? { correctionId: finding.correctionId } : {}) };
  }
}
