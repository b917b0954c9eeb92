import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Capture } from '../../../lib/model/snapshot.ts';
import {
  addAnnotation,
  changeBody,
  deleteAnnotation,
  notesAt,
  retarget,
} from '../../../lib/store/annotations.ts';
import { deleteCode, mergeCode } from '../../../lib/store/code-merging.ts';
import { createDatabase, type ZhupiDatabase } from '../../../lib/store/database.ts';
import { draftsAt, keepDraft, openDraft } from '../../../lib/store/drafts.ts';
import { outcomeOf } from '../../../lib/store/faults.ts';
import { ensureStarter } from '../../../lib/store/projects.ts';
import { addSnapshot, deleteReport, statesOf } from '../../../lib/store/reports.ts';
import { captureOf, passageAt } from '../../fixtures/captures.ts';
import { codeOf } from '../../fixtures/codes.ts';

const NOON = new Date('2026-03-01T12:00:00Z');
const LATER = new Date('2026-03-02T12:00:00Z');
const MEMO = { memo: '与去年比较', codeIds: [] };
const ID = '00000000-0000-4000-8000-000000000001';
const OTHER_ID = '00000000-0000-4000-8000-000000000002';

const TEXT = '全年办理案件12件。还存在一些不足。';
let database: ZhupiDatabase;
let count = 0;

beforeEach(() => {
  database = createDatabase(`annotations-${count++}`);
});
afterEach(() => database.delete());

const add = (id: string, capture: Capture, now = NOON) =>
  addAnnotation(database, { id, capture, passage: passageAt(capture.text, 0, 4), body: MEMO }, now);

