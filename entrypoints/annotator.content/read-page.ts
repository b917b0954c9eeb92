import { analyseInSlices } from '../../lib/analysis/analyse.ts';
import { detect } from '../../lib/analysis/detect.ts';
import { findingsOf } from '../../lib/analysis/findings.ts';
import type { Clues } from '../../lib/model/clues.ts';
import { newId } from '../../lib/model/id.ts';
import type { Finding } from '../../lib/model/reading-view.ts';
import type { Capture } from '../../lib/model/snapshot.ts';
import { canonicalAddress } from '../../lib/page/address.ts';
import { readClues } from '../../lib/page/clues.ts';
import { type PageText, readText } from '../../lib/page/read-text.ts';
import { findReportRoot } from '../../lib/page/root.ts';
import { fullDetectionRules } from '../../lib/rules/zh/detection-full.ts';
import { ruleset } from '../../lib/rules/zh/index.ts';
import { leadPhrase } from '../../lib/rules/zh/lead-phrase.ts';
import { ANALYSER_VERSION } from '../../lib/rules/zh/version.ts';

/** The report's text on this page with all that the analysis says of it. */
export interface PageReading {
  pageText: PageText;
  clues: Clues;
  findings: Finding[];
  /** What is stored with a note. */
  capture: Capture;
}

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
  const analysis = await analyseInSlices(pageText, ruleset, slicing);
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
      detection: detect(clues, fullDetectionRules, pageText),
      analyserVersion: ANALYSER_VERSION,
    },
  };
}

/** Lets the page have its turn: input and frames come first. */
async function pause(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  signal.throwIfAborted();
}
