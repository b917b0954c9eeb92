import { parseHTML } from 'linkedom';
import type { Clues } from '../../lib/model/clues.ts';
import type { ReportText } from '../../lib/model/text.ts';
import { readClues } from '../../lib/page/clues.ts';
import { readText } from '../../lib/page/read-text.ts';
import { findReportRoot } from '../../lib/page/root.ts';

/** What stands before the body, however much of it there is. */
const HEAD =
  /^(?:\s|<!doctype[^>]*>|<!--[\s\S]*?-->|<\/?(?:html|head)\b[^>]*>|<(?:meta|link|base)\b[^>]*>|<(title|style|script)\b[^>]*>[\s\S]*?<\/\1>)*/i;

/** The page with the tags that a browser supplies and the parser does not: many old pages have no body, or nothing. */
function withBody(html: string): string {
  if (/<(?:body|frameset)\b/i.test(html)) return html;
  const head = HEAD.exec(html)?.[0] ?? '';
  const own = head.replace(/<!doctype[^>]*>|<\/?(?:html|head)\b[^>]*>/gi, '');
  return `<html><head>${own}</head><body>${html.slice(head.length).replace(/<\/html>\s*$/i, '')}</body></html>`;
}

/** Clues and report text of a saved page; the text is empty where the page holds none. */
export function readPage(html: string, url: string | null): { report: ReportText; clues: Clues } {
  const { document } = parseHTML(withBody(html)) as unknown as { document: Document };
  const clues = readClues(document, url);
  const root = findReportRoot(document);
  const report = root === null ? { text: '', blocks: [] } : readText(root);
  return { report: { text: report.text, blocks: report.blocks }, clues };
}
