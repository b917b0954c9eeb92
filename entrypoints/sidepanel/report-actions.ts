import { ask } from '../../lib/messaging/ask.ts';
import { sendMessage } from '../../lib/messaging/protocol.ts';
import { failed, type Outcome } from '../../lib/model/outcome.ts';
import type { ReportFacts } from '../../lib/model/report.ts';
import type { Span } from '../../lib/model/span.ts';
import type { Words } from '../../lib/model/words.ts';

/** What the panel does with the report in a tab; it says what was done, or why it could not be. */
export class ReportActions {
  readonly #tab: { tabId: number; frameId: number };
  readonly #address: string;
  readonly #words: Words;
  readonly #say: (sentence: string, isFault: boolean) => void;

  constructor(
    tabId: number,
    address: string,
    words: Words,
    say: (sentence: string, isFault: boolean) => void,
  ) {
    this.#tab = { tabId, frameId: 0 };
    this.#address = address;
    this.#words = words;
    this.#say = say;
  }

  readonly reveal = (target: string | Span): void => {
    void sendMessage('reveal', { target }, this.#tab).catch(() => undefined);
  };

  readonly step = (towards: 'next' | 'previous'): void => {
    void sendMessage('step', { towards, among: 'findings' }, this.#tab).catch(() => undefined);
  };

  readonly place = (id: string, at: Span | 'selection'): void => {
    const asked = sendMessage('placeNote', { id, at }, this.#tab);
    void this.#told(asked.catch(() => failed('no-answer')));
  };

  remove(id: string): Promise<boolean> {
    const { removed } = this.#words.panel;
    return this.#told(
      ask(() => sendMessage('deleteAnnotation', { id })),
      () => removed,
    );
  }

  /** A dismissed finding is one again when the judgement is gone. */
  bringBack(id: string): Promise<boolean> {
    const { broughtBack } = this.#words.panel;
    return this.#told(
      ask(() => sendMessage('deleteAnnotation', { id })),
      () => broughtBack,
    );
  }

  dropDraft(id: string): Promise<boolean> {
    return this.#told(ask(() => sendMessage('dropDraft', { id })));
  }

  replay(way: 'undo' | 'redo'): Promise<boolean> {
    const { codebook } = this.#words;
    return this.#told(
      ask(() => sendMessage('replay', { address: this.#address, way })),
      (act) => act && codebook[way === 'undo' ? 'undone' : 'redone'](codebook.acts[act]),
    );
  }

  collect(): Promise<boolean> {
    const { collectedNow } = this.#words.panel;
    return this.#told(this.#collected(), () => collectedNow);
  }

  /** Keeps what the reader knows better; a report that isn't stored yet is collected first. */
  async editFacts(reportId: string | null, facts: Partial<ReportFacts>): Promise<boolean> {
    const collected = reportId === null ? await this.#collected() : null;
    if (collected?.ok === false) return this.#told(Promise.resolve(collected));
    const id = reportId ?? collected?.value.id ?? '';
    const { factsSaved } = this.#words.panel;
    return this.#told(
      ask(() => sendMessage('editFacts', { id, facts })),
      () => factsSaved,
    );
  }

  #collected(): Promise<Outcome<{ id: string }>> {
    return ask(() => sendMessage('collectPage', undefined, this.#tab));
  }

  /** Waits for an outcome and says it. Whether it was good. */
  async #told<T>(asked: Promise<Outcome<T>>, say?: (value: T) => string | null): Promise<boolean> {
    const outcome = await asked;
    if (!outcome.ok) this.#say(this.#words.faults[outcome.fault], true);
    else this.#say(say?.(outcome.value) ?? '', false);
    return outcome.ok;
  }
}
