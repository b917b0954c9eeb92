import type { NoteRow } from './note-rows.ts';

/** Version of the form of this file; raised when a field changes its meaning. */
const FORMAT = 'zhupi-notes-1';

/** The notes as one JSON object: its form's name, when it was made, and one entry per annotation. */
export function notesJson(rows: readonly NoteRow[], now: Date): string {
  return `${JSON.stringify({ format: FORMAT, exported: now.toISOString(), notes: rows }, null, 2)}\n`;
}
