import { ask } from '../../lib/messaging/ask.ts';
import { sendMessage } from '../../lib/messaging/protocol.ts';
import type { Clues } from '../../lib/model/clues.ts';
import type { Revision } from '../../lib/model/difference.ts';
import type { Attachment, Finding } from '../../lib/model/reading-view.ts';
import type { Detection, Part } from '../../lib/model/report.ts';
import type { Capture } from '../../lib/model/snapshot.ts';
import { canonicalAddress } from '../../lib/page/address.ts';
import { readClues } from '../../lib/page/clues.ts';
import { readPageInSlices } from '../../lib/page/page-reader.ts';
import { partOf } from '../../lib/page/parts.ts';
import type { PageText } from '../../lib/page/read-text.ts';
import type { Slicing } from '../../lib/page/slices.ts';

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

/** A page that was read, and what the background was asked about it at once. */
export interface Read {
  reading: PageReading;
  answer: ReturnType<typeof askAbout>;
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

/** Longest stretch of work without giving the page its turn, in milliseconds. */
export const BUDGET = 24;

/** Files to download on a page that has no text to read. */
export function attachmentsOn(document: Document, url: string): Attachment[] {
  return readClues(document, url).attachments;
}

/** How a page is read without taking its thread for long; the signal ends the work. */
export function slicingUntil(signal: AbortSignal): Slicing {
  return {
    now: () => performance.now(),
    pause: async () => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      signal.throwIfAborted();
    },
    budget: BUDGET,
  };
}

/** Asks the background what a page's text says. */
export function askAbout({ clues, capture: { address, url, text, blocks, part } }: PageReading) {
  const page = { address, url, text, blocks, ...(part === undefined ? {} : { part }) };
  return ask(() => sendMessage('pageRead', { clues, page }));
}

/** Reads the page as it is now, in slices, and asks about it: the answer is on its way. `null`: no text to read. */
export async function readAndAsk(...page: Parameters<typeof readPage>): Promise<Read | null> {
  const reading = await readPage(...page);
  return reading && { reading, answer: askAbout(reading) };
}

async function readPage(document: Document, url: string, slicing: Slicing): Promise<PageReading | null> {
  const read = await readPageInSlices(document, url, slicing);
  if (read === null) return null;
  const { pageText, clues } = read;
  const { text, blocks } = pageText;
  if (text.trim() === '') return null;
  const part = partOf(document, url);
  return {
    pageText,
    clues,
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
