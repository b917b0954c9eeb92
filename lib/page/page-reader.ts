import type { Clues } from '../model/clues.ts';
import { articleSteps } from './article.ts';
import { clueSteps } from './clues.ts';
import { type PageText, textSteps } from './read-text.ts';
import { rootSteps } from './root.ts';
import { inSlices, type Slicing, type Steps } from './slices.ts';

export interface PageRead {
  pageText: PageText;
  clues: Clues;
}

/**
 * Text and clues of a page, read in slices that leave it responsive; `null`: no running text. The same as
 * `findReportRoot`, `readText` and `readClues`, with less work: what one of them has found the next need not look for.
 */
export const readPageInSlices = (
  document: Document,
  url: string,
  slicing: Slicing,
): Promise<PageRead | null> => inSlices(pageSteps(document, url), slicing);

function* pageSteps(document: Document, url: string): Steps<PageRead | null> {
  const root = yield* rootSteps(document);
  if (root === null) return null;
  const article = yield* articleSteps(root);
  const pageText = yield* textSteps(root, article);
  return { pageText, clues: yield* clueSteps(document, url, { root, article }) };
}
