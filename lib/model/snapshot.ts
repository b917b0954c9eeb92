import type { Detection, ReportFacts } from './report.ts';
import type { Block, Section } from './text.ts';

/** A published report, the same one when its canonical address is. */
export interface Report {
  id: string;
  /** Canonical address (scheme, `www.`, `_wap` twins and query noise folded). */
  address: string;
  /** Where it was read last: many sites have no https, which the canonical address always has. Absent: not known. */
  url?: string;
  facts: ReportFacts;
  /** Facts that the reader knows better; they win over `facts`. */
  editedFacts?: Partial<ReportFacts>;
  /** Canonical addresses of what the reader said is the same report. */
  aliases?: string[];
  /** Ids of the projects it belongs to. */
  projectIds: string[];
  /** Id of the newest snapshot; of a report over several pages: of its first part. */
  snapshotId: string;
  /** Ids of the newest snapshots of its later parts, by part. */
  laterPartIds?: string[];
  /** ISO 8601 in UTC. */
  created: string;
}

/** One state of a report as the page showed it, before it is stored. */
export interface Capture {
  address: string;
  url: string;
  text: string;
  blocks: Block[];
  outline: Section[];
  detection: Detection;
  analyserVersion: string;
  /** Which part of a report over several pages this is, from 1; absent: the whole. */
  part?: number;
}

/** A stored capture. */
export interface Snapshot extends Omit<Capture, 'address'> {
  id: string;
  reportId: string;
  /** When the page was read; ISO 8601 in UTC. */
  retrievedAt: string;
  /** SHA-256 of the text as UTF-8, lower-case hex. */
  textHash: string;
}

/** A page that the reader said is no report: it is not marked by itself any more. */
export interface Dismissal {
  /** Canonical address. */
  address: string;
  /** ISO 8601 in UTC. */
  created: string;
}
