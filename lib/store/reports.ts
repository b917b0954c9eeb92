import { newId } from '../model/id.ts';
import type { Detection } from '../model/report.ts';
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
  const same = known && (await database.snapshots.get({ reportId: known.id, textHash }));
  const reportId = known?.id ?? newId();
  const snapshot: Snapshot = same
    ? { ...same, detection: surer(same.detection, content.detection) }
    : { ...content, id: newId(), reportId, retrievedAt, textHash };
  const report: Report = {
    id: reportId,
    address,
    // facts that could not be worked out this time never replace known ones
    facts: isKnown(capture.detection) || !known ? capture.detection.facts : known.facts,
    snapshotId: snapshot.id,
    created: known?.created ?? retrievedAt,
  };
  await database.reports.put(report);
  await database.snapshots.put(snapshot);
  return snapshot;
}

/** Nothing is known of a report before it was looked at: then its confidence is 0. */
function isKnown({ confidence }: Detection): boolean {
  return confidence > 0;
}

function surer(stored: Detection, now: Detection): Detection {
  return isKnown(now) ? now : stored;
}

/** Removes a report with everything that hangs on it, drafts too. Its address; `null`: it was gone already. */
export async function deleteReport(database: ZhupiDatabase, reportId: string): Promise<string | null> {
  const { reports, snapshots, annotations, drafts } = database;
  return database.transaction('rw', reports, snapshots, annotations, drafts, async () => {
    const report = await reports.get(reportId);
    if (!report) return null;
    await annotations.where({ reportId }).delete();
    await snapshots.where({ reportId }).delete();
    await drafts.where({ address: report.address }).delete();
    await reports.delete(reportId);
    return report.address;
  });
}
