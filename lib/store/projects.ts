import { type Code, type Codebook, type Project, STARTER_ID } from '../model/codebook.ts';
import { CODEBOOK_SCOPE } from '../model/history.ts';
import { newId } from '../model/id.ts';
import { type IndicatorEdits, NO_EDITS } from '../model/indicator-edits.ts';
import { FaultError } from '../model/outcome.ts';
import { changing } from './codebook-change.ts';
import type { ZhupiDatabase } from './database.ts';
import { dropRedo, image } from './history.ts';

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
  const { projects, codebooks, history } = database;
  return database.transaction('rw', projects, codebooks, history, async () => {
    await dropRedo(database, CODEBOOK_SCOPE);
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

export async function renameProject(database: ZhupiDatabase, id: string, name: string): Promise<void> {
  await database.projects.update(id, { name });
}

/** The codebook that a project codes with from now on; what was coded keeps its codes. */
export async function chooseCodebook(database: ZhupiDatabase, id: string, codebookId: string): Promise<void> {
  const { projects, history } = database;
  await database.transaction('rw', projects, history, async () => {
    await projects.update(id, { codebookId });
    // the codebook's own deletion must not be done again under the project
    await dropRedo(database, CODEBOOK_SCOPE);
  });
}

/**
 * Deletes a project; its reports, notes and codebook stay. Reports that were in no other go to the one that is active
 * then. Throws `not-found`, or `invalid` for the only project.
 */
export function deleteProject(database: ZhupiDatabase, id: string, now: Date): Promise<null> {
  return changing(database, now, async () => {
    const all = await database.projects.orderBy('opened').toArray();
    const project = all.find((each) => each.id === id);
    if (!project) throw new FaultError('not-found');
    const heir = all.findLast((each) => each.id !== id);
    if (!heir) throw new FaultError('invalid');
    const reports = await database.reports.where({ projectIds: id }).toArray();
    const moved = reports.map((report) => {
      const others = report.projectIds.filter((each) => each !== id);
      return image('reports', report, { ...report, projectIds: others.length > 0 ? others : [heir.id] });
    });
    return { act: 'project-delete', images: [image('projects', project, null), ...moved], value: null };
  });
}

/** The project that the reader last turned to; `undefined` before there is any. */
export function activeProject(database: ZhupiDatabase): Promise<Project | undefined> {
  return database.projects.orderBy('opened').last();
}

/**
 * Remembers with a project what the reader made of the indicator table. What is there is read when it is changed: a
 * name that was just written must not be lost to the press that follows it.
 */
export async function editIndicators(
  database: ZhupiDatabase,
  projectId: string,
  update: (edits: IndicatorEdits) => IndicatorEdits,
): Promise<void> {
  const { projects } = database;
  await database.transaction('rw', projects, async () => {
    const edits = { ...NO_EDITS, ...(await projects.get(projectId))?.indicatorEdits };
    await projects.update(projectId, { indicatorEdits: update(edits) });
  });
}
