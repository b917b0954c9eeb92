import { tell } from '../../lib/messaging/ask.ts';
import { sendMessage } from '../../lib/messaging/protocol.ts';
import type { Span } from '../../lib/model/span.ts';
import type { PageText } from '../../lib/page/read-text.ts';
import type { Desk } from './desk.ts';
import type { Judging } from './judging.ts';
import { boxOf } from './listen.ts';
import type { Selecting } from './selecting.ts';

/** Opens what a mark stands for: the card of a finding, or the composer of a note. */
export class Opening {
  readonly #desk: Desk;
  readonly #selecting: Selecting;
  readonly #judging: Judging;

  constructor(desk: Desk, selecting: Selecting, judging: Judging) {
    this.#desk = desk;
    this.#selecting = selecting;
    this.#judging = judging;
  }

  /** Marks that lie over each other were clicked; by their `data-id`s. */
  openMarks(markIds: string[], at: DOMRect): void {
    const { idByMark } = this.#desk.notes;
    this.#open(
      markIds.map((id) => idByMark.get(id) ?? id),
      at,
      false,
    );
  }

  /** Opens what is marked where the caret stands and gives it the focus, for those who work by keyboard. Whether there was any. */
  openAtCaret(): boolean {
    const { reading, notes } = this.#desk;
    const at = reading && caretIn(reading.pageText);
    if (!reading || at === null) return false;
    const holds = (span: Span | undefined) => span !== undefined && span.start <= at && at < span.end;
    const ids = [
      ...reading.findings.filter(({ mark }) => holds(mark)).map(({ id }) => id),
      ...Object.keys(notes.places).filter((id) => holds(notes.places[id]?.span)),
    ];
    const box = boxOf(reading.pageText, { start: at, end: at + 1 });
    return box !== null && this.#open(ids, box, true);
  }

  /**
   * The smallest of those at a place: a figure under a note on its whole paragraph stays reachable, and its card leads to
   * the note. Of notes on the same words the next one, when one of them is open.
   */
  #open(ids: string[], at: DOMRect, hasFocus: boolean): boolean {
    const { notes, reading, ui } = this.#desk;
    const sizeOf = (id: string): number => {
      const span = this.spanOf(id);
      return span ? span.end - span.start : Number.POSITIVE_INFINITY;
    };
    const isNote = (id: string): boolean => notes.places[id]?.span !== undefined;
    const sorted = ids.toSorted((a, b) => sizeOf(a) - sizeOf(b) || Number(isNote(a)) - Number(isNote(b)));
    const noteIds = sorted.filter(isNote);
    const [first] = sorted;
    if (first === undefined) return false;
    const finding = reading?.findings.find((each) => each.id === first);
    const open = noteIds.indexOf(ui.composed() ?? '');
    const id = finding ? first : (noteIds[(open + 1) % noteIds.length] ?? first);
    const span = notes.places[id]?.span;
    tell(() => sendMessage('markChosen', { id }));
    if (finding) this.#judging.offer(finding, at, hasFocus, noteIds);
    else if (span) this.#selecting.openComposer(id, span, at, 'memo');
    return true;
  }

  /** Where a finding is drawn, or a note stands. */
  spanOf(id: string): Span | undefined {
    const { reading, notes } = this.#desk;
    return reading?.findings.find((finding) => finding.id === id)?.mark ?? notes.places[id]?.span;
  }
}

/** Offset of the character after the caret; `null`: something is selected, or the caret is not in the text. */
function caretIn({ root, spanOf }: PageText): number | null {
  const selection = root.ownerDocument.getSelection();
  if (!selection?.isCollapsed || !root.contains(selection.focusNode) || !root.lastChild) return null;
  const onwards = selection.getRangeAt(0).cloneRange();
  onwards.setEndAfter(root.lastChild);
  return spanOf(onwards)?.start ?? null;
}
