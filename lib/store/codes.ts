import type { Code } from '../model/codebook.ts';
import { newId } from '../model/id.ts';
import type { ZhupiDatabase } from './database.ts';

/** Brings in the starter codebook, once: only into an empty table. */
export async function seedCodes(database: ZhupiDatabase, starter: readonly Code[]): Promise<void> {
  await database.transaction('rw', database.codes, async () => {
    if ((await database.codes.count()) === 0) await database.codes.bulkAdd([...starter]);
  });
}

/** All codes, siblings in their order. */
export async function listCodes(database: ZhupiDatabase): Promise<Code[]> {
  return (await database.codes.toArray()).sort((a, b) => a.position - b.position);
}

/** The top-level code of that name, made when there is none. Names are compared without outer white space. */
export async function ensureCode(database: ZhupiDatabase, name: string, color: string): Promise<Code> {
  const wanted = name.trim();
  return database.transaction('rw', database.codes, async () => {
    const codes = await database.codes.toArray();
    const known = codes.find((code) => code.name === wanted);
    if (known) return known;
    const position = codes.reduce((next, code) => Math.max(next, code.position + 1), 0);
    const code: Code = { id: newId(), parentId: null, name: wanted, description: '', color, position };
    await database.codes.add(code);
    return code;
  });
}
