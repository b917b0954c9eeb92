import Papa from 'papaparse';
import type { NoteRow } from './note-rows.ts';

const COLUMNS = [
  'issuer',
  'year',
  'title',
  'kind',
  'level',
  'province',
  'city',
  'county',
  'published',
  'category',
  'quote',
  'tags',
  'note',
  'address',
  'retrievedAt',
  'created',
  'modified',
  'textHash',
  'start',
  'end',
  'id',
] as const satisfies readonly (keyof NoteRow)[];

export type NoteColumn = (typeof COLUMNS)[number];

/** What a spreadsheet may run. papaparse's own pattern misses cells of several lines. */
const FORMULA = /^[=+\-@\t\r]/;

/** Excel takes a file for UTF-8 only when it begins with this. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * The notes as CSV (RFC 4180, CR LF), with a byte-order mark so that Excel shows Chinese. Tags are joined by
 * "; ", the codes of a tag's path by " / ". Cells that a spreadsheet would run as a formula get a leading "'".
 * `headings` names the columns in the reader's language.
 */
export function notesCsv(rows: readonly NoteRow[], headings: Record<NoteColumn, string>): string {
  const data = rows.map((row) =>
    COLUMNS.map((column) => {
      const value = row[column];
      return Array.isArray(value) ? value.map((path) => path.join(' / ')).join('; ') : value;
    }),
  );
  const fields = COLUMNS.map((column) => headings[column]);
  // with no rows papaparse would leave the headings out
  const table = data.length === 0 ? [fields] : { fields, data };
  return (
    BYTE_ORDER_MARK +
    Papa.unparse(table as Papa.UnparseObject<unknown>, {
      escapeFormulae: FORMULA,
    })
  );
}
