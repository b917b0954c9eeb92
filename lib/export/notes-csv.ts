import Papa from 'papaparse';
import type { MarkCategory, Motivation } from '../model/annotation.ts';
import type { Level } from '../model/report.ts';
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
  'section',
  'category',
  'motivation',
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

const TAG_JOINT = '; ';
const PATH_JOINT = ' / ';

export interface CsvWords {
  columns: Record<(typeof COLUMNS)[number], string>;
  categories: Record<MarkCategory, string>;
  motivations: Record<Motivation, string>;
  levels: Record<Level, string>;
}

/** What a spreadsheet may run. papaparse's own pattern misses cells of several lines. */
const FORMULA = /^[=+\-@\t\r]/;

/** Excel takes a file for UTF-8 only when it begins with this. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * The notes as CSV (RFC 4180, CR LF), with a byte-order mark so that Excel shows Chinese. Tags are joined by
 * "; ", the codes of a tag's path and the headings over a passage by " / ", outermost first; a ";", "/" or "\"
 * that is part of a name has a "\" before it, so a cell is split without doubt at the signs that have none. Cells
 * that a spreadsheet would run as a formula get a leading "'". `words` names the columns, levels, categories and
 * motivations in the reader's language.
 */
export function notesCsv(rows: readonly NoteRow[], words: CsvWords): string {
  const data = rows.map((row) =>
    COLUMNS.map((column) => {
      const value = row[column];
      if (column === 'tags') return row.tags.map(joinPath).join(TAG_JOINT);
      if (column === 'section') return joinPath(row.section);
      if (column === 'level') return row.level && words.levels[row.level];
      if (column === 'category') return words.categories[row.category];
      if (column === 'motivation') return words.motivations[row.motivation];
      return value;
    }),
  );
  const fields = COLUMNS.map((column) => words.columns[column]);
  // with no rows papaparse would leave the headings out
  const table = data.length === 0 ? [fields] : { fields, data };
  return (
    BYTE_ORDER_MARK +
    Papa.unparse(table as Papa.UnparseObject<unknown>, {
      escapeFormulae: FORMULA,
    })
  );
}

function joinPath(names: readonly string[]): string {
  return names.map((name) => name.replace(/[\\;/]/g, '\\$&')).join(PATH_JOINT);
}
