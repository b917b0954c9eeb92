import type { Annotation } from '../../lib/model/annotation.ts';
import type { Code } from '../../lib/model/codebook.ts';
import type { ShelfEntry } from '../../lib/model/library.ts';
import { shownQuote } from '../../lib/model/line-ends.ts';
import type { Words } from '../../lib/model/words.ts';
import { CodeTags } from '../code-tags.tsx';
import { webAddress } from '../web-address.ts';

interface NoteTableProps {
  words: Words;
  reports: ShelfEntry[];
  annotations: Annotation[];
  codes: Code[];
}

/** The reader's notes with the report each belongs to, newest first. */
export function NoteTable({ words, reports, annotations, codes }: NoteTableProps) {
  const { library, panel } = words;
  const reportById = new Map(reports.map((report) => [report.id, report]));
  return (
    <table class="notes">
      <thead>
        <tr>
          <th scope="col">{library.passage}</th>
          <th scope="col">{library.memo}</th>
          <th scope="col">{library.tags}</th>
          <th scope="col">{library.issuer}</th>
          <th scope="col">{library.year}</th>
        </tr>
      </thead>
      <tbody>
        {annotations.map(({ id, reportId, target, body }) => {
          const report = reportById.get(reportId);
          const year = report?.facts.year ?? null;
          return (
            <tr key={id}>
              <td>
                <blockquote>{shownQuote(target.quote.exact)}</blockquote>
              </td>
              <td class="memo">{body.memo}</td>
              <td>
                <CodeTags codeIds={body.codeIds} codes={codes} />
              </td>
              <td>
                <a href={webAddress(report?.url)} target="_blank" rel="noreferrer">
                  {report?.facts.issuer ?? panel.unknown}
                </a>
              </td>
              <td>{year === null ? panel.unknown : panel.yearValue(year)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
