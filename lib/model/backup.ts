/** The tables of a backup, those that others point into first, with the name of their key. */
export const BACKUP_TABLES = {
  codebooks: 'id',
  projects: 'id',
  codes: 'id',
  reports: 'id',
  snapshots: 'id',
  annotations: 'id',
  drafts: 'id',
  dismissals: 'address',
  history: 'seq',
} as const;
export type BackupTable = keyof typeof BACKUP_TABLES;
export const BACKUP_TABLE_NAMES = Object.keys(BACKUP_TABLES) as BackupTable[];

export const BACKUP_FORMAT = 'zhupi-backup';
/** Version of the file's form. */
export const BACKUP_VERSION = 1;
export const BACKUP_MANIFEST = 'manifest.json';
/** What a backup's file is called: the ending says that it is ours. */
export const BACKUP_ENDING = 'zhupi';

/** One file of rows within a backup. */
export interface BackupPart {
  /** `reports/00001.jsonl` */
  name: string;
  table: BackupTable;
  rows: number;
  /** SHA-256 of its bytes, lower-case hex. */
  sha256: string;
}

/** What a backup says of itself. */
export interface BackupManifest {
  format: typeof BACKUP_FORMAT;
  version: number;
  /** Version of the database's schema. */
  schema: number;
  /** Version of the extension that made it. */
  generator: string;
  /** ISO 8601 in UTC. */
  created: string;
  parts: BackupPart[];
}

/** What is unpacked, at most. Bytes. */
export const UNPACK_LIMITS = {
  /** Altogether. */
  total: 2 * 1024 ** 3,
  /** Beyond this the ratio counts. */
  free: 64 * 1024 ** 2,
  ratio: 200,
  /** Of one part: it is read whole. */
  part: 256 * 1024 ** 2,
  /** Files in the zip. */
  entries: 100_000,
  rows: 2_000_000,
} as const;

/** Rows of one table, a few at a time. */
export interface Batch {
  table: BackupTable;
  rows: object[];
}
