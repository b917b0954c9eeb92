import type { Transaction } from 'dexie';
import { CODE_SHAPES, type Code, STARTER_ID } from '../model/codebook.ts';
import type { Report } from '../model/snapshot.ts';

/** Version 3 knows codebooks and projects: what there was belongs to the ones that every reader begins with. */
export async function toVersion3(transaction: Transaction): Promise<void> {
  await transaction
    .table<Report>('reports')
    .toCollection()
    .modify((report) => {
      report.projectIds = [STARTER_ID];
    });
  let index = 0;
  await transaction
    .table<Code>('codes')
    .toCollection()
    .modify((code) => {
      code.codebookId = STARTER_ID;
      code.initials = '';
      code.shape = CODE_SHAPES[index++ % CODE_SHAPES.length] ?? CODE_SHAPES[0];
      code.shortcut = null;
      code.used = null;
    });
}
