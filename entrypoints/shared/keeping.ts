import { browser } from 'wxt/browser';
import type { ZhupiDatabase } from '../../lib/store/database.ts';

const KEY = 'lastBackup';
const DAY = 24 * 60 * 60 * 1_000;
/** Days of work without a backup after which the reader is reminded. */
const PATIENCE = 14;
/** Share of the storage from which on a warning is given: long before it is full. */
const FULL = 0.7;

/** When everything was last backed up; ISO 8601 in UTC. `null`: never. */
export async function lastBackup(): Promise<string | null> {
  const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
  return typeof stored === 'string' && !Number.isNaN(Date.parse(stored)) ? stored : null;
}

export async function noteBackup(now: Date): Promise<void> {
  await browser.storage.local.set({ [KEY]: now.toISOString() });
}

/** Days since the last backup, or since the first note that has none, once that is long; `null`: it isn't. */
export async function overdueDays(database: ZhupiDatabase, now: Date): Promise<number | null> {
  const last = await lastBackup();
  const unsaved =
    last === null
      ? database.annotations.orderBy('created')
      : database.annotations.where('created').above(last);
  const first = await unsaved.first();
  if (!first) return null;
  const days = Math.floor((now.getTime() - Date.parse(last ?? first.created)) / DAY);
  return days >= PATIENCE ? days : null;
}

/**
 * Whether the browser keeps what is stored when space runs out. Asks for it once there is a note; works in the
 * extension's own pages only, and may be refused. `null`: the browser doesn't say.
 */
export async function askToKeep(database: ZhupiDatabase): Promise<boolean | null> {
  const { storage } = navigator;
  if (storage?.persisted === undefined) return null;
  if (await storage.persisted()) return true;
  // counting hundreds of thousands would hold up all else that is read
  return (await database.annotations.toCollection().first()) ? storage.persist() : false;
}

/** How full the storage is, once that is worth a warning; bytes. */
export async function nearlyFull(): Promise<{ used: number; all: number } | null> {
  const { usage = 0, quota = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  return quota > 0 && usage / quota > FULL ? { used: usage, all: quota } : null;
}