describe('addAnnotation', () => {
  test('stores the note together with the report and its snapshot', async () => {
    const note = await add(ID, captureOf(TEXT));
    const { annotations, snapshots } = await notesAt(database, 'http://gaj.test.gov.cn/1.html');
    expect(annotations).toEqual([note]);
    expect(snapshots.map(({ id, text }) => ({ id, text }))).toEqual([
      { id: note.target.snapshotId, text: TEXT },
    ]);
    expect(note).toMatchObject({ motivation: 'commenting', creator: { type: 'Person' } });
  });

  test('stores once what is sent twice', async () => {
    const first = await add(ID, captureOf(TEXT));
    const second = await add(ID, captureOf(TEXT), LATER);
    expect(second).toEqual(first);
    expect(await database.annotations.count()).toBe(1);
  });

  test('keeps one snapshot for the same text and a second, dated one for a changed text', async () => {
    const first = await add(ID, captureOf(TEXT));
    const second = await add(OTHER_ID, captureOf(TEXT.replace('12件', '13件')), LATER);
    expect(await database.reports.count()).toBe(1);
    expect(await database.snapshots.count()).toBe(2);
    expect(second.target.snapshotId).not.toBe(first.target.snapshotId);
    const report = await database.reports.get(first.reportId);
    expect(report).toMatchObject({ snapshotId: second.target.snapshotId, created: NOON.toISOString() });
  });

  test('records the SHA-256 of the text as UTF-8', async () => {
    const { target } = await add(ID, captureOf('abc'));
    const snapshot = await database.snapshots.get(target.snapshotId);
    // FIPS 180-4, example of "abc"
    expect(snapshot?.textHash).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  test('leaves out codes that were merged or deleted since the draft was begun', async () => {
    const codes = ['a', 'b', 'c'].map((id, position) => codeOf(id, id, { position }));
    await ensureStarter(database, { codebookName: '册', projectName: '研究', codes }, NOON);
    const capture = captureOf(TEXT);
    const passage = passageAt(TEXT, 0, 4);
    const body = { memo: '', codeIds: ['a', 'b', 'c'] };
    await openDraft(database, { id: ID, capture, passage, body }, NOON);
    await mergeCode(database, 'a', 'c', NOON);
    await deleteCode(database, 'b', NOON);
    const note = await addAnnotation(database, { id: ID, capture, passage, body }, LATER);
    expect(note).toMatchObject({ motivation: 'classifying', body: { codeIds: ['c'] } });
    const bare = { memo: '', codeIds: ['b'] };
    const other = await addAnnotation(database, { id: OTHER_ID, capture, passage, body: bare }, LATER);
    expect(other).toMatchObject({ motivation: 'highlighting', body: { codeIds: [] } });
  });

  test('leaves nothing behind when a part of it fails', async () => {
    const broken = { ...captureOf(TEXT), outline: [() => 'functions cannot be stored'] as never };
    await expect(add(ID, broken)).rejects.toThrow();
    expect(await database.reports.count()).toBe(0);
    expect(await database.annotations.count()).toBe(0);
  });
});

describe('changeBody', () => {
  test('replaces what was written and its time, not when it was made', async () => {
    await database.codes.add(codeOf('a', '普法'));
    await add(ID, captureOf(TEXT));
    const changed = await changeBody(database, ID, { memo: '', codeIds: ['a'] }, LATER);
    expect(changed).toMatchObject({
      motivation: 'classifying',
      created: NOON.toISOString(),
      modified: LATER.toISOString(),
    });
  });

  test('leaves out codes that were deleted while it was being written', async () => {
    await database.codes.add(codeOf('a', '普法'));
    await add(ID, captureOf(TEXT));
    const changed = await changeBody(database, ID, { memo: '', codeIds: ['gone', 'a'] }, LATER);
    expect(changed.body.codeIds).toEqual(['a']);
    expect((await database.annotations.get(ID))?.body.codeIds).toEqual(['a']);
  });

  test('says that a note deleted elsewhere is gone', async () => {
    const outcome = await outcomeOf(() => changeBody(database, ID, MEMO, LATER));
    expect(outcome).toEqual({ ok: false, fault: 'not-found' });
  });
});

describe('deleting', () => {
  test('a note twice is no error, and the second time there was none', async () => {
    const { reportId } = await add(ID, captureOf(TEXT));
    expect(await deleteAnnotation(database, ID, LATER)).toBe(reportId);
    expect(await deleteAnnotation(database, ID, LATER)).toBeNull();
  });

  test('a report takes its snapshots and notes along, and no other report’s', async () => {
    const { reportId } = await add(ID, captureOf(TEXT));
    await add(OTHER_ID, captureOf(TEXT, 'http://gaj.test.gov.cn/2.html'));
    await deleteReport(database, reportId);
    expect(await notesAt(database, 'http://gaj.test.gov.cn/1.html')).toEqual({
      annotations: [],
      corrections: [],
      snapshots: [],
    });
    expect(await database.annotations.count()).toBe(1);
    expect(await database.snapshots.count()).toBe(1);
  });
});

describe('drafts', () => {
  const ADDRESS = 'http://gaj.test.gov.cn/1.html';
  const open = (id: string, now = NOON) =>
    openDraft(
      database,
      { id, capture: captureOf(TEXT), passage: passageAt(TEXT, 0, 4), body: { memo: '', codeIds: [] } },
      now,
    );
  const keep = (id: string, memo: string) => keepDraft(database, id, { memo, codeIds: [] }, NOON);
  const listed = async () => (await draftsAt(database, ADDRESS)).map(({ id, body }) => [id, body.memo]);

  test('are listed for their report while they hold something', async () => {
    await open(ID);
    await open(OTHER_ID);
    await keep(ID, '写到一半');
    expect(await listed()).toEqual([[ID, '写到一半']]);
    expect(await draftsAt(database, 'http://gaj.test.gov.cn/other.html')).toEqual([]);
  });

  test('vanish when their note is saved', async () => {
    await open(ID);
    await keep(ID, '写到一半');
    await add(ID, captureOf(TEXT));
    expect(await database.drafts.count()).toBe(0);
  });

  test('an unfinished change of a stored note is a draft too, and ends with the change', async () => {
    await add(ID, captureOf(TEXT));
    await keep(ID, '改到一半');
    expect(await listed()).toEqual([[ID, '改到一半']]);
    expect((await database.annotations.get(ID))?.body).toEqual(MEMO);
    await changeBody(database, ID, { memo: '改好了', codeIds: [] }, LATER);
    expect(await listed()).toEqual([]);
  });

  test('what belongs to nothing that is known is said to be gone, not silently kept nowhere', async () => {
    expect(await outcomeOf(() => keep(ID, '写到一半'))).toEqual({ ok: false, fault: 'not-found' });
  });

  test('keeping the same words again is no fault', async () => {
    await open(ID);
    await keep(ID, '写到一半');
    await keep(ID, '写到一半');
    expect(await listed()).toEqual([[ID, '写到一半']]);
  });

  test('in which nothing was written are thrown away a day later', async () => {
    await open(ID, NOON);
    await open(OTHER_ID, new Date(NOON.getTime() + 25 * 60 * 60 * 1_000));
    expect(await database.drafts.toCollection().primaryKeys()).toEqual([OTHER_ID]);
  });

  test('go with their report', async () => {
    const { reportId } = await add(OTHER_ID, captureOf(TEXT));
    await open(ID);
    expect(await deleteReport(database, reportId)).toBe(ADDRESS);
    expect(await database.drafts.count()).toBe(0);
  });
});

describe('facts of a report', () => {
  const unknown = (text: string): Capture => {
    const capture = captureOf(text);
    const facts = { ...capture.detection.facts, title: null, issuer: null, kind: null, year: null };
    return { ...capture, detection: { isReport: false, confidence: 0, evidence: [], facts } };
  };
  const issuer = async () => (await database.reports.toArray())[0]?.facts.issuer;

  test('that could not be worked out never replace known ones', async () => {
    await add(ID, captureOf(TEXT));
    await add(OTHER_ID, unknown(`${TEXT}又及。`), LATER);
    expect(await issuer()).toBe('示例市公安局');
  });

  test('are mended when they are known later, for the same text', async () => {
    const { target } = await add(ID, unknown(TEXT));
    await add(OTHER_ID, captureOf(TEXT), LATER);
    expect(await issuer()).toBe('示例市公安局');
    expect((await database.snapshots.get(target.snapshotId))?.detection.confidence).toBe(0.9);
    expect(await database.snapshots.count()).toBe(1);
  });

  test('follow the text that was read last', async () => {
    const { reportId, target } = await add(ID, captureOf(TEXT));
    await add(OTHER_ID, captureOf(`${TEXT}又及。`), LATER);
    await add('00000000-0000-4000-8000-000000000003', captureOf(TEXT), LATER);
    expect((await database.reports.get(reportId))?.snapshotId).toBe(target.snapshotId);
  });
});

describe('retarget', () => {
  test('points a note at another passage of a newer state, and keeps what was written', async () => {
    const note = await add(ID, captureOf(TEXT));
    const capture = captureOf(TEXT.replace('12件', '13件'));
    const passage = passageAt(capture.text, 4, 8);
    const moved = await retarget(database, { id: ID, capture, passage }, LATER);
    expect(moved).toMatchObject({ body: MEMO, created: note.created, modified: LATER.toISOString() });
    expect(moved.target).toMatchObject(passage);
    expect(await statesOf(database, capture)).toMatchObject([
      { id: moved.target.snapshotId },
      { id: note.target.snapshotId },
    ]);
  });

  test('a note that is gone is not brought back, and no state is stored', async () => {
    const capture = captureOf(TEXT);
    const outcome = await outcomeOf(() =>
      retarget(database, { id: ID, capture, passage: passageAt(TEXT, 0, 4) }, NOON),
    );
    expect(outcome).toEqual({ ok: false, fault: 'not-found' });
    expect(await database.snapshots.count()).toBe(0);
  });
});

describe('a report over several pages', () => {
  test('is one report with a state of each part, and its facts come from the first', async () => {
    const first = captureOf(TEXT);
    const { facts } = first.detection;
    const second: Capture = {
      ...captureOf('下一步工作安排。'),
      part: 2,
      detection: { ...first.detection, confidence: 0.6, facts: { ...facts, title: null } },
    };
    const part1 = await addSnapshot(database, { ...first, part: 1 }, NOON);
    const part2 = await addSnapshot(database, second, LATER);
    expect(await database.reports.toArray()).toMatchObject([{ facts, snapshotId: part1.id }]);
    expect((await statesOf(database, second)).map(({ id }) => id)).toEqual([part2.id]);
    expect((await statesOf(database, first)).map(({ id }) => id)).toEqual([part1.id]);
  });
});
