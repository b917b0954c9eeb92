import Papa from 'papaparse';
import type { CarriedCode } from '../model/carried-code.ts';
import { CODEBOOK_COLUMNS, type CodebookColumn } from '../model/codebook-columns.ts';
import { harmless, joinPath } from '../model/csv-cell.ts';

/** Excel takes a file for UTF-8 only when it begins with this. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * A codebook as CSV (RFC 4180, CR LF, byte-order mark), each code before those under it. `path` is the names from the
 * top down to the code's own, as `joinPath` writes them. `headings` names the columns in the reader's language.
 */
export function codebookCsv(codes: readonly CarriedCode[], headings: Record<CodebookColumn, string>): string {
  const rows = codes.flatMap((code) => rowsOf(code, []));
  const cells = rows.map((row) => CODEBOOK_COLUMNS.map((column) => harmless(row[column])));
  return BYTE_ORDER_MARK + Papa.unparse([CODEBOOK_COLUMNS.map((column) => headings[column]), ...cells]);
}

function rowsOf(code: CarriedCode, above: readonly string[]): Record<CodebookColumn, string>[] {
  const path = [...above, code.name];
  return [
    {
      name: code.name,
      path: joinPath(path),
      description: code.description,
      colour: code.color ?? '',
      shape: code.shape ?? '',
      shortcut: code.shortcut ?? '',
    },
    ...code.children.flatMap((child) => rowsOf(child, path)),
  ];
}
