import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addAnnotation, changeBody, deleteAnnotation } from '../../../lib/store/annotations.ts';
import { createDatabase, type ZhupiDatabase } from '../../../lib/store/database.ts';
import { outcomeOf } from '../../../lib/store/faults.ts';
import { nextSteps, redo, undo } from '../../../lib/store/history.ts';
import { addSnapshot, editFacts } from '../../../lib/store/reports.ts';
import { captureOf, passageAt } from '../../fixtures/captures.ts';

const NOON = new Date('2026-03-01T12:00:00Z');
const LATER = new Date('2026-03-02T12:00:00Z');
const TEXT = '全年办理案件12件。还存在一些不足。';
const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const ID = idOf(1);
let database: ZhupiDatabase;
let count = 0;
let reportId = '';

const add = async (id: string) => {
  const capture = captureOf(TEXT);
  const body = { memo: '初稿', codeIds: [] };
  const note = await addAnnotation(database, { id, capture, passage: passageAt(TEXT, 0, 4), body }, NOON);
  reportId = note.reportId;
  return note;
};
const memoOf = async (id: string) => (await database.annotations.get(id))?.body.memo ?? null;

beforeEach(() => {
  database = createDatabase(`history-${count++}`);
});
afterEach(() => database.delete());

describe('undo and redo of a report', () => {
  test('create, edit and delete are taken back one by one and done again', async () => {
    await add(ID);
    await changeBody(database, ID, { memo: '改稿', codeIds: [] }, LATER);
    await deleteAnnotation(database, ID, LATER);
    const seen: (string | null)[] = [await memoOf(ID)];
    for (let step = 0; step < 3; step++) {
      await undo(database, reportId);
      seen.push(await memoOf(ID));
    }
    for (let step = 0; step < 3; step++) {
      await redo(database, reportId);
      seen.push(await memoOf(ID));
    }
    expect(seen).toEqual([null, '改稿', '初稿', null, '初稿', '改稿', null]);
  });

  test('is there after the database was closed and opened again', async () => {
    await add(ID);
    database.close();
    database = createDatabase(database.name);
    expect(await nextSteps(database, reportId)).toEqual({ undo: 'create', redo: null });
    await undo(database, reportId);
    expect(await memoOf(ID)).toBeNull();
    expect(await nextSteps(database, reportId)).toEqual({ undo: null, redo: 'create' });
  });

  test('a new step ends what could be done again', async () => {
    await add(ID);
    await undo(database, reportId);
    await add(idOf(2));
    expect(await redo(database, reportId)).toBeNull();
    expect(await memoOf(ID)).toBeNull();
  });

  test('what was changed in another way since is not overwritten', async () => {
    await add(ID);
    await database.annotations.update(ID, { modified: '2026-04-01T00:00:00.000Z' });
    const outcome = await outcomeOf(() => undo(database, reportId));
    expect(outcome).toEqual({ ok: false, fault: 'changed-since' });
    expect(await memoOf(ID)).toBe('初稿');
  });

  test('facts put right are taken back though the report was read again since', async () => {
    await add(ID);
    await editFacts(database, reportId, { year: 2020 }, NOON);
    await addSnapshot(database, captureOf(`${TEXT}补充。`), LATER);
    await undo(database, reportId);
    const report = await database.reports.get(reportId);
    expect(report?.editedFacts).toBeUndefined();
    const states = await database.snapshots.where({ reportId }).toArray();
    expect(report?.snapshotId).toBe(states.find(({ text }) => text.endsWith('补充。'))?.id);
  });

  test('at least fifty steps are kept', async () => {
    for (let number = 1; number <= 120; number++) await add(idOf(number));
    let steps = 0;
    while ((await undo(database, reportId)) !== null) steps++;
    expect(steps).toBeGreaterThanOrEqual(50);
    expect(steps).toBeLessThan(120);
  });
});
