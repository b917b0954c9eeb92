import Papa from 'papaparse';
import type { IndicatorRow } from '../model/comparison.ts';
import { harmless } from '../model/csv-cell.ts';

const BOM = '\ufeff';
const OPTIONS = { newline: '\r\n', escapeFormulae: true } as const;

/** A table as it is shown, cell by cell: the headings first. */
export type ShownTable = readonly (readonly string[])[];

/** The table as it is shown. UTF-8 with byte-order mark. */
export function shownCsv(table: ShownTable): string {
  return (
    BOM +
    Papa.unparse(
      table.map((cells) => [...cells]),
      OPTIONS,
    )
  );
}

/** The table for the clipboard: tabs and lines, which any spreadsheet takes apart again. */
export function shownTsv(table: ShownTable): string {
  return table
    .map((cells) => cells.map((cell) => harmless(cell.replace(/[\t\r\n]+/g, ' '))).join('\t'))
    .join('\r\n');
}

/** A number that any spreadsheet takes as it is. */
const PLAIN_NUMBER = /^(?:0|[1-9]\d{0,8})$/;

/** The table for the clipboard as HTML, each cell that is no mere number as text: a spreadsheet takes 3-5 for no date. */
export function shownHtml(table: ShownTable): string {
  const escaped = (cell: string) =>
    cell.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[\r\n]+/g, ' ');
  const styleOf = (cell: string) => (PLAIN_NUMBER.test(cell) ? '' : ` style="mso-number-format:'\\@'"`);
  const [head = [], ...rows] = table;
  const line = (cells: readonly string[], tag: 'th' | 'td') =>
    `<tr>${cells.map((cell) => `<${tag}${styleOf(cell)}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  const body = rows.map((cells) => line(cells, 'td')).join('');
  return `<table><thead>${line(head, 'th')}</thead><tbody>${body}</tbody></table>`;
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
