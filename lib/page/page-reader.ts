import type { Clues } from '../model/clues.ts';
import { clueSteps, findArticle } from './clues.ts';
import { type PageText, textSteps } from './read-text.ts';
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
  const found = yield* findArticle(document);
  if (found === null) return null;
  const { root, article } = found;
  const pageText = yield* textSteps(root, article);
  return { pageText, clues: yield* clueSteps(document, url, found) };
}
