import type { MarkCategory, Motivation } from './annotation.ts';
import type { CodebookWords } from './codebook-words.ts';
import type { CompareWords } from './compare-words.ts';
import type { Verdict } from './correction.ts';
import type { ExportWords } from './export-words.ts';
import type { Approx, QuantityKind } from './mention.ts';
import type { Fault } from './outcome.ts';
import type { PanelWords, WelcomeWords } from './panel-words.ts';
import type { NoteState } from './reading-view.ts';
import type { Level } from './report.ts';
import type { SoughtCategory } from './search.ts';
import type { Role } from './text.ts';
import type { ToolbarAction } from './toolbar-keys.ts';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a rule goes by, in a few words, by its id. */
export type RuleWords = Readonly<Record<string, string>>;

/** The words that are shown in a report's page. */
export interface PageWords {
  rules: RuleWords;
  language: Language;
  /** Value of the HTML `lang` attribute. */
  htmlLang: string;
  categories: Record<MarkCategory, string>;
  kinds: Record<QuantityKind, string>;
  approxes: Record<Approx, string>;
  faults: Record<Fault, string>;
  toolbar: { label: string } & Record<ToolbarAction, string>;
  card: {
    label: string;
    asWritten: string;
    value: string;
    unit: string;
    hedge: string;
    kind: string;
    indicator: string;
    change: string;
    changeFrom: (from: string) => string;
    up: string;
    down: string;
    topic: string;
    rule: string;
    certainty: string;
    note: string;
    /** The way to a note that is on the same place; `count`: how many there are. */
    noteHere: (number: number, count: number) => string;
    close: string;
    notStated: string;
    category: string;
    verdict: string;
    verdicts: Record<Exclude<Verdict, 'dismissed'>, string>;
    accept: string;
    correct: string;
    dismiss: string;
    retract: string;
    notANumber: string;
    redraw: string;
  };
  page: {
    undrawn: (count: number) => string;
    savedHighlight: string;
    savedCode: (name: string) => string;
    judged: Record<Verdict, string>;
    copied: string;
    notCopied: string;
    undo: string;
    replayed: Record<'undo' | 'redo', string>;
    savedPrivate: string;
    noSelection: string;
    outsideText: string;
    emptyPage: string;
    textChanged: string;
    finding: string;
    /** Which of how many the keyboard has gone to. */
    visited: (sort: string, number: number, count: number) => string;
    noFurther: { next: string; previous: string };
    nothingToVisit: string;
  };
  composerLabel: string;
}

/** The interface's words in one language. Components get them as a value; a missing one does not compile. */
export interface Words extends PageWords {
  name: string;
  roles: Record<Role, string>;
  levels: Record<Level, string>;
  noteStates: Record<NoteState, string>;
  noteStateHelp: Record<NoteState, string>;
  composer: {
    tags: string;
    tagPlaceholder: string;
    createTag: (name: string) => string;
    removeTag: (name: string) => string;
    memo: string;
    memoPlaceholder: string;
    save: string;
    saving: string;
    saved: string;
    cancel: string;
    remove: string;
    draftKept: string;
    nothingToShow: string;
    staysHere: string;
  };
  panel: PanelWords;
  welcome: WelcomeWords;
  library: {
    label: string;
    reports: string;
    notes: string;
    noReports: string;
    noReportsHelp: string;
    noNotes: string;
    exportCsv: string;
    exportJson: string;
    exported: (count: number) => string;
    reportCount: (count: number) => string;
    noteCount: (count: number) => string;
    issuer: string;
    year: string;
    title: string;
    read: string;
    passage: string;
    tags: string;
    memo: string;
    open: string;
    remove: string;
    removeReport: (title: string, notes: number) => string;
    loading: string;
    more: string;
    join: string;
    joinReports: string;
  };
  files: {
    label: string;
    help: string;
    progress: (done: number, total: number) => string;
    pause: string;
    resume: string;
    refusals: Record<'no-text' | 'unreadable' | 'too-large' | 'unknown-sort', string>;
  };
  search: {
    tab: string;
    label: string;
    placeholder: string;
    filters: string;
    categories: Record<SoughtCategory, string>;
    region: string;
    code: string;
    noteState: string;
    inNotes: string;
    clear: string;
    found: (reports: number, places: number) => string;
    looking: (reports: number, places: number) => string;
    nothing: string;
    more: string;
    openPassage: string;
  };
  compare: CompareWords;
  export: ExportWords;
  /** Column headings of exported tables, by field. */
  columns: Record<
    | 'issuer'
    | 'year'
    | 'title'
    | 'kind'
    | 'level'
    | 'province'
    | 'city'
    | 'county'
    | 'published'
    | 'section'
    | 'category'
    | 'motivation'
    | 'quote'
    | 'tags'
    | 'note'
    | 'topic'
    | 'state'
    | 'address'
    | 'retrievedAt'
    | 'created'
    | 'modified'
    | 'textHash'
    | 'start'
    | 'end'
    | 'id',
    string
  >;
  motivations: Record<Motivation, string>;
  options: {
    label: string;
    general: string;
    citation: string;
    keys: string;
    keysHelp: string;
    keysOn: string;
    noKey: string;
    /** An entry of the list of keys that another action has. */
    keyTaken: (key: string, action: string) => string;
    keyOfCode: (code: string) => string;
    defaultKeys: string;
    judgements: string;
    judgementsHelp: string;
    noJudgements: string;
    rule: string;
    verdicts: Record<Verdict, string>;
    language: string;
    followBrowser: string;
    collectRecognised: string;
    printMarks: string;
    stored: string;
    storedHelp: string;
    reports: string;
    annotations: string;
    drafts: string;
    bytes: string;
    privacy: string;
    privacyHelp: string;
    sites: string;
    sitesHelp: string;
    noSites: string;
    removeSite: (host: string) => string;
    remove: string;
  };
  codebook: CodebookWords;
  menu: { note: string; tag: string; highlight: string; cite: string; annotatePage: string };
  manifest: {
    description: string;
    actionTitle: string;
    commandNote: string;
    commandHighlight: string;
    commandTag: string;
    commandCite: string;
    commandToolbar: string;
    commandNextFinding: string;
    commandPreviousFinding: string;
    commandNextShortcoming: string;
    commandPreviousShortcoming: string;
  };
}
