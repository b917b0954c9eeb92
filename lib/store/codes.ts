import { CODE_SHAPES, type Code, type NewCode } from '../model/codebook.ts';
import type { Act, Image } from '../model/history.ts';
import { CODEBOOK_SCOPE } from '../model/history.ts';
import { newId } from '../model/id.ts';
import { FaultError } from '../model/outcome.ts';
import type { ZhupiDatabase } from './database.ts';
import { image, record } from './history.ts';
import { activeCodebookId } from './projects.ts';

/** All codes of a codebook, the active project's when none is named; siblings in their order. */
export async function listCodes(database: ZhupiDatabase, codebookId?: string): Promise<Code[]> {
  const id = codebookId ?? (await activeCodebookId(database));
  return (await database.codes.where({ codebookId: id }).toArray()).sort((a, b) => a.position - b.position);
}

/** Adds a code after its siblings. */
export function addCode(database: ZhupiDatabase, code: NewCode, now: Date): Promise<Code> {
  return changing(database, now, async () => {
    const added = await append(database, code);
    return { act: 'code-create', images: [image('codes', null, added)], value: added };
  });
}

/** The code of that name in a codebook, made at its top level when there is none; outer white space is no difference. */
export function ensureCode(database: ZhupiDatabase, code: NewCode, now: Date): Promise<Code> {
  const name = code.name.trim();
  return changing(database, now, async () => {
    const known = await database.codes.where({ codebookId: code.codebookId }).toArray();
    const same = known.find((each) => each.name === name);
    if (same) return { act: 'code-create', images: [], value: same };
    const added = await append(database, { ...code, name });
    return { act: 'code-create', images: [image('codes', null, added)], value: added };
  });
}

/** Changes what a code says of itself. Throws the fault `not-found`. */
export function editCode(
  database: ZhupiDatabase,
  id: string,
  fields: Partial<Pick<Code, 'name' | 'initials' | 'description' | 'color' | 'shape' | 'shortcut'>>,
  now: Date,
): Promise<Code> {
  return changing(database, now, async () => {
    const before = await codeOf(database, id);
    const after = { ...before, ...fields };
    const images = [image('codes', before, after)];
    // one key applies one code
    if (fields.shortcut) {
      for (const other of await database.codes.where({ codebookId: before.codebookId }).toArray()) {
        if (other.id !== id && other.shortcut === fields.shortcut) {
          images.push(image('codes', other, { ...other, shortcut: null }));
        }
      }
    }
    return { act: 'code-edit', images, value: after };
  });
}

/** Puts a code under another parent, before the sibling now at `position`. Throws `invalid` when it would hold itself. */
export function moveCode(
  database: ZhupiDatabase,
  id: string,
  parentId: string | null,
  position: number,
  now: Date,
): Promise<Code> {
  return changing(database, now, async () => {
    const code = await codeOf(database, id);
    const all = await database.codes.where({ codebookId: code.codebookId }).toArray();
    for (let at = parentId; at !== null; at = all.find((each) => each.id === at)?.parentId ?? null) {
      if (at === id) throw new FaultError('invalid');
    }
    const siblings = all
      .filter((each) => each.parentId === parentId && each.id !== id)
      .sort((a, b) => a.position - b.position);
    siblings.splice(position, 0, { ...code, parentId });
    const images = siblings.flatMap((each, index) => {
      const before = all.find((one) => one.id === each.id) ?? each;
      const after = { ...each, position: index };
      const isSame = before.position === index && before.parentId === after.parentId;
      return isSame ? [] : [image('codes', before, after)];
    });
    return { act: 'code-move', images, value: { ...code, parentId, position } };
  });
}

/** How many annotations a code is on, and how many codes stand under it. */
export async function usageOf(
  database: ZhupiDatabase,
  id: string,
): Promise<{ annotations: number; children: number }> {
  return {
    annotations: await database.annotations.where('body.codeIds').equals(id).count(),
    children: await database.codes.where({ parentId: id }).count(),
  };
}

/**
 * Merges a code into another: its codings become the other's, and so do the codes under it. Throws `not-found`, or
 * `invalid` when the other stands under it.
 */
export function mergeCode(database: ZhupiDatabase, id: string, intoId: string, now: Date): Promise<null> {
  return dissolve(database, id, intoId, 'code-merge', now);
}

/** Deletes a code: its codings go, notes and highlights stay; codes under it move up to its parent. */
export function deleteCode(database: ZhupiDatabase, id: string, now: Date): Promise<null> {
  return dissolve(database, id, null, 'code-delete', now);
}

function dissolve(
  database: ZhupiDatabase,
  id: string,
  intoId: string | null,
  act: Act,
  now: Date,
): Promise<null> {
  return changing(database, now, async () => {
    const code = await codeOf(database, id);
    const into = intoId === null ? null : await codeOf(database, intoId);
    if (into && (into.id === id || into.parentId === id)) throw new FaultError('invalid');
    const images = [image('codes', code, null)];
    for (const child of await database.codes.where({ parentId: id }).toArray()) {
      images.push(image('codes', child, { ...child, parentId: into ? into.id : code.parentId }));
    }
    for (const annotation of await database.annotations.where('body.codeIds').equals(id).toArray()) {
      const codeIds = annotation.body.codeIds.flatMap((each) =>
        each !== id ? [each] : into ? [into.id] : [],
      );
      const body = { ...annotation.body, codeIds: [...new Set(codeIds)] };
      images.push(image('annotations', annotation, { ...annotation, body, modified: now.toISOString() }));
    }
    return { act, images, value: null };
  });
}

/** Remembers that codes were applied, so that the last used are offered first. */
export async function touchCodes(database: ZhupiDatabase, ids: readonly string[], now: Date): Promise<void> {
  await database.codes
    .where('id')
    .anyOf([...ids])
    .modify({ used: now.toISOString() });
}

async function codeOf(database: ZhupiDatabase, id: string): Promise<Code> {
  const code = await database.codes.get(id);
  if (!code) throw new FaultError('not-found');
  return code;
}

async function append(database: ZhupiDatabase, code: NewCode): Promise<Code> {
  const all = await database.codes.where({ codebookId: code.codebookId }).toArray();
  const siblings = all.filter((each) => each.parentId === code.parentId);
  const position = siblings.reduce((next, each) => Math.max(next, each.position + 1), 0);
  const shape = CODE_SHAPES[all.length % CODE_SHAPES.length] ?? CODE_SHAPES[0];
  return { ...code, id: newId(), position, shape, shortcut: null, used: null };
}

/** Makes a change of the codebook and notes it down, both or neither. */
function changing<T>(
  database: ZhupiDatabase,
  now: Date,
  work: () => Promise<{ act: Act; images: Image[]; value: T }>,
): Promise<T> {
  const { codes, annotations, history } = database;
  return database.transaction('rw', codes, annotations, history, async () => {
    const { act, images, value } = await work();
    for (const { table, key, after } of images) {
      if (after === null) await database.table(table).delete(key);
      else await database.table(table).put(after);
    }
    if (images.length > 0) await record(database, CODEBOOK_SCOPE, act, images, now);
    return value;
  });
}
