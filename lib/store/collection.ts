import { type Annotation, isCorrection } from '../model/annotation.ts';
import type { Code } from '../model/codebook.ts';
import { knownFacts } from '../model/facts.ts';
import type { ShelfEntry, StoredPassage } from '../model/library.ts';
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

/** The latest of the reader's notes, newest first, with all codes. */
export async function recentNotes(
  database: ZhupiDatabase,
  most: number,
): Promise<{ annotations: Annotation[]; codes: Code[]; count: number }> {
  const { annotations, codes } = database;
  return database.transaction('r', annotations, codes, async () => ({
    annotations: await annotations
      .orderBy('created')
      .reverse()
      .filter((annotation) => !isCorrection(annotation))
      .limit(most)
      .toArray(),
    codes: await codes.toArray(),
    count: (await annotations.count()) - (await annotations.where({ motivation: 'assessing' }).count()),
  }));
}

/**
 * The passages of a report that carry a code, in their order, as they read when they were coded: an offset of one state
 * or part of the report's text means nothing in another.
 */
export async function codedPassages(
  database: ZhupiDatabase,
  reportId: string,
  codeId: string,
): Promise<StoredPassage[]> {
  const coded = await database.annotations
    .where('body.codeIds')
    .equals(codeId)
    .filter((annotation) => annotation.reportId === reportId)
    .sortBy('target.position.start');
  return coded.map(passageOf);
}

/** The passages that notes are about, as they read when they were written. */
export async function notedPassages(
  database: ZhupiDatabase,
  ids: readonly string[],
): Promise<StoredPassage[]> {
  const annotations = await database.annotations.bulkGet([...ids]);
  return annotations.flatMap((annotation) => (annotation ? [passageOf(annotation)] : []));
}

function passageOf({ reportId, target: { quote, position } }: Annotation): StoredPassage {
  return {
    reportId,
    before: quote.prefix,
    words: quote.exact,
    after: quote.suffix,
    start: position.start,
  };
}

/** How many notes each of the reports has, by its id. */
export async function noteCounts(
  database: ZhupiDatabase,
  reportIds: readonly string[],
): Promise<Record<string, number>> {
  const { annotations } = database;
  const counts = await Promise.all(
    reportIds.map((reportId) =>
      annotations
        .where({ reportId })
        .filter((annotation) => !isCorrection(annotation))
        .count(),
    ),
  );
  return Object.fromEntries(reportIds.map((id, index) => [id, counts[index] ?? 0]));
}

/** The newest reports as the library lists them. */
export async function newestReports(database: ZhupiDatabase, most: number): Promise<ShelfEntry[]> {
  const reports = await database.reports.orderBy('created').reverse().limit(most).toArray();
  return reports.map(shelfEntry);
}

export function shelfEntry(report: Report): ShelfEntry {
  const { id, address, url = address, created, projectIds } = report;
  return { id, address, url, facts: knownFacts(report.facts, report.editedFacts), created, projectIds };
}
