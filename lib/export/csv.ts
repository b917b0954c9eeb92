import Papa from 'papaparse';
import { harmless } from '../model/csv-cell.ts';
import { type Cell, cellText, type Table } from './table.ts';

/** Excel takes a file for UTF-8 only when it begins with this. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * A table as CSV (RFC 4180, CR LF), with a byte-order mark so that Excel shows Chinese. Cells that a spreadsheet would
 * run as a formula get a leading "'"; numbers stay numbers, negative ones too.
 */
export function csvOf({ columns, rows }: Table): string {
  const cells = rows.map((row) => row.map(written));
  return BYTE_ORDER_MARK + Papa.unparse([columns.map(({ heading }) => harmless(heading)), ...cells]);
}

function written(cell: Cell): string | number {
  const text = cellText(cell);
  return typeof text === 'string' ? harmless(text) : text;
}
