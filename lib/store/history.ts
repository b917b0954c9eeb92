import {
  type Act,
  type HistoryStep,
  type Image,
  RECORDED_TABLES,
  type RecordedTable,
} from '../model/history.ts';
import { FaultError } from '../model/outcome.ts';
import type { ZhupiDatabase } from './database.ts';

/** Steps kept for each report, and for the codebook. */
const KEPT = 100;

/** One record as it was and as it is; `null` where there is none. */
export function image<T extends { id: string }>(
  table: RecordedTable,
  before: T | null,
  after: T | null,
): Image {
  return { table, key: (after ?? before)?.id ?? '', before, after };
}

/**
 * Notes down a step that can be undone. Must run inside the transaction that makes it, with `history` among its
 * tables. What had been undone before can't be done again after this.
 */
export async function record(
  database: ZhupiDatabase,
  scope: string,
  act: Act,
  images: Image[],
  now: Date,
): Promise<void> {
  const { history } = database;
  await dropRedo(database, scope);
  await history.add({ scope, act, at: now.toISOString(), isUndone: 0, images });
  const known = await history.where({ scope, isUndone: 0 }).primaryKeys();
  await history.bulkDelete(known.slice(0, Math.max(0, known.length - KEPT)));
}

/** Forgets what had been undone in a scope: it can't be done again. */
export async function dropRedo(database: ZhupiDatabase, scope: string): Promise<void> {
  await database.history.where({ scope, isUndone: 1 }).delete();
}

/** What undo and redo would do in a scope; `null`: nothing. */
export async function nextSteps(
  database: ZhupiDatabase,
  scope: string,
): Promise<{ undo: Act | null; redo: Act | null }> {
  const undo = await database.history.where({ scope, isUndone: 0 }).last();
  const redo = await database.history.where({ scope, isUndone: 1 }).first();
  return { undo: undo?.act ?? null, redo: redo?.act ?? null };
}

/** Takes back the last step of a scope. `null`: there is none. Throws the fault `changed-since`. */
export function undo(database: ZhupiDatabase, scope: string): Promise<HistoryStep | null> {
  return replay(database, scope, 'undo');
}

/** Does again what was last undone in a scope. `null`: nothing was. Throws the fault `changed-since`. */
export function redo(database: ZhupiDatabase, scope: string): Promise<HistoryStep | null> {
  return replay(database, scope, 'redo');
}

async function replay(
  database: ZhupiDatabase,
  scope: string,
  way: 'undo' | 'redo',
): Promise<HistoryStep | null> {
  const tables = [database.history, ...RECORDED_TABLES.map((name) => database.table(name))];
  return database.transaction('rw', tables, async () => {
    const { history } = database;
    const step =
      way === 'undo'
        ? await history.where({ scope, isUndone: 0 }).last()
        : await history.where({ scope, isUndone: 1 }).first();
    if (!step) return null;
    for (const { table, key, before, after } of step.images) {
      const [was, is] = way === 'undo' ? [before, after] : [after, before];
      const records = database.table(table);
      const stored: unknown = (await records.get(key)) ?? null;
      // somebody else has changed it meanwhile: taking this step back would take that back, too
      const fields = table === 'reports' ? changedFields(was, is) : null;
      if (!isSame(only(fields, stored), only(fields, is))) throw new FaultError('changed-since');
      if (fields && stored) await records.put({ ...stored, ...only(fields, was) });
      else if (was === null) await records.delete(key);
      else await records.put(was);
    }
    const isUndone = way === 'undo' ? 1 : 0;
    await history.put({ ...step, isUndone });
    return step;
  });
}

/** What a step changed of a report, which is written for other reasons, too; `null`: it made or deleted it. */
function changedFields(a: unknown, b: unknown): string[] | null {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return null;
  const [x, y] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(x), ...Object.keys(y)])].filter((name) => !isSame(x[name], y[name]));
}

/** Those fields of a record; all of it where none are named. */
function only(fields: readonly string[] | null, record: unknown): object | null {
  if (typeof record !== 'object' || record === null) return null;
  if (fields === null) return record;
  return Object.fromEntries(fields.map((name) => [name, (record as Record<string, unknown>)[name]]));
}

/** Equal as far as a reader would say: when a code was last used, or a project opened, is no change of it. */
function isSame(a: unknown, b: unknown): boolean {
  const plain = (value: unknown) =>
    JSON.stringify(value, (key, inner: unknown) => {
      if (key === 'used' || key === 'opened') return undefined;
      if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
      return Object.fromEntries(Object.entries(inner).sort(([x], [y]) => (x < y ? -1 : 1)));
    });
  return plain(a) === plain(b);
}
