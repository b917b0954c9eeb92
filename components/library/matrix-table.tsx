import { useMemo } from 'preact/hooks';
import type { ShelfEntry } from '../../lib/model/library.ts';
import type { Words } from '../../lib/model/words.ts';
import { Grid } from './grid.tsx';
import { ReportName } from './report-name.tsx';

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
  /** What stands in a cell without anything: a dot, or the number 0. */
  none?: '·' | '0';
  onOpen(count: Count): void;
}

/** Widths in CSS pixels. */
const NAME = 220;
const COLUMN = 84;

/** Reports × topics or codes as a heat map: the number is in each cell, its shade says it again. */
export function MatrixTable({
  words,
  label,
  reports,
  columns,
  counts,
  none = '·',
  onOpen,
}: MatrixTableProps) {
  const { compare } = words;
  const [byCell, most] = useMemo(
    () => [
      new Map(counts.map((count) => [`${count.reportId} ${count.columnId}`, count])),
      counts.reduce((sum, { count }) => Math.max(sum, count), 1),
    ],
    [counts],
  );
  const heads = useMemo(
    () => columns.map(({ id, name }) => ({ key: id, head: name, width: COLUMN })),
    [columns.map(({ id, name }) => `${id} ${name}`).join('\n')],
  );
  const percent = new Intl.NumberFormat(words.htmlLang, { style: 'percent', maximumFractionDigits: 0 });
  const countAt = (row: number, column: number) => byCell.get(`${reports[row]?.id} ${columns[column]?.id}`);
  return (
    <Grid
      label={label}
      kind="matrix"
      corner={compare.report}
      nameWidth={NAME}
      columns={heads}
      count={reports.length}
      data={reports}
      keyOf={(row) => reports[row]?.id ?? ''}
      rowAt={(row) => ({ name: <ReportName report={reports[row] as ShelfEntry} words={words} /> })}
      heatAt={(row, column) => {
        const found = countAt(row, column);
        return found && found.count / most;
      }}
      cellAt={(row, column) => {
        const found = countAt(row, column);
        if (!found) return <span class="nothing">{none}</span>;
        const share = found.withNumber === undefined ? null : percent.format(found.withNumber);
        return (
          <button
            type="button"
            class="cell"
            title={share === null ? undefined : compare.withNumber(share)}
            onClick={() => onOpen(found)}
          >
            <span>
              {found.count}
              <span class="visually-hidden"> {columns[column]?.name}</span>
            </span>
            {share !== null && <small>{share}</small>}
          </button>
        );
      }}
    />
  );
}
