import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { STARTER_ID } from '../../../lib/model/codebook.ts';
import { CODEBOOK_SCOPE } from '../../../lib/model/history.ts';
import { NO_EDITS } from '../../../lib/model/indicator-edits.ts';
import { addAnnotation } from '../../../lib/store/annotations.ts';
import { addCodebook, codebookUsage, deleteCodebook, renameCodebook } from '../../../lib/store/codebooks.ts';
import { addCode, listCodes } from '../../../lib/store/codes.ts';
import { createDatabase, type ZhupiDatabase } from '../../../lib/store/database.ts';
import { outcomeOf } from '../../../lib/store/faults.ts';
import { nextSteps, redo, undo } from '../../../lib/store/history.ts';
import {
  activeCodebookId,
  activeProject,
  activeProjectId,
  addProject,
  chooseCodebook,
  deleteProject,
  editIndicators,
  ensureStarter,
  openProject,
  renameProject,
} from '../../../lib/store/projects.ts';
import { captureOf, passageAt } from '../../fixtures/captures.ts';
import { codeOf } from '../../fixtures/codes.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 2, 1, hour));
const TEXT = '全年办理案件12件。';
const NOTE = '00000000-0000-4000-8000-000000000001';
let database: ZhupiDatabase;
let count = 0;

beforeEach(async () => {
  database = createDatabase(`projects-${count++}`);
  const starter = { codebookName: '册', projectName: '研究', codes: [codeOf('a', '机构职能')] };
  await ensureStarter(database, starter, at(1));
});
afterEach(() => database.delete());

const annotate = (codeIds: string[]) => {
  const capture = captureOf(TEXT);
  const body = { memo: '记', codeIds };
  return addAnnotation(database, { id: NOTE, capture, passage: passageAt(TEXT, 0, 4), body }, at(3));
};
const projectIdsOf = async (id: string) => (await database.reports.get(id))?.projectIds;

describe('projects', () => {
  test('the one last turned to is active, whatever its name', async () => {
    const other = await addProject(database, '对比', null, at(2));
    expect(await activeProjectId(database)).toBe(other.id);
    await openProject(database, STARTER_ID, at(3));
    await renameProject(database, STARTER_ID, '我的课题');
    expect(await activeProjectId(database)).toBe(STARTER_ID);
    expect((await database.projects.get(STARTER_ID))?.name).toBe('我的课题');
  });

  test('deleting one keeps its reports and notes, which go to the other, and can be taken back', async () => {
    const other = await addProject(database, '对比', null, at(2));
    const { reportId } = await annotate(['a']);
    expect(await projectIdsOf(reportId)).toEqual([other.id]);
    await deleteProject(database, other.id, at(4));
    expect(await projectIdsOf(reportId)).toEqual([STARTER_ID]);
    expect(await database.annotations.count()).toBe(1);
    expect(await activeProjectId(database)).toBe(STARTER_ID);
    await undo(database, CODEBOOK_SCOPE);
    expect(await projectIdsOf(reportId)).toEqual([other.id]);
    expect(await activeProjectId(database)).toBe(other.id);
  });

  test('the only one stays', async () => {
    expect(await outcomeOf(() => deleteProject(database, STARTER_ID, at(2)))).toEqual({
      ok: false,
      fault: 'invalid',
    });
  });
});

describe('codebooks', () => {
  test('a project codes with the one chosen for it', async () => {
    const book = await addCodebook(database, '新册', at(2));
    await renameCodebook(database, book.id, '比较研究');
    await chooseCodebook(database, STARTER_ID, book.id);
    expect(await activeCodebookId(database)).toBe(book.id);
    expect(await listCodes(database)).toEqual([]);
    expect((await database.codebooks.get(book.id))?.name).toBe('比较研究');
  });

  test('one that no project codes with goes with its codes; what was coded stays marked', async () => {
    const book = await addCodebook(database, '旧册', at(2));
    const fresh = { parentId: null, initials: '', description: '', color: '#000000' };
    const code = await addCode(database, { ...fresh, codebookId: book.id, name: '旧' }, at(2));
    await annotate(['a', code.id]);
    expect(await codebookUsage(database, book.id)).toEqual({ codes: 1, annotations: 1, projects: 0 });
    await deleteCodebook(database, book.id, at(4));
    expect((await database.annotations.get(NOTE))?.body.codeIds).toEqual(['a']);
    expect(await database.codes.get(code.id)).toBeUndefined();
    await undo(database, CODEBOOK_SCOPE);
    expect((await database.annotations.get(NOTE))?.body.codeIds).toEqual(['a', code.id]);
    expect((await database.codebooks.get(book.id))?.name).toBe('旧册');
  });

  test('one in use is not deleted, neither at once nor by doing an old deletion again', async () => {
    expect(await outcomeOf(() => deleteCodebook(database, STARTER_ID, at(2)))).toEqual({
      ok: false,
      fault: 'invalid',
    });
    const book = await addCodebook(database, '新册', at(2));
    await deleteCodebook(database, book.id, at(3));
    await undo(database, CODEBOOK_SCOPE);
    await chooseCodebook(database, STARTER_ID, book.id);
    expect((await nextSteps(database, CODEBOOK_SCOPE)).redo).toBeNull();
    expect(await redo(database, CODEBOOK_SCOPE)).toBeNull();
    expect(await database.codebooks.get(book.id)).toBeDefined();
  });
});

test('two edits of the indicators that come at once are both kept', async () => {
  await Promise.all([
    editIndicators(database, STARTER_ID, (edits) => ({ ...edits, names: { 办案: '办理案件' } })),
    editIndicators(database, STARTER_ID, (edits) => ({ ...edits, hidden: [...edits.hidden, '培训'] })),
  ]);
  expect((await activeProject(database))?.indicatorEdits).toEqual({
    ...NO_EDITS,
    names: { 办案: '办理案件' },
    hidden: ['培训'],
  });
});
