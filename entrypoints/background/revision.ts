import type { Revision } from '../../lib/model/difference.ts';
import type { Capture } from '../../lib/model/snapshot.ts';
import { changesOf } from '../../lib/selector/changes.ts';
import type { ZhupiDatabase } from '../../lib/store/database.ts';
import { addSnapshot, statesOf } from '../../lib/store/reports.ts';

/** Changes told one by one; a page that was rewritten has more than anybody reads. */
const MOST_TOLD = 200;

/**
 * Compares an open page with the stored states of its report. A state that was not stored yet is stored, so that
 * later changes are told too; not in a private window. `null`: the report isn't stored, or never read differently.
 */
export async function revisionOf(
  database: ZhupiDatabase,
  capture: Capture,
  now: Date,
  isPrivate: boolean,
): Promise<Revision | null> {
  const states = await statesOf(database, capture);
  for (const [index, state] of states.entries()) {
    const changes = changesOf(state.text, capture.text);
    if (changes.length === 0) continue;
    if (index === 0 && !isPrivate) await addSnapshot(database, capture, now);
    return { since: state.retrievedAt, count: changes.length, changes: changes.slice(0, MOST_TOLD) };
  }
  return null;
}
