import type { Span } from './span.ts';

/** A stretch of two compared texts: in both, only in the older one, only in the newer one. */
export interface Piece {
  sort: 'same' | 'old' | 'new';
  text: string;
}

/** One place at which a text differs from an older state of it, with a few words around. */
export interface Change {
  pieces: Piece[];
  /** Where in the newer text; empty when something was taken out. */
  at: Span;
  /** Whether a digit or a written number differs. */
  isNumeric: boolean;
}

/** How the open page differs from what was stored of it before. */
export interface Revision {
  /** When the older state was read; ISO 8601 in UTC. */
  since: string;
  /** Number of places that differ; `changes` may hold fewer. */
  count: number;
  changes: Change[];
}
