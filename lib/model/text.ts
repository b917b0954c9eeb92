import type { Span } from './span.ts';

/** A paragraph-like unit of the text: paragraph, table cell, line between `<br>`, line of a file. */
export interface Block extends Span {
  /** Where the block is a cell of a table: which table of the text, row and column, all from 0. */
  cell?: { table: number; row: number; column: number };
  /**
   * Where the lines of a paragraph that was typed over several end in more than a line end: between two elements, or at a
   * page's number. What stands there is none of its words. Sorted, disjoint, inside the block.
   */
  breaks?: Span[];
}

/** The report's own text: one raw string, with block boundaries beside it, never in it. */
export interface ReportText {
  text: string;
  /** Sorted, disjoint, non-empty; white space between blocks may belong to none. */
  blocks: Block[];
}

export const ROLES = ['intro', 'measures', 'shortcomings', 'leadership_duty', 'plans', 'other'] as const;
/** What a part of the report is for. */
export type Role = (typeof ROLES)[number];

/** A numbered part of the report. The span covers the heading, from its number to its closing punctuation. */
export interface Section extends Span {
  /** 1: 一、 2: (一) 3: 一是, 1., ①. */
  depth: 1 | 2 | 3;
  /** As written, without brackets and dots (一, 三, 2); `null`: a heading without number. */
  number: string | null;
  title: string;
  role: Role;
  /** Where the text governed by this heading ends (exclusive). */
  bodyEnd: number;
}
