import { createHash } from 'node:crypto';
import { findingsOf } from '../../lib/analysis/findings.ts';
import { type Bundle, bundleOf } from '../../lib/export/bundle.ts';
import { csvOf } from '../../lib/export/csv.ts';
import { markdownOf } from '../../lib/export/markdown.ts';
import { allRowsOf } from '../../lib/export/note-rows.ts';
import { notesTable } from '../../lib/export/notes-csv.ts';
import { zh } from '../../lib/messages/zh.ts';
import type { Analysis } from '../../lib/model/mention.ts';
import type { Detection } from '../../lib/model/report.ts';
import type { ReportText } from '../../lib/model/text.ts';
import { leadPhrase } from '../../lib/rules/zh/lead-phrase.ts';
import { ANALYSER_VERSION } from '../../lib/rules/zh/version.ts';

/** One analysed file. */
export interface Analysed {
  file: string;
  url: string | null;
  report: ReportText;
  analysis: Analysis;
  detection: Detection;
}

/** One row per finding, as the library exports them; the headings only with the first file, so that files add up. */
export function csvRows(analysed: Analysed, topics: Record<string, string>, isFirst: boolean): string {
  const csv = csvOf(notesTable(allRowsOf(bundleFor(analysed, topics)), zh));
  return `${isFirst ? csv : csv.slice(csv.indexOf('\r\n') + 2)}\r\n`;
}

/** A reading note. */
export function note(analysed: Analysed, topics: Record<string, string>): string {
  const bundle = bundleFor(analysed, topics);
  return bundle.reports.map((report) => markdownOf(report, bundle, zh)).join('\n');
}

/** The file as if it had been collected just now, without a note. */
function bundleFor(
  { file, url, report, analysis, detection }: Analysed,
  topics: Record<string, string>,
): Bundle {
  const now = new Date();
  const textHash = createHash('sha256').update(report.text).digest('hex');
  const snapshot = {
    ...report,
    id: textHash,
    reportId: textHash,
    url: url ?? file,
    outline: analysis.outline,
    detection,
    analyserVersion: ANALYSER_VERSION,
    retrievedAt: now.toISOString(),
    textHash,
  };
  const collected = {
    id: textHash,
    address: url ?? file,
    facts: detection.facts,
    projectIds: [],
    snapshotId: textHash,
    created: now.toISOString(),
  };
  let next = 0;
  return bundleOf({
    collection: { reports: [collected], snapshots: [snapshot], annotations: [], codes: [] },
    name: file,
    now,
    read: ({ text }) => ({
      outline: analysis.outline,
      analyserVersion: ANALYSER_VERSION,
      findings: findingsOf(text, analysis, leadPhrase, () => String(next++)),
    }),
    place: () => 'found',
    topics,
  });
}
