import type { Clues } from '../../lib/model/clues.ts';
import type { Finding } from '../../lib/model/reading-view.ts';
import type { Detection } from '../../lib/model/report.ts';
import type { Capture } from '../../lib/model/snapshot.ts';
import { canonicalAddress } from '../../lib/page/address.ts';
import { readClues } from '../../lib/page/clues.ts';
import { type PageText, readText } from '../../lib/page/read-text.ts';
import { findReportRoot } from '../../lib/page/root.ts';

/** The report's text on this page with all that is known of it. */
export interface PageReading {
  pageText: PageText;
  clues: Clues;
  /** What the background found in the text; empty until it has answered. */
  findings: Finding[];
  /** What is stored with a note; its facts and outline come from the background and are unknown until then. */
  capture: Capture;
}

/** Nothing is known of the report yet. */
export const UNKNOWN: Detection = {
  isReport: false,
  confidence: 0,
  evidence: [],
  facts: {
    title: null,
    kind: null,
    issuer: null,
    level: null,
    region: { province: null, city: null, county: null },
    year: null,
    published: null,
  },
};

/** Reads the page as it is now. `null`: no text to read. */
export function readPage(document: Document, url: string): PageReading | null {
  const root = findReportRoot(document);
  if (root === null) return null;
  const pageText = readText(root);
  const { text, blocks } = pageText;
  if (text.trim() === '') return null;
  return {
    pageText,
    clues: readClues(document, url),
    findings: [],
    capture: {
      address: canonicalAddress(url),
      url,
      text,
      blocks,
      outline: [],
      detection: UNKNOWN,
      analyserVersion: '',
    },
  };
}
