import { type Annotation, motivationOf } from '../model/annotation.ts';
import { CODE_SHAPES, type Code } from '../model/codebook.ts';
import type { Image } from '../model/history.ts';
import { newId } from '../model/id.ts';
import { FaultError } from '../model/outcome.ts';
import { changing, codeOf, inOrder, isWithin, placed } from './codebook-change.ts';
import type { ZhupiDatabase } from './database.ts';
import { image } from './history.ts';

/** What hangs on a code. */
export interface Usage {
  /** Annotations that carry it. */
  annotations: number;
  /** Codes directly under it. */
  children: number;
  /** How many of the annotations carry another code, too, by its id. */
  both: Map<string, number>;
}

export async function usageOf(database: ZhupiDatabase, id: string): Promise<Usage> {
  const carrying = await codingsOf(database, id);
  const both = new Map<string, number>();
  for (const other of carrying.flatMap(({ body }) => body.codeIds.filter((each) => each !== id))) {
    both.set(other, (both.get(other) ?? 0) + 1);
  }
  return {
    annotations: carrying.length,
    children: await database.codes.where({ parentId: id }).count(),
    both,
  };
}

/** How many annotations carry each code, by its id; a code on none has no entry. */
export async function usageCounts(database: ZhupiDatabase): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  await database.annotations
    .orderBy('body.codeIds')
    .eachKey((key) => counts.set(String(key), (counts.get(String(key)) ?? 0) + 1));
  return counts;
}

/** The annotations that carry a code, by time. */
export async function codingsOf(database: ZhupiDatabase, id: string): Promise<Annotation[]> {
  return database.annotations.where('body.codeIds').equals(id).sortBy('created');
}

/**
 * Merges a code into another: its codings become the other's, and the codes under it follow the other's own. Throws
 * `not-found`, or `invalid` when the other is the same, stands under it or in another codebook.
 */
export function mergeCode(database: ZhupiDatabase, id: string, intoId: string, now: Date): Promise<null> {
  return changing(database, now, async () => {
    const code = await codeOf(database, id);
    const into = await codeOf(database, intoId);
    const all = await database.codes.where({ codebookId: code.codebookId }).toArray();
    if (into.codebookId !== code.codebookId || isWithin(all, intoId, id)) throw new FaultError('invalid');
    const under = (parentId: string) => inOrder(all.filter((each) => each.parentId === parentId));
    const images = [
      image('codes', code, null),
      ...placed([...under(intoId).filter((each) => each.id !== id), ...under(id)], intoId, all),
      ...(await recoded(
        database,
        [id],
        (codeIds) => codeIds.map((each) => (each === id ? intoId : each)),
        now,
      )),
    ];
    return { act: 'code-merge', images, value: null };
  });
}

/** Deletes a code: its codings go, notes and highlights stay; codes under it take its place under its parent. */
export function deleteCode(database: ZhupiDatabase, id: string, now: Date): Promise<null> {
  return changing(database, now, async () => {
    const code = await codeOf(database, id);
    const all = await database.codes.where({ codebookId: code.codebookId }).toArray();
    const siblings = inOrder(all.filter((each) => each.parentId === code.parentId)).flatMap((each) =>
      each.id === id ? inOrder(all.filter(({ parentId }) => parentId === id)) : [each],
    );
    const images = [
      image('codes', code, null),
      ...placed(siblings, code.parentId, all),
      ...(await withoutCodes(database, [id], now)),
    ];
    return { act: 'code-delete', images, value: null };
  });
}

/**
 * Makes a new code, next after a code, of some of its codings: those annotations carry the new code in its stead.
 * Throws `not-found`, or `invalid` when none of the annotations carries the code.
 */
export function splitCode(
  database: ZhupiDatabase,
  id: string,
  fresh: Pick<Code, 'name' | 'initials'>,
  annotationIds: readonly string[],
  now: Date,
): Promise<Code> {
  return changing(database, now, async () => {
    const code = await codeOf(database, id);
    const all = await database.codes.where({ codebookId: code.codebookId }).toArray();
    const shape = CODE_SHAPES.find((each) => each !== code.shape) ?? code.shape;
    const made: Code = { ...code, ...fresh, id: newId(), description: '', shape, shortcut: null, used: null };
    const chosen = new Set(annotationIds);
    const recodings = await recoded(
      database,
      [id],
      (codeIds) => codeIds.map((each) => (each === id ? made.id : each)),
      now,
      (annotation) => chosen.has(annotation.id),
    );
    if (recodings.length === 0) throw new FaultError('invalid');
    const siblings = inOrder(all.filter((each) => each.parentId === code.parentId));
    siblings.splice(siblings.findIndex((each) => each.id === id) + 1, 0, made);
    const images = [...placed(siblings, code.parentId, all), ...recodings];
    return { act: 'code-split', images, value: { ...made, position: siblings.indexOf(made) } };
  });
}

/** Images of the annotations that carry any of these codes, without them. */
export function withoutCodes(database: ZhupiDatabase, ids: readonly string[], now: Date): Promise<Image[]> {
  return recoded(database, ids, (codeIds) => codeIds.filter((each) => !ids.includes(each)), now);
}

/** Images of the annotations that carry any of these codes, with other codes. */
async function recoded(
  database: ZhupiDatabase,
  ids: readonly string[],
  change: (codeIds: string[]) => string[],
  now: Date,
  isMeant: (annotation: Annotation) => boolean = () => true,
): Promise<Image[]> {
  const carrying = await database.annotations.where('body.codeIds').anyOf(ids).distinct().toArray();
  return carrying.filter(isMeant).map((annotation) => {
    const body = { ...annotation.body, codeIds: [...new Set(change(annotation.body.codeIds))] };
    const after = { ...annotation, body, motivation: motivationOf(body), modified: now.toISOString() };
    return image('annotations', annotation, after);
  });
}
