import Dexie, { type EntityTable } from 'dexie';
import type { Annotation, Draft } from '../model/annotation.ts';
import type { Code } from '../model/codebook.ts';
import type { Report, Snapshot } from '../model/snapshot.ts';

export type ZhupiDatabase = Dexie & {
  reports: EntityTable<Report, 'id'>;
  snapshots: EntityTable<Snapshot, 'id'>;
  annotations: EntityTable<Annotation, 'id'>;
  drafts: EntityTable<Draft, 'id'>;
  codes: EntityTable<Code, 'id'>;
};

export const DATABASE_NAME = 'zhupi';

/**
 * The reader's database. Nothing is opened until the first access. Writes are durable on disk before
 * a transaction counts as committed: what a person wrote outlives a power cut.
 */
export function createDatabase(name: string = DATABASE_NAME): ZhupiDatabase {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' }) as ZhupiDatabase;
  database.version(1).stores({
    reports: 'id, &address',
    snapshots: 'id, reportId, &[reportId+textHash]',
    annotations: 'id, reportId, created',
    drafts: 'id, modified',
    codes: 'id, parentId',
  });
  return database;
}
