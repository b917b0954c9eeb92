/** What a reader did, as undo names it. */
export const ACTS = [
  'create',
  'edit',
  'delete',
  'place',
  'correct',
  'facts',
  'code-create',
  'code-edit',
  'code-delete',
  'code-merge',
  'code-move',
  'code-split',
  'code-import',
  'codebook-delete',
  'project-delete',
] as const;
export type Act = (typeof ACTS)[number];

/** Scope of what is done to the codebook; everything else has the id of its report. */
export const CODEBOOK_SCOPE = 'codebook';

/** Tables whose records undo can put back. */
export const RECORDED_TABLES = ['annotations', 'codes', 'reports', 'codebooks', 'projects'] as const;
export type RecordedTable = (typeof RECORDED_TABLES)[number];

/** One record before and after an act; `null`: it did not exist. */
export interface Image {
  table: RecordedTable;
  key: string;
  before: unknown;
  after: unknown;
}

/** One step that can be undone. */
export interface HistoryStep {
  /** Rising; given by the database. */
  seq?: number;
  /** Id of a report, or `CODEBOOK_SCOPE`. */
  scope: string;
  act: Act;
  /** ISO 8601 in UTC. */
  at: string;
  /** 1 when it is undone: a number, since a database can't order by truth. */
  isUndone: 0 | 1;
  images: Image[];
}
