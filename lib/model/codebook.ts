import type { IndicatorEdits } from './indicator-edits.ts';

/** A reader's category system. */
export interface Codebook {
  id: string;
  name: string;
  /** ISO 8601 in UTC. */
  created: string;
}

/** One study: the codebook it codes with; reports name the projects they belong to. */
export interface Project {
  id: string;
  name: string;
  codebookId: string;
  /** ISO 8601 in UTC. */
  created: string;
  /** What the reader made of the indicator table; absent: nothing. */
  indicatorEdits?: IndicatorEdits;
  /** When the reader last turned to it, ISO 8601 in UTC: the latest is the active one. */
  opened: string;
}

/** The codebook and project that exist before a reader makes any. */
export const STARTER_ID = 'starter';

/** Shapes that tell codes apart without colour. */
export const CODE_SHAPES = ['●', '■', '▲', '◆', '★', '▼', '◐', '✚'] as const;

/** One category of a codebook (REFI-QDA `Code`). */
export interface Code {
  id: string;
  codebookId: string;
  /** `null`: a top-level code. */
  parentId: string | null;
  name: string;
  /** First letters of the name in pinyin, lower case (行政执法: xzzf): what it can be found by. */
  initials: string;
  /** What the code means and when to apply it (REFI-QDA `Description`); may be ''. */
  description: string;
  /** `#rrggbb`. */
  color: string;
  /** Place among its siblings, from 0. */
  position: number;
  /** One of `CODE_SHAPES`. */
  shape: string;
  /** One letter or digit that applies it while the toolbar has the focus; `null`: none. */
  shortcut: string | null;
  /** When it was last applied, ISO 8601 in UTC; `null`: never. */
  used: string | null;
}

/** What a new code needs to be told; the rest follows. */
export type NewCode = Pick<Code, 'codebookId' | 'parentId' | 'name' | 'initials' | 'description' | 'color'>;
