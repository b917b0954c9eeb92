import type { Code } from '../model/codebook.ts';
import { type Act, CODEBOOK_SCOPE, type Image, RECORDED_TABLES } from '../model/history.ts';
import { FaultError } from '../model/outcome.ts';
import type { ZhupiDatabase } from './database.ts';
import { image, record } from './history.ts';

/** Makes a change of codes, codebooks or projects and notes it down so that it can be undone, both or neither. */
export function changing<T>(
  database: ZhupiDatabase,
  now: Date,
  work: () => Promise<{ act: Act; images: Image[]; value: T }>,
): Promise<T> {
  const tables = [database.history, ...RECORDED_TABLES.map((name) => database.table(name))];
  return database.transaction('rw', tables, async () => {
    const { act, images, value } = await work();
    for (const { table, key, after } of images) {
      if (after === null) await database.table(table).delete(key);
      else await database.table(table).put(after);
    }
    if (images.length > 0) await record(database, CODEBOOK_SCOPE, act, images, now);
    return value;
  });
}

/** Throws the fault `not-found`. */
export async function codeOf(database: ZhupiDatabase, id: string): Promise<Code> {
  const code = await database.codes.get(id);
  if (!code) throw new FaultError('not-found');
  return code;
}

export function inOrder(codes: readonly Code[]): Code[] {
  return codes.toSorted((a, b) => a.position - b.position);
}

/** Whether a code is another or stands anywhere under it. */
export function isWithin(codes: readonly Code[], id: string, aboveId: string): boolean {
  for (let at: string | null = id; at !== null; ) {
    if (at === aboveId) return true;
    const parent: string | null = codes.find((each) => each.id === at)?.parentId ?? null;
    at = parent;
  }
  return false;
}

/** What changes when siblings stand in this order under that parent; each is compared with `before`. */
export function placed(siblings: readonly Code[], parentId: string | null, before: readonly Code[]): Image[] {
  return siblings.flatMap((each, position) => {
    const was = before.find(({ id }) => id === each.id) ?? null;
    if (was && was.position === position && was.parentId === parentId) return [];
    return [image('codes', was, { ...each, parentId, position })];
  });
}
