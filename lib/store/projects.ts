import { type Code, type Codebook, type Project, STARTER_ID } from '../model/codebook.ts';
import { newId } from '../model/id.ts';
import type { ZhupiDatabase } from './database.ts';

/** What every reader begins with. */
export interface Starter {
  codebookName: string;
  projectName: string;
  codes: Code[];
}

/**
 * Brings in the codebook and project that a reader begins with, once; codes that were there before belong to that
 * codebook and stay as they are.
 */
export async function ensureStarter(database: ZhupiDatabase, starter: Starter, now: Date): Promise<void> {
  const { projects, codebooks, codes } = database;
  if ((await projects.count()) > 0) return;
  await database.transaction('rw', projects, codebooks, codes, async () => {
    if ((await projects.count()) > 0) return;
    const created = now.toISOString();
    await codebooks.add({ id: STARTER_ID, name: starter.codebookName, created });
    await projects.add({
      id: STARTER_ID,
      name: starter.projectName,
      codebookId: STARTER_ID,
      created,
      opened: created,
    });
    if ((await codes.count()) === 0) await codes.bulkAdd(starter.codes);
  });
}

/** The project the reader last turned to; the starter's before there is any. */
export async function activeProjectId(database: ZhupiDatabase): Promise<string> {
  return (await database.projects.orderBy('opened').last())?.id ?? STARTER_ID;
}

/** Id of the codebook that the active project codes with. */
export async function activeCodebookId(database: ZhupiDatabase): Promise<string> {
  return (await database.projects.orderBy('opened').last())?.codebookId ?? STARTER_ID;
}

export async function openProject(database: ZhupiDatabase, id: string, now: Date): Promise<void> {
  await database.projects.update(id, { opened: now.toISOString() });
}

/** Makes a project and turns to it; with a codebook of its own when none is named. */
export async function addProject(
  database: ZhupiDatabase,
  name: string,
  codebookId: string | null,
  now: Date,
): Promise<Project> {
  const { projects, codebooks } = database;
  return database.transaction('rw', projects, codebooks, async () => {
    const created = now.toISOString();
    const book: Codebook | null = codebookId === null ? { id: newId(), name, created } : null;
    if (book) await codebooks.add(book);
    const project: Project = {
      id: newId(),
      name,
      codebookId: book?.id ?? codebookId ?? STARTER_ID,
      created,
      opened: created,
    };
    await projects.add(project);
    return project;
  });
}
