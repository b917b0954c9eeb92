import { BACKUP_TABLES, type BackupTable } from '../model/backup.ts';
import type { Refusals } from './refusal.ts';

/** What must be there: a note without its text, or a text without its report, would be lost. */
interface Reference {
  to: BackupTable;
  key: string;
  field: string;
  file: string;
  line: number;
}

/**
 * Keeps the ids of a file's records and what they point to. Codes, projects and codebooks may be gone: the program
 * shows what carried them without them, so they are no matter here.
 */
export class References {
  readonly #ids = new Map<BackupTable, Set<unknown>>();
  readonly #addresses = new Set<unknown>();
  readonly #states = new Set<string>();
  readonly #open: Reference[] = [];

  /** Notes a record whose fields are right; complains when its id was there before. */
  note(table: BackupTable, record: object, file: string, line: number, refusals: Refusals): void {
    const row = record as Record<string, unknown>;
    const ids = this.#ids.get(table) ?? new Set();
    this.#ids.set(table, ids);
    const key = row[BACKUP_TABLES[table]];
    if (ids.has(key)) refusals.add('double-id', file, line, String(key));
    ids.add(key);
    if (table === 'reports') {
      if (this.#addresses.has(row.address)) refusals.add('double-id', file, line, String(row.address));
      this.#addresses.add(row.address);
      this.#point('snapshots', row.snapshotId, 'snapshotId', file, line);
      for (const id of (row.laterPartIds ?? []) as unknown[])
        this.#point('snapshots', id, 'laterPartIds', file, line);
    }
    if (table === 'snapshots') {
      const state = `${row.reportId} ${row.textHash}`;
      if (this.#states.has(state)) refusals.add('double-id', file, line, state);
      this.#states.add(state);
      this.#point('reports', row.reportId, 'reportId', file, line);
    }
    if (table !== 'annotations') return;
    this.#point('reports', row.reportId, 'reportId', file, line);
    const { snapshotId } = row.target as { snapshotId: unknown };
    this.#point('snapshots', snapshotId, 'target.snapshotId', file, line);
  }

  /** Complains of what points to nothing, once all records are noted. */
  check(refusals: Refusals): void {
    for (const { to, key, field, file, line } of this.#open) {
      if (refusals.isFull) return;
      if (!this.#ids.get(to)?.has(key)) refusals.add('dangling', file, line, `${field} ${key}`);
    }
    this.#open.length = 0;
  }

  /** Only what isn't known yet is kept: most point to what came before. */
  #point(to: BackupTable, key: unknown, field: string, file: string, line: number): void {
    if (!this.#ids.get(to)?.has(key)) this.#open.push({ to, key: String(key), field, file, line });
  }
}
