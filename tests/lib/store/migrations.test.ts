import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { STARTER_ID } from '../../../lib/model/codebook.ts';
import { notesAt } from '../../../lib/store/annotations.ts';
import { listCodes } from '../../../lib/store/codes.ts';
import { createDatabase } from '../../../lib/store/database.ts';
import { ensureStarter } from '../../../lib/store/projects.ts';
import first from '../../fixtures/stores/version-1.json' with { type: 'json' };

const NAME = 'migrated';

afterEach(() => Dexie.delete(NAME));

test('a database of version 1 is opened with everything in it', async () => {
  const old = new Dexie(NAME);
  old.version(1).stores(first.schema);
  for (const [table, records] of Object.entries(first.tables)) await old.table(table).bulkAdd(records);
  old.close();

  const database = createDatabase(NAME);
  await ensureStarter(database, { codebookName: '册', projectName: '研究', codes: [] }, new Date());
  for (const [table, records] of Object.entries(first.tables)) {
    for (const record of records) expect(await database.table(table).get(record.id)).toMatchObject(record);
  }
  const [report] = first.tables.reports;
  expect(await database.reports.toArray()).toMatchObject([{ projectIds: [STARTER_ID] }]);
  expect((await notesAt(database, report?.address ?? '')).annotations.length).toBe(
    first.tables.annotations.length,
  );
  expect((await listCodes(database)).map(({ name }) => name)).toEqual(
    first.tables.codes.map(({ name }) => name),
  );
  database.close();
});
