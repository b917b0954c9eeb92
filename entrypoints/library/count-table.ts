import type { Count, MatrixColumn } from '../../components/library/matrix-table.tsx';
import { reportLabel } from '../../components/library/report-label.ts';
import type { ShownTable } from '../../lib/export/indicators-csv.ts';
import type { ShelfEntry } from '../../lib/model/library.ts';
import type { Words } from '../../lib/model/words.ts';

/** A matrix as it is shown, cell by cell, the headings first; 0 where there is nothing: what is copied and exported. */
export function countTable(
  reports: readonly ShelfEntry[],
  columns: readonly MatrixColumn[],
  counts: readonly Count[],
  words: Words,
): ShownTable {
  const byCell = new Map(counts.map(({ reportId, columnId, count }) => [`${reportId} ${columnId}`, count]));
  return [
    [words.compare.report, ...columns.map(({ name }) => name)],
    ...reports.map((report) => [
      reportLabel(report, words),
      ...columns.map(({ id }) => String(byCell.get(`${report.id} ${id}`) ?? 0)),
    ]),
  ];
}
