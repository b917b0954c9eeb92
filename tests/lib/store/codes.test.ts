import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type NewCode, STARTER_ID } from '../../../lib/model/codebook.ts';
import { CODEBOOK_SCOPE } from '../../../lib/model/history.ts';
import { addAnnotation } from '../../../lib/store/annotations.ts';
import {
  codingsOf,
  deleteCode,
  mergeCode,
  splitCode,
  usageCounts,
  usageOf,
} from '../../../lib/store/code-merging.ts';
import { addCode, addCodes, editCode, ensureCode, listCodes, moveCode } from '../../../lib/store/codes.ts';
import { createDatabase, type ZhupiDatabase } from '../../../lib/store/database.ts';
import { outcomeOf } from '../../../lib/store/faults.ts';
import { undo } from '../../../lib/store/history.ts';
import { addProject, ensureStarter } from '../../../lib/store/projects.ts';
import { captureOf, passageAt } from '../../fixtures/captures.ts';
import { codeOf } from '../../fixtures/codes.ts';

const NOON = new Date('2026-03-01T12:00:00Z');
const LATER = new Date('2026-03-02T12:00:00Z');
const TEXT = '全年办理案件12件。还存在一些不足。';
let database: ZhupiDatabase;
let count = 0;

beforeEach(async () => {
  database = createDatabase(`codes-${count++}`);
  const codes = [
    codeOf('a', '机构职能'),
    codeOf('b', '行政执法', { position: 1 }),
    codeOf('b1', '执法监督', { parentId: 'b' }),
    codeOf('c', '普法', { position: 2 }),
  ];
  await ensureStarter(database, { codebookName: '册', projectName: '研究', codes }, NOON);
});
afterEach(() => database.delete());

const fresh = (name: string): NewCode => ({
  codebookId: STARTER_ID,
  parentId: null,
  name,
  initials: '',
  description: '',
  color: '#000000',
});
const shape = async () =>
  (await listCodes(database)).map(({ id, parentId, position }) => [id, parentId, position]);
const annotate = (id: string, codeIds: string[]) => {
  const capture = captureOf(TEXT);
  const body = { memo: '', codeIds };
  return addAnnotation(database, { id, capture, passage: passageAt(TEXT, 0, 4), body }, NOON);
};
const codeIdsOf = async (id: string) => (await database.annotations.get(id))?.body.codeIds;

test('the starter codebook comes in once, and never over the reader’s own', async () => {
  await ensureStarter(
    database,
    { codebookName: '册', projectName: '研究', codes: [codeOf('z', '别的')] },
    LATER,
  );
  expect((await listCodes(database)).map(({ id }) => id)).not.toContain('z');
  expect(await database.projects.count()).toBe(1);
});

test('a name that is there is not made twice, whatever white space is typed around it', async () => {
  const first = await ensureCode(database, fresh('待跟进'), NOON);
  const second = await ensureCode(database, fresh('  待跟进 '), LATER);
  expect(second).toEqual(first);
  expect(first).toMatchObject({ position: 3, parentId: null });
});

test('a project with a codebook of its own shows none of the other’s codes', async () => {
  const project = await addProject(database, '对比研究', null, LATER);
  expect(await listCodes(database)).toEqual([]);
  await addCode(database, { ...fresh('专用'), codebookId: project.codebookId }, LATER);
  expect((await listCodes(database)).map(({ name }) => name)).toEqual(['专用']);
  expect((await listCodes(database, STARTER_ID)).length).toBe(4);
});

test('one key applies one code: giving it to another takes it from the first', async () => {
  await editCode(database, 'a', { shortcut: 'x' }, NOON);
  await editCode(database, 'b', { shortcut: 'x' }, LATER);
  expect((await database.codes.get('a'))?.shortcut).toBeNull();
  expect((await database.codes.get('b'))?.shortcut).toBe('x');
});

describe('moving', () => {
  test('to another parent, before a sibling', async () => {
    await moveCode(database, 'c', 'b', 0, NOON);
    expect(await shape()).toEqual(
      expect.arrayContaining([
        ['c', 'b', 0],
        ['b1', 'b', 1],
      ]),
    );
  });

  test('a code never comes to hold itself', async () => {
    const outcome = await outcomeOf(() => moveCode(database, 'b', 'b1', 0, NOON));
    expect(outcome).toEqual({ ok: false, fault: 'invalid' });
  });
});

