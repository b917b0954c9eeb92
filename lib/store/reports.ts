import { newId } from '../model/id.ts';
import type { Capture, Report, Snapshot } from '../model/snapshot.ts';
import type { ZhupiDatabase } from './database.ts';

/** SHA-256 of the text as UTF-8, in lower-case hex. */
export async function hashText(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Stores a capture and returns its snapshot: the one that is there already when the same report had
 * the same text before. Must run inside a read-write transaction on `reports` and `snapshots`;
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
  const known = await database.reports.get({ address });
  if (known) {
    const same = await database.snapshots.get({ reportId: known.id, textHash });
    if (same) return same;
  }
  const reportId = known?.id ?? newId();
  const snapshot: Snapshot = { ...content, id: newId(), reportId, retrievedAt, textHash };
  const report: Report = {
    id: reportId,
    address,
    facts: capture.detection.facts,
    snapshotId: snapshot.id,
    created: known?.created ?? retrievedAt,
  };
  await database.reports.put(report);
  await database.snapshots.add(snapshot);
  return snapshot;
}

/** Removes a report with everything that hangs on it. */
export async function deleteReport(database: ZhupiDatabase, reportId: string): Promise<void> {
  await database.transaction('rw', database.reports, database.snapshots, database.annotations, async () => {
    await database.annotations.where({ reportId }).delete();
    await database.snapshots.where({ reportId }).delete();
    await database.reports.delete(reportId);
  });
}
