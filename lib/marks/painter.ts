import type { MarkCategory } from '../model/annotation.ts';
import type { Span } from '../model/span.ts';
import type { ReportText } from '../model/text.ts';

/** Marks of one category; they may overlap and nest. */
export interface Layer {
  category: MarkCategory;
  marks: readonly LayerMark[];
}

export interface LayerMark {
  /** Written to `data-id` of every piece. */
  id: string;
  span: Span;
}

/** A part of one text node: offsets into its data. */
export interface SurfacePiece {
  node: Text;
  start: number;
  end: number;
}

/** What is painted on: the text as read from the page, with the way back into it. */
export interface Surface extends ReportText {
  root: Element;
  /** The span as parts of text nodes as they are now; empty when it can't be found. */
  piecesOf(span: Span): SurfacePiece[];
  /** Where a character stands in its window, in CSS pixels; `null` when it is not laid out. */
  boxAt(offset: number): DOMRect | null;
}

export interface PaintResult {
  /** Marks drawn, wholly. */
  drawn: number;
  /** Marks that could not be drawn: their place is not in the page (any more). */
  missing: { category: MarkCategory; id: string }[];
  /** Marks in very long blocks, to be drawn when they come near the viewport. */
  deferred: number;
  /** Whether a later call to `paint` or `unpaint` ended this one before it was done. */
  cancelled: boolean;
}

export interface Painter {
  /**
   * Draws the layers in place of what was drawn of their categories. What is in the viewport is drawn before the call
   * returns; the promise resolves when all is drawn. Never rejects.
   */
  paint(layers: readonly Layer[]): Promise<PaintResult>;
  /** Removes marks, of all categories when none are named, and restores the text nodes as they were. */
  unpaint(categories?: readonly MarkCategory[]): void;
  /** The drawn pieces of one mark, in order. */
  elementsOf(id: string): HTMLElement[];
  /** Draws again what the page has taken away; resolves like `paint`. */
  repair(): Promise<PaintResult>;
  /** Takes the marks that the selection touches away until the returned function is called: for copying and dragging. */
  lift(selection: Selection): () => void;
  /** Removes all marks and listeners. */
  dispose(): void;
}
