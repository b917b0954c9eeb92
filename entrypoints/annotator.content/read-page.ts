import { analyseInSlices } from '../../lib/analysis/analyse.ts';
import { findingsOf } from '../../lib/analysis/findings.ts';
import type { Clues } from '../../lib/model/clues.ts';
import { newId } from '../../lib/model/id.ts';
import type { Finding } from '../../lib/model/reading-view.ts';
import type { Detection } from '../../lib/model/report.ts';
import type { Capture } from '../../lib/model/snapshot.ts';
import { canonicalAddress } from '../../lib/page/address.ts';
import { readClues } from '../../lib/page/clues.ts';
import { type PageText, readText } from '../../lib/page/read-text.ts';
import { findReportRoot } from '../../lib/page/root.ts';
import { ruleset } from '../../lib/rules/zh/index.ts';
import { leadPhrase } from '../../lib/rules/zh/lead-phrase.ts';
import { withTopics } from '../../lib/rules/zh/topics.ts';
import { ANALYSER_VERSION } from '../../lib/rules/zh/version.ts';
import topics from '../../seeds/topics.json';

/** The report's text on this page with all that the analysis says of it. */
export interface PageReading {
  pageText: PageText;
  clues: Clues;
  findings: Finding[];
  /** What is stored with a note; the facts of the report come from the background and are unknown until then. */
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

const rules = withTopics(ruleset, topics);

/** Longest stretch of work without giving the page its turn, in milliseconds. */
const BUDGET = 16;

/** Reads and analyses the page in slices that leave it responsive. `null`: no text to read. */
export async function readPage(
  document: Document,
  url: string,
  signal: AbortSignal,
): Promise<PageReading | null> {
  const root = findReportRoot(document);
  if (root === null) return null;
  const clues = readClues(document, url);
  const pageText = readText(root);
  const { text, blocks } = pageText;
  if (text.trim() === '') return null;
  const slicing = { now: () => performance.now(), pause: () => pause(signal), budget: BUDGET };
  const analysis = await analyseInSlices(pageText, rules, slicing);
  return {
    pageText,
    clues,
    findings: findingsOf(text, analysis, leadPhrase, newId),
    capture: {
      address: canonicalAddress(url),
      url,
      text,
      blocks,
      outline: analysis.outline,
      detection: UNKNOWN,
      analyserVersion: ANALYSER_VERSION,
    },
  };
}

/** Lets the page have its turn: input and frames come first. */
async function pause(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  signal.throwIfAborted();
}
