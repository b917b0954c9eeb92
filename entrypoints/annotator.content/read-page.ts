import type { Clues } from '../../lib/model/clues.ts';
import type { Revision } from '../../lib/model/difference.ts';
import type { Attachment, Finding } from '../../lib/model/reading-view.ts';
import type { Detection, Part } from '../../lib/model/report.ts';
import type { Capture } from '../../lib/model/snapshot.ts';
import { canonicalAddress } from '../../lib/page/address.ts';
import { readClues } from '../../lib/page/clues.ts';
import { partOf } from '../../lib/page/parts.ts';
import { type PageText, readText } from '../../lib/page/read-text.ts';
import { findReportRoot } from '../../lib/page/root.ts';

/** The report's text on this page with all that is known of it. */
export interface PageReading {
  pageText: PageText;
  clues: Clues;
  part: Part | null;
  /** What the background found in the text; empty until it has answered. */
  found: Finding[];
  /** The same with the reader's judgements, which win: what is shown. */
  findings: Finding[];
  revision: Revision | null;
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

/** Files to download on a page that has no text to read. */
export function attachmentsOn(document: Document, url: string): Attachment[] {
  return readClues(document, url).attachments;
}

/** Reads the page as it is now. `null`: no text to read. */
export function readPage(document: Document, url: string): PageReading | null {
  const root = findReportRoot(document);
  if (root === null) return null;
  const pageText = readText(root);
  const { text, blocks } = pageText;
  if (text.trim() === '') return null;
  const part = partOf(document, url);
  return {
    pageText,
    clues: readClues(document, url),
    part,
    found: [],
    findings: [],
    revision: null,
    capture: {
      address: canonicalAddress(part?.first ?? url),
      url,
      ...(part ? { part: part.number } : {}),
      text,
      blocks,
      outline: [],
      detection: UNKNOWN,
      analyserVersion: '',
    },
  };
}
