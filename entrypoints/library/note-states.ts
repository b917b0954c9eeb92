import type { NoteState } from '../../lib/model/reading-view.ts';
import type { Report } from '../../lib/model/snapshot.ts';
import { match } from '../../lib/selector/match.ts';
import type { ZhupiDatabase } from '../../lib/store/database.ts';
import { wholeTexts } from '../../lib/store/whole-texts.ts';
import type { NoteText } from './note-texts.ts';

/**
 * Ids of the notes that are in a state, as each would be found in its report's newest text. A note on the newest text
 * itself is found; only the others are looked for.
 */
export async function notesInState(
  database: ZhupiDatabase,
  state: NoteState,
  reports: readonly Report[],
  notes: ReadonlyMap<string, readonly NoteText[]>,
): Promise<Set<string>> {
  const inState = new Set<string>();
  const older = new Map<Report, string[]>();
  for (const report of reports) {
    const states = new Set([report.snapshotId, ...(report.laterPartIds ?? [])]);
    for (const { id, snapshotId } of notes.get(report.id) ?? []) {
      if (!states.has(snapshotId)) older.set(report, [...(older.get(report) ?? []), id]);
      else if (state === 'found') inState.add(id);
    }
  }
  const texts = await wholeTexts(database, [...older.keys()]);
  for (const [report, ids] of older) {
    const text = texts.get(report.id)?.text;
    const annotations = (await database.annotations.bulkGet(ids)).filter((each) => each !== undefined);
    if (text === undefined) continue;
    for (const { id, target } of annotations) {
      const snapshot = await database.snapshots.get(target.snapshotId);
      if (match(text, target, snapshot?.text).state === state) inState.add(id);
    }
  }
  return inState;
}
