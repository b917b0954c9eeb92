import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Annotation, Body, Passage } from '../model/annotation.ts';
import type { Clues } from '../model/clues.ts';
import type { Code } from '../model/codebook.ts';
import type { Correction } from '../model/correction.ts';
import type { Revision } from '../model/difference.ts';
import type { Act } from '../model/history.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Finding, ReadingView } from '../model/reading-view.ts';
import type { ReportFacts } from '../model/report.ts';
import type { Capture, Snapshot } from '../model/snapshot.ts';
import type { Span } from '../model/span.ts';

/** Everything that is said between the extension's contexts. Whatever writes answers with an outcome. */
interface Protocol {
  // page → background
  /** The sender's page may be a report: recognise it, and annotate it when it is one. Whether it is. */
  lookAtPage(): boolean;
  /** The annotator has read the page: what its text says, and what is known of the report. */
  pageRead(data: { clues: Clues; page: PageState }): Outcome<Understanding>;
  /** How the page differs from what is stored of its report; a state that is new is stored, too. */
  compareStates(data: { capture: Capture }): Outcome<Revision | null>;
  notesAt(data: { address: string }): Outcome<StoredNotes>;
  /** What the reader knows better of the report on the sender's page. */
  editedFacts(data: { address: string }): Outcome<Partial<ReportFacts>>;
  addHighlight(data: NewTarget): Outcome<Annotation>;
  /** Applies one code to a passage. */
  applyCode(data: NewTarget & { codeId: string }): Outcome<Annotation>;
  /** The reader's judgement of a finding, in place of an earlier one with the same id. */
  judge(data: NewTarget & { correction: Correction }): Outcome<Annotation>;
  /** The codes that a toolbar offers, last used first. */
  offeredCodes(): Outcome<Code[]>;
  /** Points a stored note at another passage, which the reader chose. */
  retarget(data: NewTarget): Outcome<Annotation>;
  /** Begins a note on a passage, or a correction of the finding on it. */
  openDraft(data: NewTarget & { correction?: Correction }): Outcome<null>;

  /** Stores the report as it was read, without a note. Its id. */
  collect(data: { capture: Capture }): Outcome<{ id: string }>;

  // page and panel → background
  /** Takes back, or does again, the last step on the report at an address. What it was; `null`: there was none. */
  replay(data: { address: string; way: 'undo' | 'redo' }): Outcome<Act | null>;

  // composer and panel → background
  /** What the composer of that id shows: an unsaved draft, or a stored note to change; `null`: neither. */
  composition(data: { id: string }): Outcome<Composition | null>;
  keepDraft(data: { id: string; body: Body }): Outcome<null>;
  /** Saves the draft, or the changed note, of that id. */
  saveBody(data: { id: string; body: Body }): Outcome<Annotation>;
  dropDraft(data: { id: string }): Outcome<null>;
  deleteAnnotation(data: { id: string }): Outcome<null>;
  deleteReport(data: { id: string }): Outcome<null>;
  /** What the reader knows better of a report; a field that is absent is the machine's again. */
  editFacts(data: { id: string; facts: Partial<ReportFacts> }): Outcome<null>;
  ensureCode(data: { name: string }): Outcome<Code>;
  /** Codes, or notes of any report, changed on a page of our own: open pages of reports are told. */
  storeChanged(): void;
  /** What is selected on the page in the sender's tab, and its words; `null`: nothing of the report. */
  askSelection(): (Span & { words: string }) | null;
  /** The composer in the sender's tab is finished with. */
  closeComposer(data: { id: string }): void;
  annotatePage(data: { tabId: number }): Outcome<null>;
  /** The page in that tab is no report: take everything away and don't mark it by itself again. */
  dismissPage(data: { tabId: number }): Outcome<null>;

  // background, panel → annotator (by tab)
  readingView(): ReadingView;
  /** Scroll to a finding or note, by id, or to a span, and flash it. Whether it is on the page. */
  reveal(data: { target: string | Span }): boolean;
  selectionCommand(data: { command: SelectionCommand }): void;
  /** Go to the next finding, or the one before. */
  step(data: Step): void;
  /** Points a note at a place on this page, or at what is selected there. */
  placeNote(data: { id: string; at: Span | 'selection' }): Outcome<null>;
  /** Collects the report that is open, as it was read. Its id in the database. */
  collectPage(): Outcome<{ id: string }>;
  /**
   * The stretch of the text that stands in the window. Answers once it is another than `known`, which may take as long
   * as the reader stays where they are; a few times a second at most. `null`: none of it.
   */
  inView(data: { known: Span | null }): Span | null;
  leavePage(): void;
  selectedSpan(): (Span & { words: string }) | null;
  /** Notes on the report at an address changed; `null`: codes did, or notes of any report. */
  notesChanged(data: { address: string | null }): void;
  composerClosed(data: { id: string }): void;

  // annotator → panel (broadcast; nobody may be listening)
  readingChanged(): void;
  markChosen(data: { id: string }): void;
}

/** What is stored with an annotation on a passage. */
export interface NewTarget {
  id: string;
  capture: Capture;
  passage: Passage;
}

export interface StoredNotes {
  annotations: Annotation[];
  /** Judgements of findings. */
  corrections: Annotation[];
  /** The states of the report that they point into. */
  snapshots: Snapshot[];
}

/** A page's text as it is now. */
export type PageState = Pick<Capture, 'address' | 'url' | 'text' | 'blocks' | 'part'>;

/** What the background makes of a page's text. */
export interface Understanding extends Pick<Capture, 'detection' | 'outline' | 'analyserVersion'> {
  /** Sorted by start. */
  findings: Finding[];
  isPrivate: boolean;
  /** The reader has said, by now, that the page is no report. */
  isDismissed: boolean;
}

export interface Step {
  towards: 'next' | 'previous';
  /** Shortcomings only, or all findings. */
  among: 'shortcomings' | 'findings';
}

/** What a key or the menu does with the selection; `toolbar`: give the toolbar the focus. */
export type SelectionCommand = 'highlight' | 'tag' | 'note' | 'cite' | 'toolbar';

export interface Composition {
  quote: string;
  /** What to begin with: the draft's, else the stored note's. */
  body: Body;
  /** The note as it is stored; `null`: it is not yet. */
  stored: Body | null;
  codes: Code[];
  isPrivate: boolean;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
