import Dexie from 'dexie';
import { BACKUP_TABLE_NAMES, type BackupTable, type Batch } from '../model/backup.ts';
import { CODE_SHAPES, STARTER_ID } from '../model/codebook.ts';
import { FaultError } from '../model/outcome.ts';
import type { ZhupiDatabase } from './database.ts';

/** Longest wait for the next batch, in milliseconds. */
const PATIENCE = 600_000;
/** Texts read at a time: each may be as long as a book. */
const TEXTS = 50;

/**
 * All records as of one moment, a few at a time. The texts, nearly all there is, are read later than the rest, one
 * after another, so that nobody's note waits: they never change. Throws the fault `changed-since` when a report was
 * deleted meanwhile.
 */
export async function* storedBatches(database: ZhupiDatabase): AsyncGenerator<Batch> {
  const tables = BACKUP_TABLE_NAMES.map((name) => database.table<object>(name));
  const { ids, rest } = await database.transaction('r', tables, async () => ({
    ids: await database.snapshots.toCollection().primaryKeys(),
    rest: await Promise.all(
      BACKUP_TABLE_NAMES.map(async (name) => ({
        name,
        rows: name === 'snapshots' ? [] : await database.table<object>(name).toArray(),
      })),
    ),
  }));
  for (const { name, rows } of rest) {
    if (name !== 'snapshots') {
      if (rows.length > 0) yield { table: name, rows };
      continue;
    }
    for (let at = 0; at < ids.length; at += TEXTS) {
      const read = await database.snapshots.bulkGet(ids.slice(at, at + TEXTS));
      const present = read.filter((snapshot) => snapshot !== undefined);
      if (present.length < read.length) throw new FaultError('changed-since');
      yield { table: 'snapshots', rows: present };
    }
  }
}

/**
 * Replaces everything by what comes, in one transaction: when anything fails on the way, nothing has changed. The
 * batches may take their time to come.
 */
export async function restoreBatches(database: ZhupiDatabase, batches: AsyncIterator<Batch>): Promise<void> {
  const tables = BACKUP_TABLE_NAMES.map((name) => database.table<object>(name));
  await database.transaction('rw', tables, async () => {
    for (const table of tables) await table.clear();
    for (;;) {
      // a transaction ends when nothing is asked of it: this keeps it open
      const next = await Dexie.waitFor(batches.next(), PATIENCE);
      if (next.done) return;
      const { table, rows } = next.value;
      await database.table<object>(table).bulkPut(rows);
    }
  });
}

/** How many records there are of each table. */
export async function storedCounts(database: ZhupiDatabase): Promise<Record<BackupTable, number>> {
  const counts = await Promise.all(
    BACKUP_TABLE_NAMES.map(async (name) => [name, await database.table(name).count()] as const),
  );
  return Object.fromEntries(counts) as Record<BackupTable, number>;
}

/** Version of the database's schema, as a backup names it. */
export function schemaOf(database: ZhupiDatabase): number {
  return database.verno;
}

/** A record of an older schema as the present one has it: what `migrations.ts` does to stored ones. */
export function migrated(table: BackupTable, record: object, schema: number, index: number): object {
  if (schema >= 3) return record;
  if (table === 'reports') return { ...record, projectIds: [STARTER_ID] };
  if (table !== 'codes') return record;
  const shape = CODE_SHAPES[index % CODE_SHAPES.length] ?? CODE_SHAPES[0];
  return { ...record, codebookId: STARTER_ID, initials: '', shape, shortcut: null, used: null };
}
