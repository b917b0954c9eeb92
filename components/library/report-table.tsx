import type { ShelfEntry } from '../../lib/model/library.ts';
import type { Words } from '../../lib/model/words.ts';
import { shownAddress, webAddress } from '../web-address.ts';

interface ReportTableProps {
  words: Words;
  reports: ShelfEntry[];
  /** By report id; one that isn't counted yet has none. */
  noteCounts: Record<string, number>;
  onRemove(reportId: string, title: string): void;
  /** The other one is the same report. */
  onJoin(reportId: string, otherId: string): void;
}

/** The collected reports, one a row. */
export function ReportTable({ words, reports, noteCounts, onRemove, onJoin }: ReportTableProps) {
  const { library, panel } = words;
  const date = new Intl.DateTimeFormat(words.htmlLang, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <table class="reports">
      <thead>
        <tr>
          <th scope="col">{library.title}</th>
          <th scope="col">{library.issuer}</th>
          <th scope="col">{library.year}</th>
          <th scope="col" class="number">
            {library.notes}
          </th>
          <th scope="col">{library.read}</th>
          <th scope="col">
            <span class="visually-hidden">{library.remove}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {reports.map(({ id, facts, address, url, created }) => {
          const title = facts.title ?? facts.issuer ?? shownAddress(address);
          return (
            <tr key={id}>
              <th scope="row">
                <a href={webAddress(url)} target="_blank" rel="noreferrer">
                  {title}
                </a>
              </th>
              <td>{facts.issuer ?? panel.unknown}</td>
              <td>{facts.year === null ? panel.unknown : panel.yearValue(facts.year)}</td>
              <td class="number">{noteCounts[id] ?? ''}</td>
              <td>
                <time dateTime={created}>{date.format(new Date(created))}</time>
              </td>
              <td class="row-tools">
                <JoinChoice words={words} reports={reports} id={id} onJoin={onJoin} />
                <button
                  type="button"
                  class="button quiet"
                  aria-label={`${library.remove}：${title}`}
                  onClick={() => onRemove(id, title)}
                >
                  {library.remove}
                </button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Offered where another report has the same title, or the same body and year: they may be one. */
function JoinChoice({
  words,
  reports,
  id,
  onJoin,
}: Pick<ReportTableProps, 'words' | 'reports' | 'onJoin'> & { id: string }) {
  const own = reports.find((report) => report.id === id)?.facts;
  const twins = reports.filter(
    ({ id: other, facts }) =>
      other !== id &&
      own !== undefined &&
      ((facts.title !== null && facts.title === own.title) ||
        (facts.issuer !== null &&
          facts.issuer === own.issuer &&
          facts.year === own.year &&
          facts.kind === own.kind)),
  );
  if (twins.length === 0) return null;
  return (
    <select
      aria-label={words.library.join}
      value=""
      onChange={({ currentTarget }) => onJoin(id, currentTarget.value)}
    >
      <option value="">{words.library.join}</option>
      {twins.map(({ id: other, address }) => (
        <option key={other} value={other}>
          {shownAddress(address)}
        </option>
      ))}
    </select>
  );
}
