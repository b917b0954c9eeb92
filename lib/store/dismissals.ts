import type { ZhupiDatabase } from './database.ts';

/** Remembers that the page at a canonical address is no report. */
export async function dismiss(database: ZhupiDatabase, address: string, now: Date): Promise<void> {
  await database.dismissals.put({ address, created: now.toISOString() });
}

/** Forgets it: the reader wants the page marked after all. */
export async function recall(database: ZhupiDatabase, address: string): Promise<void> {
  await database.dismissals.delete(address);
}

export async function isDismissed(database: ZhupiDatabase, address: string): Promise<boolean> {
  return (await database.dismissals.get(address)) !== undefined;
}
