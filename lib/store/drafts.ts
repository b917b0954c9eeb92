import { type Body, type Draft, isEmptyBody, type Passage } from '../model/annotation.ts';
import { FaultError } from '../model/outcome.ts';
import type { Capture } from '../model/snapshot.ts';
import type { ZhupiDatabase } from './database.ts';

/** Drafts in which nothing was ever written are thrown away after this time, in milliseconds. */
const EMPTY_LIFE = 24 * 60 * 60 * 1_000;

/** Begins a draft on a passage. A draft whose annotation is already saved is not brought back. */
export async function openDraft(
  database: ZhupiDatabase,
  { id, capture, passage, body }: { id: string; capture: Capture; passage: Passage; body: Body },
  now: Date,
): Promise<void> {
  const { annotations, drafts } = database;
  await database.transaction('rw', drafts, annotations, async () => {
    const long = new Date(now.getTime() - EMPTY_LIFE).toISOString();
    await drafts
      .where('modified')
      .below(long)
      .filter(({ body }) => isEmptyBody(body))
      .delete();
    if ((await annotations.get(id)) !== undefined) return;
    const { address } = capture;
    await drafts.put({ id, address, passage, capture, body, modified: now.toISOString() });
  });
}

/**
 * Keeps what was typed: in the draft of that id, or in a new one when a stored annotation is being changed. Throws
 * the fault `not-found` when there is neither.
 */
export async function keepDraft(database: ZhupiDatabase, id: string, body: Body, now: Date): Promise<void> {
  const { annotations, drafts, reports } = database;
  await database.transaction('rw', drafts, annotations, reports, async () => {
    const modified = now.toISOString();
    if ((await drafts.update(id, { body, modified })) > 0 || (await drafts.get(id))) return;
    const annotation = await annotations.get(id);
    const report = annotation && (await reports.get(annotation.reportId));
    if (!annotation || !report) throw new FaultError('not-found');
    const { quote, position } = annotation.target;
    const { address } = report;
    await drafts.put({ id, address, passage: { quote, position }, capture: null, body, modified });
  });
}

/** Drafts on the report at a canonical address that hold something, newest first. */
export async function draftsAt(database: ZhupiDatabase, address: string): Promise<Draft[]> {
  const drafts = await database.drafts.where({ address }).sortBy('modified');
  return drafts.filter(({ body, capture }) => capture === null || !isEmptyBody(body)).reverse();
}
