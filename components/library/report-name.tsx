import type { ShelfEntry } from '../../lib/model/library.ts';
import type { Words } from '../../lib/model/words.ts';
import { reportLabel } from './report-label.ts';

/** A report in a few words, of which the year is never broken over two lines. */
export function ReportName({
  report,
  words,
}: {
  report: Pick<ShelfEntry, 'facts' | 'address'>;
  words: Words;
}) {
  const { issuer, year } = report.facts;
  if (issuer === null || year === null) return <>{reportLabel(report, words)}</>;
  return (
    <>
      {issuer} <span class="year">{words.panel.yearValue(year)}</span>
    </>
  );
}
