import type { MarkCategory, Motivation } from '../model/annotation.ts';
import type { NoteState } from '../model/reading-view.ts';
import type { Level } from '../model/report.ts';
import { csvOf } from './csv.ts';
import type { NoteRow } from './note-rows.ts';
import { type Cell, dayCell, type Table } from './table.ts';

const WIDTHS = {
  issuer: 12,
  year: 5,
  title: 20,
  kind: 10,
  level: 4,
  province: 6,
  city: 6,
  county: 6,
  published: 7,
  section: 20,
  category: 5,
  motivation: 5,
  quote: 40,
  tags: 20,
  note: 30,
  topic: 8,
  state: 6,
  address: 24,
  retrievedAt: 12,
  created: 12,
  modified: 12,
  textHash: 10,
  start: 5,
  end: 5,
  id: 10,
} as const satisfies Partial<Record<keyof NoteRow, number>>;
type NoteColumn = keyof typeof WIDTHS;
const COLUMNS = Object.keys(WIDTHS) as NoteColumn[];

const TAG_JOINT = '; ';
const PATH_JOINT = ' / ';

export interface CsvWords {
  columns: Record<NoteColumn, string>;
  categories: Record<MarkCategory, string>;
  motivations: Record<Motivation, string>;
  noteStates: Record<NoteState, string>;
  levels: Record<Level, string>;
}

/**
 * The notes as a table. Tags are joined by "; ", the codes of a tag's path and the headings over a passage by " / ",
 * outermost first; a ";", "/" or "\" that is part of a name has a "\" before it, so a cell is split without doubt at
 * the signs that have none. `words` names the columns, levels, categories, motivations and states in the reader's
 * language.
 */
export function notesTable(rows: readonly NoteRow[], words: CsvWords, name = ''): Table {
  return {
    name,
    columns: COLUMNS.map((column) => ({ heading: words.columns[column], width: WIDTHS[column] })),
    rows: rows.map((row) =>
      COLUMNS.map((column) => {
        if (column === 'tags') return row.tags.map(joinNames).join(TAG_JOINT);
        if (column === 'section') return joinNames(row.section);
        if (column === 'level') return row.level && words.levels[row.level];
        if (column === 'category') return words.categories[row.category];
        if (column === 'motivation') return row.motivation && words.motivations[row.motivation];
        if (column === 'state') return row.state && words.noteStates[row.state];
        if (column === 'published') return dayCell(row.published);
        if (column === 'retrievedAt' || column === 'created' || column === 'modified') {
          return momentCell(row[column]);
        }
        return row[column];
      }),
    ),
  };
}

/** A moment as a cell; `null`: there is none. */
function momentCell(moment: string | null): Cell {
  return moment === null ? null : new Date(moment);
}

/** The notes as CSV, as `csvOf` writes it. */
export function notesCsv(rows: readonly NoteRow[], words: CsvWords): string {
  return csvOf(notesTable(rows, words));
}

export function joinNames(names: readonly string[]): string {
  return names.map((name) => name.replace(/[\\;/]/g, '\\$&')).join(PATH_JOINT);
}