describe('merging and deleting', () => {
  beforeEach(async () => {
    await annotate('00000000-0000-4000-8000-000000000001', ['b', 'c']);
    await annotate('00000000-0000-4000-8000-000000000002', ['b']);
  });
  const [one, two] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];

  test('says first what hangs on a code', async () => {
    const both = new Map([['c', 1]]);
    expect(await usageOf(database, 'b')).toEqual({ annotations: 2, children: 1, both });
    expect([...(await usageCounts(database))]).toEqual([
      ['b', 2],
      ['c', 1],
    ]);
  });

  test('a merged code’s codings become the other’s, once each, and can be had back', async () => {
    await mergeCode(database, 'b', 'c', LATER);
    expect([await codeIdsOf(one), await codeIdsOf(two)]).toEqual([['c'], ['c']]);
    expect((await database.codes.get('b1'))?.parentId).toBe('c');
    expect(await database.codes.get('b')).toBeUndefined();
    await undo(database, CODEBOOK_SCOPE);
    expect([await codeIdsOf(one), await codeIdsOf(two)]).toEqual([['b', 'c'], ['b']]);
    expect((await database.codes.get('b1'))?.parentId).toBe('b');
  });

  test('codes that come with a merged one stand after the other’s own', async () => {
    await addCode(database, { ...fresh('媒体普法'), parentId: 'c' }, NOON);
    await mergeCode(database, 'b', 'c', LATER);
    const under = (await listCodes(database)).filter(({ parentId }) => parentId === 'c');
    expect(under.map(({ name, position }) => [name, position])).toEqual([
      ['媒体普法', 0],
      ['执法监督', 1],
    ]);
  });

  test('a code is not merged into one that stands anywhere under it', async () => {
    const deep = await addCode(database, { ...fresh('罚款监督'), parentId: 'b1' }, NOON);
    expect(await outcomeOf(() => mergeCode(database, 'b', deep.id, LATER))).toEqual({
      ok: false,
      fault: 'invalid',
    });
    expect(await outcomeOf(() => mergeCode(database, 'b', 'b', LATER))).toEqual({
      ok: false,
      fault: 'invalid',
    });
  });

  test('a deleted code leaves the passages marked, and its children take its place', async () => {
    await deleteCode(database, 'b', LATER);
    expect([await codeIdsOf(one), await codeIdsOf(two)]).toEqual([['c'], []]);
    expect((await database.annotations.get(two))?.motivation).toBe('highlighting');
    expect(await shape()).toEqual([
      ['a', null, 0],
      ['b1', null, 1],
      ['c', null, 2],
    ]);
    await undo(database, CODEBOOK_SCOPE);
    expect((await database.annotations.get(two))?.motivation).toBe('classifying');
    expect((await database.codes.get('b1'))?.parentId).toBe('b');
  });

  test('some codings of a code become a new one beside it, and can be had back', async () => {
    const made = await splitCode(database, 'b', { name: '行政处罚', initials: 'xzcf' }, [one], LATER);
    expect([await codeIdsOf(one), await codeIdsOf(two)]).toEqual([[made.id, 'c'], ['b']]);
    expect(
      (await listCodes(database)).filter(({ parentId }) => parentId === null).map(({ name }) => name),
    ).toEqual(['机构职能', '行政执法', '行政处罚', '普法']);
    expect((await codingsOf(database, made.id)).map(({ id }) => id)).toEqual([one]);
    await undo(database, CODEBOOK_SCOPE);
    expect([await codeIdsOf(one), await codeIdsOf(two)]).toEqual([['b', 'c'], ['b']]);
    expect(await database.codes.get(made.id)).toBeUndefined();
  });

  test('a new code of no coding is refused', async () => {
    const split = splitCode(database, 'a', { name: '空', initials: 'k' }, [one], LATER);
    expect(await outcomeOf(() => split)).toEqual({ ok: false, fault: 'invalid' });
  });
});

test('codes from a file come and go as one step', async () => {
  await addCodes(database, [codeOf('x', '甲'), codeOf('y', '乙', { parentId: 'x' })], NOON);
  expect((await listCodes(database)).length).toBe(6);
  await undo(database, CODEBOOK_SCOPE);
  expect((await listCodes(database)).length).toBe(4);
});
