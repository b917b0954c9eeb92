import { CODE_SHAPES, type Code, type NewCode } from '../model/codebook.ts';
import { newId } from '../model/id.ts';
import { FaultError } from '../model/outcome.ts';
import { changing, codeOf, inOrder, isWithin, placed } from './codebook-change.ts';
import type { ZhupiDatabase } from './database.ts';
import { image } from './history.ts';
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
    if (parentId !== null && isWithin(all, parentId, id)) throw new FaultError('invalid');
    const siblings = inOrder(all.filter((each) => each.parentId === parentId && each.id !== id));
    siblings.splice(position, 0, code);
    return {
      act: 'code-move',
      images: placed(siblings, parentId, all),
      value: { ...code, parentId, position },
    };
  });
}

/** Adds codes that came from a file, as one step. Their ids must be new. */
export function addCodes(database: ZhupiDatabase, codes: readonly Code[], now: Date): Promise<null> {
  return changing(database, now, async () => ({
    act: 'code-import',
    images: codes.map((code) => image('codes', null, code)),
    value: null,
  }));
}

/** Remembers that codes were applied, so that the last used are offered first. */
export async function touchCodes(database: ZhupiDatabase, ids: readonly string[], now: Date): Promise<void> {
  await database.codes
    .where('id')
    .anyOf([...ids])
    .modify({ used: now.toISOString() });
}

async function append(database: ZhupiDatabase, code: NewCode): Promise<Code> {
  const all = await database.codes.where({ codebookId: code.codebookId }).toArray();
  const siblings = all.filter((each) => each.parentId === code.parentId);
  const position = siblings.reduce((next, each) => Math.max(next, each.position + 1), 0);
  const shape = CODE_SHAPES[all.length % CODE_SHAPES.length] ?? CODE_SHAPES[0];
  return { ...code, id: newId(), position, shape, shortcut: null, used: null };
}
