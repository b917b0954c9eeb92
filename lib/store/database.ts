import Dexie, { type EntityTable } from 'dexie';
import type { Annotation, Draft } from '../model/annotation.ts';
import type { Code, Codebook, Project } from '../model/codebook.ts';
import type { HistoryStep } from '../model/history.ts';
import { FaultError } from '../model/outcome.ts';
import type { Dismissal, Report, Snapshot } from '../model/snapshot.ts';
import { toVersion3 } from './migrations.ts';

export type ZhupiDatabase = Dexie & {
  reports: EntityTable<Report, 'id'>;
  snapshots: EntityTable<Snapshot, 'id'>;
  annotations: EntityTable<Annotation, 'id'>;
  drafts: EntityTable<Draft, 'id'>;
  codes: EntityTable<Code, 'id'>;
  dismissals: EntityTable<Dismissal, 'address'>;
  codebooks: EntityTable<Codebook, 'id'>;
  projects: EntityTable<Project, 'id'>;
  history: EntityTable<HistoryStep, 'seq'>;
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
    drafts: 'id, address, modified',
    codes: 'id, parentId',
  });
  database.version(2).stores({ dismissals: 'address' });
  database
    .version(3)
    .stores({
      reports: 'id, &address, created, *projectIds, *aliases',
      annotations: 'id, reportId, created, modified, motivation, *body.codeIds',
      codes: 'id, codebookId, parentId',
      codebooks: 'id',
      projects: 'id, opened',
      history: '++seq, [scope+isUndone]',
    })
    .upgrade(toVersion3);
  return database;
}

/** Databases whose opening waits for another tab to let go of an older version. */
const waiting = new WeakSet<ZhupiDatabase>();

/**
 * Opens the database before the first work on it. Throws the fault `storage-blocked` while another tab holds an
 * older version open, which would otherwise be waited for without end; the opening goes on meanwhile.
 */
export async function openDatabase(database: ZhupiDatabase): Promise<void> {
  if (database.isOpen()) return;
  if (waiting.has(database)) throw new FaultError('storage-blocked');
  const blocked = new Promise<never>((_, reject) => {
    database.on('blocked', () => {
      waiting.add(database);
      reject(new FaultError('storage-blocked'));
    });
  });
  const opening = database.open().finally(() => waiting.delete(database));
  await Promise.race([opening, blocked]);
}
