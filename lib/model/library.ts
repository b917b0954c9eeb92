import type { ReportFacts } from './report.ts';

/** A collected report as the library lists it: without its text. */
export interface ShelfEntry {
  id: string;
  /** Canonical; and where the report's page is opened. */
  address: string;
  url: string;
  /** As the reader corrected them. */
  facts: ReportFacts;
  /** When it was collected; ISO 8601 in UTC. */
  created: string;
  projectIds: string[];
}

/** A passage of a report's stored text with the words around it. */
export interface StoredPassage {
  reportId: string;
  before: string;
  words: string;
  after: string;
  start: number;
}
