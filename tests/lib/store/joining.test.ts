import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addAnnotation, notesAt } from '../../../lib/store/annotations.ts';
import { createDatabase, type ZhupiDatabase } from '../../../lib/store/database.ts';
import { outcomeOf } from '../../../lib/store/faults.ts';
import { joinReports } from '../../../lib/store/joining.ts';
import { addSnapshot, statesOf } from '../../../lib/store/reports.ts';
import { captureOf, passageAt } from '../../fixtures/captures.ts';

const NOON = new Date('2026-03-01T12:00:00Z');
const LATER = new Date('2026-03-02T12:00:00Z');
const [HERE, THERE] = ['https://gaj.test.gov.cn/1.html', 'https://www.test.gov.cn/copy.html'];
const TEXT = '全年办理案件12件。还存在一些不足。';
let database: ZhupiDatabase;
let count = 0;

beforeEach(() => {
  database = createDatabase(`joining-${count++}`);
});
afterEach(() => database.delete());

const annotate = (number: number, address: string, text: string, now: Date) => {
  const capture = captureOf(text, address);
  const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const body = { memo: `第${number}条`, codeIds: [] };
  return addAnnotation(database, { id, capture, passage: passageAt(text, 0, 4), body }, now);
};

describe('two reports that are one', () => {
  test('notes and states come together, and both addresses lead to them', async () => {
    const kept = await annotate(1, HERE, TEXT, NOON);
    const other = await annotate(2, THERE, TEXT.replace('12件', '13件'), LATER);
    await joinReports(database, kept.reportId, other.reportId);
    for (const address of [HERE, THERE]) {
      const { annotations, snapshots } = await notesAt(database, address);
      expect(annotations.map(({ body }) => body.memo).toSorted()).toEqual(['第1条', '第2条']);
      expect(snapshots).toHaveLength(2);
    }
    expect(await database.reports.toArray()).toMatchObject([
      { id: kept.reportId, address: HERE, aliases: [THERE], snapshotId: other.target.snapshotId },
    ]);
  });

  test('the same text at both is one state, and what pointed into the copy points into it', async () => {
    const kept = await annotate(1, HERE, TEXT, NOON);
    const other = await annotate(2, THERE, TEXT, LATER);
    await joinReports(database, kept.reportId, other.reportId);
    expect(await database.snapshots.count()).toBe(1);
    const targets = (await database.annotations.toArray()).map(({ target }) => target.snapshotId);
    expect(new Set(targets)).toEqual(new Set([kept.target.snapshotId]));
  });

  test('what is read at the other address later is a state of the one report', async () => {
    const kept = await annotate(1, HERE, TEXT, NOON);
    const other = await annotate(2, THERE, TEXT, NOON);
    await joinReports(database, kept.reportId, other.reportId);
    await addSnapshot(database, captureOf(`${TEXT}补充。`, THERE), LATER);
    expect(await database.reports.count()).toBe(1);
    expect(await statesOf(database, { address: HERE })).toHaveLength(2);
  });

  test('one that is gone, or the same one, changes nothing', async () => {
    const kept = await annotate(1, HERE, TEXT, NOON);
    expect(await outcomeOf(() => joinReports(database, kept.reportId, 'gone'))).toEqual({
      ok: false,
      fault: 'not-found',
    });
    expect(await outcomeOf(() => joinReports(database, kept.reportId, kept.reportId))).toEqual({
      ok: false,
      fault: 'invalid',
    });
    expect(await database.annotations.count()).toBe(1);
  });
});
