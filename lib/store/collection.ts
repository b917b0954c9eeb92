import type { Annotation } from '../model/annotation.ts';
import type { Code } from '../model/codebook.ts';
import type { Report, Snapshot } from '../model/snapshot.ts';
import type { ZhupiDatabase } from './database.ts';

/** Everything the reader has collected, as of one moment: newest report first, annotations by time. */
export async function readCollection(database: ZhupiDatabase): Promise<{
  reports: Report[];
  snapshots: Snapshot[];
  annotations: Annotation[];
  codes: Code[];
}> {
  const { reports, snapshots, annotations, codes } = database;
  return database.transaction('r', reports, snapshots, annotations, codes, async () => ({
    reports: (await reports.toArray()).sort((a, b) => b.created.localeCompare(a.created)),
    snapshots: await snapshots.toArray(),
    annotations: await annotations.orderBy('created').toArray(),
    codes: await codes.toArray(),
  }));
}
