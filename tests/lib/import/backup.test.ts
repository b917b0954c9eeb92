import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { writeBackup } from '../../../lib/export/backup.ts';
import { backupBatches, inspectBackup } from '../../../lib/import/backup.ts';
import { BACKUP_TABLE_NAMES, type BackupTable, type Batch } from '../../../lib/model/backup.ts';
import {
  migrated,
  restoreBatches,
  schemaOf,
  storedBatches,
  storedCounts,
} from '../../../lib/store/backup.ts';
import { createDatabase, type ZhupiDatabase } from '../../../lib/store/database.ts';
import { ABOUT, BROKEN, backupOf, SCHEMA, sampleRows } from '../../fixtures/broken/backups.ts';
import { libraries, NOW } from '../../fixtures/libraries.ts';
import first from '../../fixtures/stores/version-1.json' with { type: 'json' };

const opened: ZhupiDatabase[] = [];
let count = 0;
function database(): ZhupiDatabase {
  const made = createDatabase(`backup-${count++}`);
  opened.push(made);
  return made;
}
afterEach(async () => {
  for (const each of opened.splice(0)) {
    each.close();
    await Dexie.delete(each.name);
  }
});

type Rows = Partial<Record<BackupTable, object[]>>;

async function filled(rows: Rows): Promise<ZhupiDatabase> {
  const made = database();
  for (const [table, own] of Object.entries(rows)) await made.table(table).bulkAdd(own ?? []);
  return made;
}

async function everything(from: ZhupiDatabase): Promise<Rows> {
  const tables = await Promise.all(
    BACKUP_TABLE_NAMES.map(async (name) => [name, await from.table(name).toArray()]),
  );
  return Object.fromEntries(tables) as Rows;
}

async function backedUp(from: ZhupiDatabase): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  await writeBackup(storedBatches(from), ABOUT, async (bytes) => void pieces.push(bytes));
  return new Blob(pieces);
}

const inspect = (file: Blob) => inspectBackup(file, SCHEMA, migrated);
const restore = (into: ZhupiDatabase, file: Blob) =>
  restoreBatches(into, backupBatches(file, SCHEMA, migrated));

test('a backup holds every table of the database', async () => {
  const made = database();
  await made.open();
  expect(BACKUP_TABLE_NAMES.toSorted()).toEqual(made.tables.map(({ name }) => name).toSorted());
  expect(schemaOf(made)).toBe(SCHEMA);
});

describe('back up, wipe, restore', () => {
  test('any library at all is the same afterwards', async () => {
    await fc.assert(
      fc.asyncProperty(libraries, async (library) => {
        const from = await filled({ ...library });
        const into = await filled({
          dismissals: [{ address: 'http://old.test/', created: NOW.toISOString() }],
        });
        const file = await backedUp(from);
        const inspection = await inspect(file);
        expect(inspection).toMatchObject({ ok: true, counts: await storedCounts(from) });
        await restore(into, file);
        expect(await everything(into)).toEqual(await everything(from));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('drafts, dismissals, projects and the steps to undo come along', async () => {
    const rows = await sampleRows();
    const [annotation] = rows.annotations;
    const from = await filled({
      ...rows,
      projects: [
        {
          id: 'starter',
          name: '研究',
          codebookId: 'starter',
          created: NOW.toISOString(),
          opened: NOW.toISOString(),
        },
      ],
      drafts: [
        {
          id: 'd',
          address: rows.reports[0]?.address,
          passage: { quote: annotation?.target.quote, position: annotation?.target.position },
          capture: null,
          body: { memo: '写到一半', codeIds: [] },
          modified: NOW.toISOString(),
        },
      ],
      dismissals: [{ address: 'http://a.test/', created: NOW.toISOString() }],
      history: [
        {
          seq: 7,
          scope: 'codebook',
          act: 'code-edit',
          at: NOW.toISOString(),
          isUndone: 0,
          images: [{ table: 'codes', key: 'sub', before: null, after: rows.codes[1] }],
        },
      ],
    });
    const into = database();
    const file = await backedUp(from);
    expect(await inspect(file)).toMatchObject({ ok: true });
    await restore(into, file);
    expect(await everything(into)).toEqual(await everything(from));
  });

  test('what fails on the way leaves the old store as it was', async () => {
    const into = await filled(await sampleRows());
    const before = await everything(into);
    async function* failing(): AsyncGenerator<Batch> {
      yield { table: 'codes', rows: [] };
      await new Promise((resolve) => setTimeout(resolve, 20));
      yield { table: 'dismissals', rows: [{ address: 'http://new.test/', created: NOW.toISOString() }] };
      throw new Error('the disk is gone');
    }
    await expect(restoreBatches(into, failing())).rejects.toThrow('the disk is gone');
    expect(await everything(into)).toEqual(before);
  });

  test('a report deleted while it is backed up makes no half backup', async () => {
    const from = await filled(await sampleRows());
    const batches = storedBatches(from);
    await batches.next();
    await from.snapshots.clear();
    const rest = async () => {
      for await (const _ of batches);
    };
    await expect(rest()).rejects.toMatchObject({ fault: 'changed-since' });
  });

  test('nor does a note that is moved to a later text meanwhile', async () => {
    const rows = await sampleRows();
    const from = await filled(rows);
    const batches = storedBatches(from);
    await batches.next();
    const [annotation] = rows.annotations;
    if (!annotation) throw new Error('the sample has no notes');
    await from.annotations.put({ ...annotation, target: { ...annotation.target, snapshotId: 'later' } });
    const rest = async () => {
      for await (const _ of batches);
    };
    await expect(rest()).rejects.toMatchObject({ fault: 'changed-since' });
  });
});

test('a backup of schema 1 is migrated', async () => {
  const file = await backupOf(first.tables, { ...ABOUT, schema: 1 });
  expect(await inspect(file)).toMatchObject({ ok: true });
  const into = database();
  await restore(into, file);
  const old = new Dexie('backup-migrated');
  old.version(1).stores(first.schema);
  for (const [table, records] of Object.entries(first.tables)) await old.table(table).bulkAdd(records);
  old.close();
  const opened = createDatabase('backup-migrated');
  expect(await everything(into)).toEqual(await everything(opened));
  opened.close();
  await Dexie.delete('backup-migrated');
});

describe('refused, with what is wrong and where', () => {
  test.each(BROKEN)(
    '$name',
    async ({ file, fault, said = {} }) => {
      const inspection = await inspect(await file());
      expect(inspection.ok ? null : inspection.errors[0]).toMatchObject({ fault, ...said });
    },
    60_000,
  );

  test('and restoring it all the same changes nothing', async () => {
    const into = await filled(await sampleRows());
    const before = await everything(into);
    for (const { file } of BROKEN) {
      await expect(restore(into, await file())).rejects.toThrow();
    }
    expect(await everything(into)).toEqual(before);
  });

  test('one byte changed anywhere: refused, or it did not matter', async () => {
    const rows = await sampleRows();
    const whole = new Uint8Array(await (await backupOf(rows)).arrayBuffer());
    const counts = await inspect(new Blob([whole]));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = whole.slice();
        changed[at] = ((changed[at] ?? 0) + by) % 256;
        const inspection = await inspect(new Blob([changed]));
        if (inspection.ok && counts.ok) expect(inspection.counts).toEqual(counts.counts);
        else expect(inspection).toMatchObject({ ok: false });
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});
