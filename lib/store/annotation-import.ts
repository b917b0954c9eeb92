import type { CarriedAnnotations } from '../model/carried-annotations.ts';
import type { Report, Snapshot } from '../model/snapshot.ts';
import type { ZhupiDatabase } from './database.ts';
import { reportAt } from './joining.ts';
import { activeProjectId } from './projects.ts';

export interface AnnotationImport {
  /** Annotations that come, and that are here already. */
  added: number;
  known: number;
}

/** What taking in annotations would do. */
export async function annotationPreview(
  database: ZhupiDatabase,
  { annotations }: CarriedAnnotations,
): Promise<AnnotationImport> {
  const stored = await database.annotations.bulkGet(annotations.map(({ id }) => id));
  const known = stored.filter((annotation) => annotation !== undefined).length;
  return { added: annotations.length - known, known };
}

/**
 * Takes in annotations with the reports, texts and codes they are about, in one transaction; all or nothing. What is
 * here already stays as it is: a report of the same address, a text of the same hash, a code or an annotation of the
 * same id. New reports belong to the active project.
 */
export async function importAnnotations(
  database: ZhupiDatabase,
  carried: CarriedAnnotations,
): Promise<AnnotationImport> {
  const { reports, snapshots, annotations, codes, codebooks, projects } = database;
  return database.transaction(
    'rw',
    [reports, snapshots, annotations, codes, codebooks, projects],
    async () => {
      const projectId = await activeProjectId(database);
      const reportIds = new Map<string, string>();
      const snapshotIds = new Map<string, string>();
      const added: Report[] = [];
      for (const report of carried.reports) {
        const known = await reportAt(database, report.address);
        reportIds.set(report.id, known?.id ?? report.id);
        if (!known) added.push(report);
      }
      for (const snapshot of carried.snapshots) {
        const reportId = reportIds.get(snapshot.reportId) ?? snapshot.reportId;
        const known = await snapshots.get({ reportId, textHash: snapshot.textHash });
        snapshotIds.set(snapshot.id, known?.id ?? snapshot.id);
        if (!known) await snapshots.add({ ...snapshot, reportId } satisfies Snapshot);
      }
      const here = (await projects.get(projectId)) !== undefined;
      for (const report of added) {
        const own = (await projects.bulkGet(report.projectIds)).every((project) => project !== undefined);
        await reports.add({ ...report, projectIds: own || !here ? report.projectIds : [projectId] });
      }
      for (const [table, rows] of [
        [codebooks, carried.codebooks],
        [codes, carried.codes],
      ] as const) {
        for (const row of rows) {
          if ((await table.get(row.id)) === undefined) await database.table<object>(table.name).add(row);
        }
      }
      let known = 0;
      for (const annotation of carried.annotations) {
        if ((await annotations.get(annotation.id)) !== undefined) {
          known += 1;
          continue;
        }
        const { reportId, target } = annotation;
        await annotations.add({
          ...annotation,
          reportId: reportIds.get(reportId) ?? reportId,
          target: { ...target, snapshotId: snapshotIds.get(target.snapshotId) ?? target.snapshotId },
        });
      }
      return { added: carried.annotations.length - known, known };
    },
  );
}
