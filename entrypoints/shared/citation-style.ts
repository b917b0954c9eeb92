import { browser } from 'wxt/browser';
import { CITATION_STANDARDS, type CitationStandard } from '../../lib/model/citation-standard.ts';

const KEY = 'citationStandard';

/** The standard that "copy as citation" follows; the newer one until the reader chooses. */
export async function citationStyle(): Promise<CitationStandard> {
  const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
  return CITATION_STANDARDS.find((standard) => standard === stored) ?? CITATION_STANDARDS[0];
}

export async function chooseCitationStyle(standard: CitationStandard): Promise<void> {
  await browser.storage.local.set({ [KEY]: standard });
}
