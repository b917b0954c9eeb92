import type { Codebook } from '../model/codebook.ts';
import { newId } from '../model/id.ts';
import { FaultError } from '../model/outcome.ts';
import { withoutCodes } from './code-merging.ts';
import { changing } from './codebook-change.ts';
import type { ZhupiDatabase } from './database.ts';
import { image } from './history.ts';

/** Makes an empty codebook, without turning to it. */
export async function addCodebook(database: ZhupiDatabase, name: string, now: Date): Promise<Codebook> {
  const codebook = { id: newId(), name, created: now.toISOString() };
  await database.codebooks.add(codebook);
  return codebook;
}

export async function renameCodebook(database: ZhupiDatabase, id: string, name: string): Promise<void> {
  await database.codebooks.update(id, { name });
}

/** What goes with a codebook. */
export interface CodebookUsage {
  codes: number;
  /** Annotations that carry at least one of its codes. */
  annotations: number;
  /** Projects that code with it. */
  projects: number;
}

export async function codebookUsage(database: ZhupiDatabase, id: string): Promise<CodebookUsage> {
  const codes = await database.codes.where({ codebookId: id }).primaryKeys();
  return {
    codes: codes.length,
    annotations: await database.annotations.where('body.codeIds').anyOf(codes).distinct().count(),
    projects: (await database.projects.toArray()).filter(({ codebookId }) => codebookId === id).length,
  };
}

/**
 * Deletes a codebook with its codes; the codings go, notes and highlights stay. Throws `not-found`, or `invalid` when
 * a project codes with it.
 */
export function deleteCodebook(database: ZhupiDatabase, id: string, now: Date): Promise<null> {
  return changing(database, now, async () => {
    const codebook = await database.codebooks.get(id);
    if (!codebook) throw new FaultError('not-found');
    const { projects } = await codebookUsage(database, id);
    if (projects > 0) throw new FaultError('invalid');
    const codes = await database.codes.where({ codebookId: id }).toArray();
    return {
      act: 'codebook-delete',
      images: [
        image('codebooks', codebook, null),
        ...codes.map((code) => image('codes', code, null)),
        ...(await withoutCodes(
          database,
          codes.map((code) => code.id),
          now,
        )),
      ],
      value: null,
    };
  });
}
