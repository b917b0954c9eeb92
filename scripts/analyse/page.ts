import { parseHTML } from 'linkedom';
import type { Clues } from '../../lib/model/clues.ts';
import type { ReportText } from '../../lib/model/text.ts';
import { readClues } from '../../lib/page/clues.ts';
import { readText } from '../../lib/page/read-text.ts';
import { findReportRoot } from '../../lib/page/root.ts';

/** Clues and report text of a saved page; the text is empty where the page holds none. */
export function readPage(html: string, url: string | null): { report: ReportText; clues: Clues } {
  // the parser can't stand a file without any element
  const page = /<[a-z]/i.test(html) ? html : `<html><body>${html}</body></html>`;
  const { document } = parseHTML(page) as unknown as { document: Document };
  const clues = readClues(document, url);
  const root = findReportRoot(document);
  const report = root === null ? { text: '', blocks: [] } : readText(root);
  return { report: { text: report.text, blocks: report.blocks }, clues };
}
