import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { STARTER_ID } from '../../../lib/model/codebook.ts';
import { notesAt } from '../../../lib/store/annotations.ts';
import { listCodes } from '../../../lib/store/codes.ts';
import { createDatabase } from '../../../lib/store/database.ts';
import { ensureStarter } from '../../../lib/store/projects.ts';
import first from '../../fixtures/stores/version-1.json' with { type: 'json' };
import second from '../../fixtures/stores/version-2.json' with { type: 'json' };
import third from '../../fixtures/stores/version-3.json' with { type: 'json' };

const NAME = 'migrated';

afterEach(() => Dexie.delete(NAME));

/** The example databases of all released versions, newest last. */
const RELEASED = [first, second, third].map((store, index) => ({ version: index + 1, ...store }));

test.each(RELEASED)(
  'a database of version $version is opened with everything in it',
  async ({ version, schema, tables }) => {
    const old = new Dexie(NAME);
    old.version(version).stores(schema);
    for (const [table, records] of Object.entries(tables)) await old.table(table).bulkAdd(records);
    old.close();

    const database = createDatabase(NAME);
    await ensureStarter(database, { codebookName: '册', projectName: '研究', codes: [] }, new Date());
    for (const [table, records] of Object.entries(tables)) {
      expect(await database.table(table).count()).toBe(records.length);
      for (const record of records) {
        const key = 'id' in record ? record.id : 'seq' in record ? record.seq : record.address;
        expect(await database.table(table).get(key)).toMatchObject(record);
      }
    }
    for (const { projectIds } of await database.reports.toArray()) expect(projectIds).toEqual([STARTER_ID]);
    const noted = await Promise.all(tables.reports.map(({ address }) => notesAt(database, address)));
    const notes = noted.flatMap(({ annotations, corrections }) => [...annotations, ...corrections]);
    expect(notes.length).toBe(tables.annotations.length);
    expect((await listCodes(database)).map(({ name }) => name).sort()).toEqual(
      tables.codes.map(({ name }) => name).sort(),
    );
    database.close();
  },
);

test('the newest of them is of the version that the program has', () => {
  const database = createDatabase('unopened');
  expect(Math.max(...RELEASED.map(({ version }) => version))).toBe(database.verno);
});
