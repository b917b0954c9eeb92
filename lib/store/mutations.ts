import Dexie, { type IntervalTree, type ObservabilitySet } from 'dexie';
import type { ZhupiDatabase } from './database.ts';

/** Keys of records that were written or deleted; `null`: it is not known which. */
export type WrittenKeys = readonly string[] | null;

/**
 * Calls `tell` whenever any context, this one or another, has written to one of the tables, with the keys of what was
 * written to the first. Returns a function that ends it.
 */
export function whenWritten(
  database: ZhupiDatabase,
  tables: readonly string[],
  tell: (keys: WrittenKeys) => void,
): () => void {
  const parts = tables.map((table) => `idb://${database.name}/${table}/`);
  const listen = (changed: ObservabilitySet) => {
    // 'all': not known in parts
    const isTheirs = (part: string) => part === 'all' || parts.some((own) => part.startsWith(own));
    if (!Object.keys(changed).some(isTheirs)) return;
    const [first = ''] = parts;
    const written = keysIn(changed[first]);
    const deleted = keysIn(changed[`${first}:dels`]);
    tell(changed.all !== undefined || written === null || deleted === null ? null : [...written, ...deleted]);
  };
  Dexie.on.storagemutated.subscribe(listen);
  return () => Dexie.on.storagemutated.unsubscribe(listen);
}

/** The keys that a tree of intervals stands for; `null`: one of them is no single key. */
function keysIn(tree: IntervalTree | null | undefined): string[] | null {
  if (!tree || !('from' in tree)) return [];
  const { from, to, l, r } = tree;
  const [left, right] = [keysIn(l), keysIn(r)];
  return typeof from === 'string' && from === to && left && right ? [...left, from, ...right] : null;
}
