import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Code } from '../../../lib/model/codebook.ts';
import { ensureCode, listCodes, seedCodes } from '../../../lib/store/codes.ts';
import { createDatabase, type ZhupiDatabase } from '../../../lib/store/database.ts';

const code = (id: string, name: string, position: number): Code => ({
  id,
  parentId: null,
  name,
  description: '',
  color: '#b5301c',
  position,
});
let database: ZhupiDatabase;
let count = 0;

beforeEach(() => {
  database = createDatabase(`codes-${count++}`);
});
afterEach(() => database.delete());

test('the starter codebook comes in once, and never over the reader’s own', async () => {
  await seedCodes(database, [code('b', '行政执法', 1), code('a', '机构职能', 0)]);
  await seedCodes(database, [code('c', '别的', 0)]);
  expect((await listCodes(database)).map(({ name }) => name)).toEqual(['机构职能', '行政执法']);
});

test('a name that is there is not made twice, whatever white space is typed around it', async () => {
  const first = await ensureCode(database, '待跟进', '#b5301c');
  const second = await ensureCode(database, '  待跟进 ', '#000000');
  expect(second).toEqual(first);
  expect(await database.codes.count()).toBe(1);
});

test('a new code stands after the others', async () => {
  await seedCodes(database, [code('a', '机构职能', 4)]);
  expect(await ensureCode(database, '待跟进', '#b5301c')).toMatchObject({ position: 5, parentId: null });
});
