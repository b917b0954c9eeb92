import { type Annotation, type Body, isCorrection, motivationOf, type Passage } from '../model/annotation.ts';
import { FaultError } from '../model/outcome.ts';
import type { Capture, Snapshot } from '../model/snapshot.ts';
import { touchCodes } from './codes.ts';
import type { ZhupiDatabase } from './database.ts';
import { image, record } from './history.ts';
import { reportAt } from './joining.ts';
import { hashText, putCapture } from './reports.ts';

export interface NewAnnotation {
  id: string;
  capture: Capture;
  passage: Passage;
  body: Body;
}

/**
 * Stores a reader's annotation with the snapshot it points into, both or neither; codes that are gone are left out.
 * The same id again returns what is stored: a message may be sent twice.
 */
export async function addAnnotation(
  database: ZhupiDatabase,
  { id, capture, passage, body: written }: NewAnnotation,
  now: Date,
): Promise<Annotation> {
  const textHash = await hashText(capture.text);
  return writing(database, async () => {
    const { annotations, drafts } = database;
    const stored = await annotations.get(id);
    if (stored) return stored;
    const body = await withKnownCodes(database, written);
    const snapshot = await putCapture(database, capture, textHash, now);
    const annotation: Annotation = {
      id,
      reportId: snapshot.reportId,
      target: { snapshotId: snapshot.id, ...passage },
      body,
      motivation: motivationOf(body),
      creator: { type: 'Person' },
      created: now.toISOString(),
      modified: now.toISOString(),
    };
    await annotations.add(annotation);
    await drafts.delete(id);
    await touchCodes(database, body.codeIds, now);
    const act = body.correction ? 'correct' : 'create';
    await record(database, annotation.reportId, act, [image('annotations', null, annotation)], now);
    return annotation;
  });
}

/**
 * Replaces what the reader wrote, and ends its draft; codes that are gone are left out. Throws the fault `not-found`
 * when the annotation is gone.
 */
export async function changeBody(
  database: ZhupiDatabase,
  id: string,
  written: Body,
  now: Date,
): Promise<Annotation> {
  return writing(database, async () => {
    const { annotations, drafts } = database;
    const stored = await annotations.get(id);
    if (!stored) throw new FaultError('not-found');
    const body = await withKnownCodes(database, written);
    const changed = { ...stored, body, motivation: motivationOf(body), modified: now.toISOString() };
    await annotations.put(changed);
    await drafts.delete(id);
    await touchCodes(
      database,
      body.codeIds.filter((code) => !stored.body.codeIds.includes(code)),
      now,
    );
    const act = body.correction ? 'correct' : 'edit';
    await record(database, stored.reportId, act, [image('annotations', stored, changed)], now);
    return changed;
  });
}

/**
 * Points an annotation at another passage, which the reader chose, with the snapshot it lies in; both or neither.
 * Throws the fault `not-found` when the annotation is gone.
 */
export async function retarget(
  database: ZhupiDatabase,
  { id, capture, passage }: Omit<NewAnnotation, 'body'>,
  now: Date,
): Promise<Annotation> {
  const textHash = await hashText(capture.text);
  return writing(database, async () => {
    const { annotations } = database;
    const stored = await annotations.get(id);
    if (!stored) throw new FaultError('not-found');
    const { id: snapshotId, reportId } = await putCapture(database, capture, textHash, now);
    const target = { snapshotId, ...passage };
    const moved = { ...stored, reportId, target, modified: now.toISOString() };
    await annotations.put(moved);
    await record(database, reportId, 'place', [image('annotations', stored, moved)], now);
    return moved;
  });
}

/** Removes an annotation; removing it again is no error. The report it belonged to, `null` when it was gone. */
export async function deleteAnnotation(
  database: ZhupiDatabase,
  id: string,
  now: Date,
): Promise<string | null> {
  return writing(database, async () => {
    const { annotations, drafts } = database;
    const stored = await annotations.get(id);
    await annotations.delete(id);
    await drafts.delete(id);
    if (!stored) return null;
    await record(database, stored.reportId, 'delete', [image('annotations', stored, null)], now);
    return stored.reportId;
  });
}

/** A draft may lie long: its codes may have been merged or deleted meanwhile, and nobody remembers into which. */
async function withKnownCodes(database: ZhupiDatabase, body: Body): Promise<Body> {
  const known = await database.codes.bulkGet(body.codeIds);
  return { ...body, codeIds: body.codeIds.filter((_, index) => known[index] !== undefined) };
}

/** One transaction over all that writing an annotation touches. */
function writing<T>(database: ZhupiDatabase, work: () => Promise<T>): Promise<T> {
  const { reports, snapshots, annotations, drafts, projects, codes, history } = database;
  return database.transaction(
    'rw',
    [reports, snapshots, annotations, drafts, projects, codes, history],
    work,
  );
}

export interface StoredNotes {
  /** What the reader marked, coded and wrote. */
  annotations: Annotation[];
  /** What the reader said of findings. */
  corrections: Annotation[];
  /** The snapshots that the annotations point into. */
  snapshots: Snapshot[];
}

/** All annotations of the report at a canonical address, with their snapshots. */
export async function notesAt(database: ZhupiDatabase, address: string): Promise<StoredNotes> {
  const { reports, snapshots, annotations } = database;
  return database.transaction('r', reports, snapshots, annotations, async () => {
    const report = await reportAt(database, address);
    if (!report) return { annotations: [], corrections: [], snapshots: [] };
    const found = await annotations.where({ reportId: report.id }).sortBy('target.position.start');
    const ids = [...new Set(found.map((annotation) => annotation.target.snapshotId))];
    const named = await snapshots.bulkGet(ids);
    return {
      annotations: found.filter((annotation) => !isCorrection(annotation)),
      corrections: found.filter(isCorrection),
      snapshots: named.filter((snapshot) => snapshot !== undefined),
    };
  });
}
