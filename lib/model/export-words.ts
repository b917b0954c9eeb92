import type { ExportFormat, ExportScope } from './export-format.ts';

/** What is wrong with a backup, or with annotations from a file, as a reader would tell it apart. */
export const BACKUP_FAULTS = [
  /** No zip, or one that is cut off; `detail` is what the unpacking says. */
  'not-a-backup',
  'truncated',
  /** A file in the zip whose name leads out of it. */
  'bad-name',
  'unknown-file',
  'missing-file',
  /** Unpacked, it would be beyond what is taken. */
  'too-big',
  'bad-manifest',
  /** Made by a newer version. */
  'newer',
  /** Not what the manifest says: changed or damaged. */
  'bad-hash',
  'bad-count',
  'not-utf8',
  'bad-json',
  /** A key that would change how objects behave. */
  'bad-key',
  'bad-field',
  'double-id',
  'dangling',
] as const;
export type BackupFault = (typeof BACKUP_FAULTS)[number];

/** Where and what: a file within the backup, its line from 1, the field or the words concerned. */
export interface BackupError {
  fault: BackupFault;
  /** '' : the backup itself. */
  file: string;
  /** `null`: not a matter of a line. */
  line: number | null;
  detail: string;
}

/** The words of exports and backups. */
export interface ExportWords {
  /** Names of the tables, also those of a workbook's sheets. */
  tables: Record<'notes' | 'figures' | 'reports' | 'codebook' | 'codings' | 'indicators', string>;
  /** Column headings beyond those of `Words.columns`. */
  columns: Record<
    | 'value'
    | 'valueMax'
    | 'percent'
    | 'unit'
    | 'approx'
    | 'quantityKind'
    | 'indicator'
    | 'from'
    | 'direction'
    | 'rule'
    | 'certainty'
    | 'verdict'
    | 'noteCount'
    | 'path'
    | 'code'
    | 'description'
    | 'color'
    | 'uses',
    string
  >;
  formats: Record<ExportFormat, string>;
  formatHelp: Record<ExportFormat, string>;
  scopes: Record<ExportScope, string>;
  documentTitle: (name: string) => string;
  exportedOn: (date: string) => string;
  /** Between a label and its value. */
  colon: string;
  facts: string;
  text: string;
  notes: string;
  legend: string;
  earlierState: (date: string) => string;
  part: (number: number) => string;
  noNotes: string;
  untitled: string;
  open: string;
  /** In the panel: the report that is open. */
  thisReport: string;
  title: string;
  scope: string;
  format: string;
  preview: string;
  previewHelp: (shown: number, all: number) => string;
  nothing: string;
  go: string;
  cancel: string;
  close: string;
  working: (done: number, all: number) => string;
  done: (name: string) => string;
  reportCount: (count: number) => string;
  find: string;

  backup: {
    label: string;
    open: string;
    help: string;
    make: string;
    making: string;
    made: (name: string) => string;
    restore: string;
    restoreHelp: string;
    reading: string;
    dryRun: string;
    found: (date: string, version: string) => string;
    row: (table: string, incoming: number, present: number) => string;
    tables: Record<string, string>;
    replace: string;
    replaceWarning: string;
    nothingHere: string;
    restoring: string;
    restored: string;
    refused: string;
    line: (line: number) => string;
    faults: Record<BackupFault, string>;
    folder: string;
    folderHelp: string;
    chooseFolder: string;
    folderChosen: (name: string) => string;
    folderLost: string;
    allowAgain: string;
    forgetFolder: string;
    lastBackup: (date: string) => string;
    never: string;
    reminder: (days: number) => string;
    quota: (used: string, all: string) => string;
    persisted: string;
    notPersisted: string;
    importHelp: string;
    importFound: (added: number, known: number) => string;
    importGo: string;
    imported: (count: number) => string;
    deleteAll: string;
    deleteAllHelp: string;
    deleteAllSure: (reports: number, annotations: number) => string;
    deletedAll: string;
  };
}
