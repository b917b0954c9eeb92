import type { Annotation } from '../../lib/model/annotation.ts';
import { codeTree } from '../../lib/model/code-tree.ts';
import { CODEBOOK_SCOPE } from '../../lib/model/history.ts';
import { shownQuote } from '../../lib/model/line-ends.ts';
import { codingsOf, usageCounts } from '../../lib/store/code-merging.ts';
import { codebookUsage } from '../../lib/store/codebooks.ts';
import { listCodes } from '../../lib/store/codes.ts';
import type { ZhupiDatabase } from '../../lib/store/database.ts';
import { nextSteps } from '../../lib/store/history.ts';

/** Everything that the codebook's page shows; `null`: there is no codebook yet. */
export async function readCodebookState(database: ZhupiDatabase) {
  const projects = await database.projects.orderBy('opened').reverse().toArray();
  const [project] = projects;
  const codebooks = await database.codebooks.toArray();
  const codebook = codebooks.find(({ id }) => id === project?.codebookId);
  if (!project || !codebook) return null;
  const codes = await listCodes(database, codebook.id);
  const idle = codebooks.filter(({ id }) => !projects.some(({ codebookId }) => codebookId === id));
  return {
    projects: projects.toSorted((a, b) => a.created.localeCompare(b.created)),
    project,
    codebooks,
    codebook,
    codes,
    tree: codeTree(codes),
    counts: await usageCounts(database),
    steps: await nextSteps(database, CODEBOOK_SCOPE),
    reports: await database.reports.where({ projectIds: project.id }).count(),
    unused: await Promise.all(
      idle.map(async (each) => ({ codebook: each, ...(await codebookUsage(database, each.id)) })),
    ),
  };
}

export type CodebookState = NonNullable<Awaited<ReturnType<typeof readCodebookState>>>;

/** The codings of a code as they are listed for choosing. */
export async function codingLines(database: ZhupiDatabase, codeId: string) {
  const codings = await codingsOf(database, codeId);
  const reports = await database.reports.bulkGet([...new Set(codings.map(({ reportId }) => reportId))]);
  const titles = new Map(
    reports.flatMap((report) =>
      report ? [[report.id, report.editedFacts?.title ?? report.facts.title ?? report.address]] : [],
    ),
  );
  return codings.map(({ id, reportId, target, body }: Annotation) => ({
    id,
    quote: shownQuote(target.quote.exact),
    memo: body.memo,
    report: titles.get(reportId) ?? '',
  }));
}
