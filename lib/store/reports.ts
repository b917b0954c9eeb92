import { newId } from '../model/id.ts';
import { FaultError } from '../model/outcome.ts';
import type { Detection, ReportFacts } from '../model/report.ts';
import type { Capture, Snapshot } from '../model/snapshot.ts';
import type { ZhupiDatabase } from './database.ts';
import { image, record } from './history.ts';
import { reportAt } from './joining.ts';
import { activeProjectId } from './projects.ts';

/** SHA-256 of the text as UTF-8, in lower-case hex. */
export async function hashText(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Stores a capture and returns its snapshot: the one that is there already when the same report had
 * the same text before. Must run inside a read-write transaction on `reports`, `snapshots` and `projects`;
 * `textHash` comes in because a transaction would not survive waiting for the hash.
 */
export async function putCapture(
  database: ZhupiDatabase,
  capture: Capture,
  textHash: string,
  now: Date,
): Promise<Snapshot> {
  const { address, ...content } = capture;
  const retrievedAt = now.toISOString();
  const known = await reportAt(database, address);
  const same = known && (await database.snapshots.get({ reportId: known.id, textHash }));
  const reportId = known?.id ?? newId();
  const snapshot: Snapshot = same
    ? { ...same, detection: surer(same.detection, content.detection) }
    : { ...content, id: newId(), reportId, retrievedAt, textHash };
  const laterPartIds = isLaterPart(capture)
    ? await withPart(database, known?.laterPartIds ?? [], snapshot)
    : known?.laterPartIds;
  await database.reports.put({
    ...known,
    ...(laterPartIds && { laterPartIds }),
    id: reportId,
    address: known?.address ?? address,
    ...(!isLaterPart(capture) && { url: capture.url }),
    facts: known && !speaksForReport(capture) ? known.facts : capture.detection.facts,
    projectIds: known?.projectIds ?? [await activeProjectId(database)],
    snapshotId: known && isLaterPart(capture) ? known.snapshotId : snapshot.id,
    created: known?.created ?? retrievedAt,
  });
  await database.snapshots.put(snapshot);
  return snapshot;
}

/** Stores a state of a report that was read again; like `putCapture`, in a transaction of its own. */
export async function addSnapshot(database: ZhupiDatabase, capture: Capture, now: Date): Promise<Snapshot> {
  const textHash = await hashText(capture.text);
  const { reports, snapshots, projects } = database;
  return database.transaction('rw', reports, snapshots, projects, () =>
    putCapture(database, capture, textHash, now),
  );
}

/** The stored states of the report at a canonical address, or of one part of it, newest first. */
export async function statesOf(
  database: ZhupiDatabase,
  { address, part = 1 }: Pick<Capture, 'address' | 'part'>,
): Promise<Snapshot[]> {
  const report = await reportAt(database, address);
  if (!report) return [];
  const states = await database.snapshots.where({ reportId: report.id }).toArray();
  return states
    .filter((state) => (state.part ?? 1) === part)
    .sort((a, b) => b.retrievedAt.localeCompare(a.retrievedAt));
}

/** Ids of the newest states of later parts, with one that is newest now, by part. */
async function withPart(database: ZhupiDatabase, ids: string[], newest: Snapshot): Promise<string[]> {
  const states = (await database.snapshots.bulkGet(ids)).filter((state) => state !== undefined);
  return [...states.filter(({ part }) => part !== newest.part), newest]
    .sort((a, b) => (a.part ?? 1) - (b.part ?? 1))
    .map(({ id }) => id);
}

function isLaterPart({ part = 1 }: Capture): boolean {
  return part > 1;
}

/** Facts that could not be worked out this time, or from a later part, never replace known ones. */
function speaksForReport(capture: Capture): boolean {
  return isKnown(capture.detection) && !isLaterPart(capture);
}

/** Nothing is known of a report before it was looked at: then its confidence is 0. */
function isKnown({ confidence }: Detection): boolean {
  return confidence > 0;
}

function surer(stored: Detection, now: Detection): Detection {
  return isKnown(now) ? now : stored;
}

/** Replaces what the reader knows better of a report. Throws the fault `not-found`. */
export async function editFacts(
  database: ZhupiDatabase,
  id: string,
  editedFacts: Partial<ReportFacts>,
  now: Date,
): Promise<void> {
  const { reports, history } = database;
  await database.transaction('rw', reports, history, async () => {
    const before = await reports.get(id);
    if (!before) throw new FaultError('not-found');
    const after = { ...before, editedFacts };
    await reports.put(after);
    await record(database, id, 'facts', [image('reports', before, after)], now);
  });
}

/** Removes a report with everything that hangs on it, drafts and steps to undo too. Its address; `null`: it was gone already. */
export async function deleteReport(database: ZhupiDatabase, reportId: string): Promise<string | null> {
  const { reports, snapshots, annotations, drafts, history } = database;
  return database.transaction('rw', reports, snapshots, annotations, drafts, history, async () => {
    const report = await reports.get(reportId);
    if (!report) return null;
    await annotations.where({ reportId }).delete();
    await snapshots.where({ reportId }).delete();
    await drafts
      .where('address')
      .anyOf([report.address, ...(report.aliases ?? [])])
      .delete();
    await history.where('[scope+isUndone]').between([reportId, 0], [reportId, 1], true, true).delete();
    await reports.delete(reportId);
    return report.address;
  });
}
