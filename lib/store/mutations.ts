import Dexie from 'dexie';
import type { ZhupiDatabase } from './database.ts';

/**
 * Calls `tell` whenever any context, this one or another, has written to one of the tables. Returns a function that
 * ends it.
 */
export function whenWritten(
  database: ZhupiDatabase,
  tables: readonly string[],
  tell: () => void,
): () => void {
  const parts = tables.map((table) => `idb://${database.name}/${table}/`);
  const listen = (changed: object) => {
    // 'all': not known in parts
    const isTheirs = (part: string) => part === 'all' || parts.some((own) => part.startsWith(own));
    if (Object.keys(changed).some(isTheirs)) tell();
  };
  Dexie.on.storagemutated.subscribe(listen);
  return () => Dexie.on.storagemutated.unsubscribe(listen);
}
