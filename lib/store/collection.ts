import { type Annotation, isCorrection } from '../model/annotation.ts';
import type { Code } from '../model/codebook.ts';
import type { Report, Snapshot } from '../model/snapshot.ts';
import type { ZhupiDatabase } from './database.ts';

/** Everything the reader has collected, as of one moment: newest report first, annotations by time. */
export async function readCollection(database: ZhupiDatabase): Promise<{
  reports: Report[];
  snapshots: Snapshot[];
  /** What the reader marked, coded and wrote. */
  annotations: Annotation[];
  /** What the reader said of findings. */
  corrections: Annotation[];
  codes: Code[];
}> {
  const { reports, snapshots, annotations, codes } = database;
  return database.transaction('r', reports, snapshots, annotations, codes, async () => {
    const all = await annotations.orderBy('created').toArray();
    return {
      reports: (await reports.toArray()).sort((a, b) => b.created.localeCompare(a.created)),
      snapshots: await snapshots.toArray(),
      annotations: all.filter((annotation) => !isCorrection(annotation)),
      corrections: all.filter(isCorrection),
      codes: await codes.toArray(),
    };
  });
}
