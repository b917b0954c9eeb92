import type { ShelfEntry } from '../../lib/model/library.ts';
import type { Words } from '../../lib/model/words.ts';
import { reportLabel } from './report-label.ts';
import { ScrollBox } from './scroll-box.tsx';

export interface MatrixColumn {
  id: string;
  name: string;
}

export interface Count {
  reportId: string;
  columnId: string;
  count: number;
  /** Share of the passages that carry a number, 0..1; absent where that isn't asked. */
  withNumber?: number;
}

interface MatrixTableProps {
  words: Words;
  label: string;
  reports: ShelfEntry[];
  columns: MatrixColumn[];
  counts: Count[];
  onOpen(count: Count): void;
}

/** Reports × topics or codes as a heat map: the number is in each cell, its shade says it again. */
export function MatrixTable({ words, label, reports, columns, counts, onOpen }: MatrixTableProps) {
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const percent = new Intl.NumberFormat(words.htmlLang, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <ScrollBox label={label}>
      <table class="matrix">
        <caption class="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">{words.library.title}</span>
            </th>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <tr key={report.id}>
              <th scope="row">{reportLabel(report, words)}</th>
              {columns.map(({ id, name }) => {
                const found = counts.find((each) => each.reportId === report.id && each.columnId === id);
                if (!found) return <td key={id}>·</td>;
                const share = found.withNumber === undefined ? null : percent.format(found.withNumber);
                const said = share === null ? '' : words.compare.withNumber(share);
                return (
                  <td key={id} style={{ '--heat': found.count / most }}>
                    <button type="button" class="cell" title={said} onClick={() => onOpen(found)}>
                      <span>
                        {found.count}
                        <span class="visually-hidden"> {name}</span>
                      </span>
                      {share !== null && <small>{share}</small>}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
