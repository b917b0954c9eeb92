import Papa from 'papaparse';
import type { IndicatorRow } from '../model/comparison.ts';

const BOM = '\ufeff';
const OPTIONS = { newline: '\r\n', escapeFormulae: true } as const;

/** The indicator table as it is shown: figures as written, empty where none is stated. UTF-8 with byte-order mark. */
export function indicatorsCsv(
  rows: readonly IndicatorRow[],
  reportIds: readonly string[],
  labels: readonly string[],
  heading: string,
): string {
  const lines = rows.map(({ label, cells }) => [
    label,
    ...reportIds.map((id) => cells.find(({ reportId }) => reportId === id)?.written ?? ''),
  ]);
  return BOM + Papa.unparse([[heading, ...labels], ...lines], OPTIONS);
}

/** The words that count as one indicator, one row each: the row's name first, then each report's own. */
export function synonymsCsv(rows: readonly IndicatorRow[]): string {
  const lines = rows
    .filter(({ cells }) => cells.length > 1)
    .map(({ label, cells }) => [
      label,
      ...new Set(cells.map(({ figure }) => figure.indicator).filter((name) => name !== label && name !== '')),
    ]);
  return BOM + Papa.unparse(lines, OPTIONS);
}
