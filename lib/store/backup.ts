import Dexie from 'dexie';
import type { Annotation } from '../model/annotation.ts';
import { BACKUP_TABLE_NAMES, type BackupTable, type Batch } from '../model/backup.ts';
import { CODE_SHAPES, STARTER_ID } from '../model/codebook.ts';
import { FaultError } from '../model/outcome.ts';
import type { Report } from '../model/snapshot.ts';
import type { ZhupiDatabase } from './database.ts';

/** Longest wait for the next batch, in milliseconds. */
const PATIENCE = 600_000;
/** Large tables, which are read record by record, with how many at a time: a text may be as long as a book. */
const STREAMED = { snapshots: 50, annotations: 500, history: 100 } as const;
type Streamed = keyof typeof STREAMED;

const isStreamed = (name: BackupTable): name is Streamed => name in STREAMED;

/**
 * All records as of one moment, a few at a time. The large tables are read later than the rest, so that nobody's note
 * waits and nothing is held: texts never change, and a note that was changed meanwhile comes as it is now. Throws the
 * fault `changed-since` when a report was deleted meanwhile, or a note or text now belongs to one that came later.
 */
export async function* storedBatches(database: ZhupiDatabase): AsyncGenerator<Batch> {
  const tables = BACKUP_TABLE_NAMES.map((name) => database.table<object>(name));
  const held = await database.transaction('r', tables, () =>
    Promise.all(
      BACKUP_TABLE_NAMES.map(async (name) => {
        const table = database.table<object>(name);
        if (isStreamed(name)) return { name, keys: await table.toCollection().primaryKeys() };
        return { name, rows: await table.toArray() };
      }),
    ),
  );
  const texts = new Set<unknown>(
    held.flatMap(({ name, keys }) => (name === 'snapshots' ? (keys ?? []) : [])),
  );
  const reports = new Set<unknown>();
  for (const { name, rows = [] } of held) {
    if (name === 'reports') for (const { id } of rows as Report[]) reports.add(id);
  }
  /** Whether a record belongs to what was there when the backup began. */
  const isOfNow = (record: object): boolean => {
    const { reportId, target } = record as Partial<Annotation>;
    return (
      (reportId === undefined || reports.has(reportId)) &&
      (target === undefined || texts.has(target.snapshotId))
    );
  };
  for (const { name, keys, rows = [] } of held) {
    if (rows.length > 0) yield { table: name, rows };
    if (!isStreamed(name) || keys === undefined) continue;
    for (let at = 0; at < keys.length; at += STREAMED[name]) {
      const read = await database.table<object>(name).bulkGet(keys.slice(at, at + STREAMED[name]));
      const present = read.filter((record) => record !== undefined);
      const isGone = name === 'snapshots' && present.length < read.length;
      if (isGone || !present.every(isOfNow)) throw new FaultError('changed-since');
      yield { table: name, rows: present };
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
