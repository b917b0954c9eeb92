import { browser } from 'wxt/browser';
import { onMessage, sendMessage } from '../../lib/messaging/protocol.ts';
import type { Annotation, Body } from '../../lib/model/annotation.ts';
import { codeTree, flatBranches } from '../../lib/model/code-tree.ts';
import { isBody, isCapture, isCorrection, isId, isPartialFacts, isPassage } from '../../lib/model/guards.ts';
import { shownQuote } from '../../lib/model/line-ends.ts';
import { FaultError, type Outcome } from '../../lib/model/outcome.ts';
import { canonicalAddress, firstAddress } from '../../lib/page/address.ts';
import {
  addAnnotation,
  changeBody,
  deleteAnnotation,
  notesAt,
  retarget,
} from '../../lib/store/annotations.ts';
import { ensureCode, listCodes } from '../../lib/store/codes.ts';
import { keepDraft, openDraft } from '../../lib/store/drafts.ts';
import { redo, undo } from '../../lib/store/history.ts';
import { reportAt } from '../../lib/store/joining.ts';
import { forget } from '../../lib/store/library-cache.ts';
import { activeCodebookId, ensureStarter } from '../../lib/store/projects.ts';
import { addSnapshot, deleteReport, editFacts } from '../../lib/store/reports.ts';
import { initialsOf } from '../../lib/text/initials.ts';
import { starter } from '../shared/starter.ts';
import { database, mustBe, stored } from './stored.ts';

const EMPTY_BODY: Body = { memo: '', codeIds: [] };
/** Colour of codes made on the fly: vermilion. */
const NEW_CODE_COLOR = '#b5301c';

async function codes() {
  await ensureStarter(database, await starter(), new Date());
  return listCodes(database);
}

/** All addresses at which a report may be open: its own, and those that the reader joined with it. */
async function addressesOf(reportId: string): Promise<string[]> {
  const report = await database.reports.get(reportId);
  return report ? [report.address, ...(report.aliases ?? [])] : [];
}

/** Whether an address is that of the sender's report: a page learns of itself only. */
function isOf(address: string, { tab, url }: { tab?: { url?: string }; url?: string }): boolean {
  const own = canonicalAddress(tab?.url ?? url ?? '');
  return address === own || address === firstAddress(own);
}

/** Every open page of the report learns that its notes changed; pages without annotator don't answer. */
async function announce(addresses: readonly (string | null)[]): Promise<void> {
  for (const { id } of await browser.tabs.query({})) {
    if (id === undefined) continue;
    for (const address of addresses) {
      sendMessage('notesChanged', { address }, { tabId: id, frameId: 0 }).catch(() => undefined);
    }
  }
}

async function announced(work: Promise<Outcome<Annotation>>): Promise<Outcome<Annotation>> {
  const outcome = await work;
  if (outcome.ok) void addressesOf(outcome.value.reportId).then(announce);
  return outcome;
}

export function answerNoteMessages(): void {
  onMessage('notesAt', ({ data: { address }, sender }) =>
    stored(() => {
      mustBe(isOf(address, sender));
      return notesAt(database, address);
    }),
  );

  onMessage('editedFacts', ({ data: { address }, sender }) =>
    stored(async () => {
      mustBe(isOf(address, sender));
      return (await reportAt(database, address))?.editedFacts ?? {};
    }),
  );

  onMessage('addHighlight', ({ data: { id, capture, passage } }) =>
    announced(
      stored(() => {
        mustBe(isId(id) && isCapture(capture) && isPassage(passage));
        return addAnnotation(database, { id, capture, passage, body: EMPTY_BODY }, new Date());
      }),
    ),
  );

  onMessage('applyCode', ({ data: { id, capture, passage, codeId } }) =>
    announced(
      stored(async () => {
        mustBe(isId(id) && isCapture(capture) && isPassage(passage) && typeof codeId === 'string');
        // a code deleted just now would leave a mere highlight
        if (!(await database.codes.get(codeId))) throw new FaultError('not-found');
        const body = { memo: '', codeIds: [codeId] };
        return addAnnotation(database, { id, capture, passage, body }, new Date());
      }),
    ),
  );

  onMessage('judge', ({ data: { id, capture, passage, correction } }) =>
    announced(
      stored(async () => {
        mustBe(isId(id) && isCapture(capture) && isPassage(passage) && isCorrection(correction));
        const body = { ...EMPTY_BODY, correction };
        const isKnown = (await database.annotations.get(id)) !== undefined;
        return isKnown
          ? changeBody(database, id, body, new Date())
          : addAnnotation(database, { id, capture, passage, body }, new Date());
      }),
    ),
  );

  onMessage('offeredCodes', () =>
    stored(async () => {
      const branches = flatBranches(codeTree(await codes()));
      // those that are applied before those that hold others, else in the order of the codebook
      const isHolder = new Map(branches.map((branch) => [branch.code.id, branch.branches.length > 0]));
      return branches
        .map(({ code }) => code)
        .sort(
          (a, b) =>
            (b.used ?? '').localeCompare(a.used ?? '') ||
            Number(isHolder.get(a.id)) - Number(isHolder.get(b.id)),
        );
    }),
  );

  onMessage('replay', ({ data: { address, way } }) =>
    stored(async () => {
      const report = await reportAt(database, address);
      if (!report) return null;
      const step = await (way === 'undo' ? undo : redo)(database, report.id);
      if (step) void addressesOf(report.id).then(announce);
      return step?.act ?? null;
    }),
  );

  onMessage('editFacts', ({ data: { id, facts } }) =>
    stored(async () => {
      mustBe(isId(id) && isPartialFacts(facts));
      await editFacts(database, id, facts, new Date());
      return null;
    }),
  );

  onMessage('collect', ({ data: { capture } }) =>
    stored(async () => {
      mustBe(isCapture(capture));
      await ensureStarter(database, await starter(), new Date());
      const { reportId } = await addSnapshot(database, capture, new Date());
      return { id: reportId };
    }),
  );

  onMessage('retarget', ({ data: { id, capture, passage } }) =>
    announced(
      stored(() => {
        mustBe(isId(id) && isCapture(capture) && isPassage(passage));
        return retarget(database, { id, capture, passage }, new Date());
      }),
    ),
  );

  onMessage('openDraft', ({ data: { id, capture, passage, correction } }) =>
    stored(async () => {
      mustBe(isId(id) && isCapture(capture) && isPassage(passage));
      mustBe(correction === undefined || isCorrection(correction));
      const body = correction ? { ...EMPTY_BODY, correction } : EMPTY_BODY;
      await openDraft(database, { id, capture, passage, body }, new Date());
      return null;
    }),
  );

  onMessage('composition', ({ data: { id }, sender }) =>
    stored(async () => {
      const annotation = await database.annotations.get(id);
      const draft = await database.drafts.get(id);
      const { quote } = annotation?.target ?? draft?.passage ?? {};
      if (quote === undefined) return null;
      return {
        quote: shownQuote(quote.exact),
        body: draft?.body ?? annotation?.body ?? EMPTY_BODY,
        stored: annotation?.body ?? null,
        codes: await codes(),
        isPrivate: sender.tab?.incognito ?? false,
      };
    }),
  );

  onMessage('keepDraft', ({ data: { id, body } }) =>
    stored(async () => {
      mustBe(isBody(body));
      await keepDraft(database, id, body, new Date());
      return null;
    }),
  );

  onMessage('saveBody', ({ data: { id, body } }) =>
    announced(
      stored(async () => {
        mustBe(isBody(body));
        const { capture, passage } = (await database.drafts.get(id)) ?? {};
        if (!capture || !passage) return changeBody(database, id, body, new Date());
        return addAnnotation(database, { id, capture, passage, body }, new Date());
      }),
    ),
  );

  onMessage('dropDraft', ({ data: { id } }) =>
    stored(async () => {
      await database.drafts.delete(id);
      return null;
    }),
  );

  onMessage('deleteAnnotation', ({ data: { id } }) =>
    stored(async () => {
      const reportId = await deleteAnnotation(database, id, new Date());
      if (reportId !== null) void announce(await addressesOf(reportId));
      return null;
    }),
  );

  onMessage('deleteReport', ({ data: { id } }) =>
    stored(async () => {
      const addresses = await addressesOf(id);
      await deleteReport(database, id);
      await forget(id);
      void announce(addresses);
      return null;
    }),
  );

  onMessage('ensureCode', ({ data: { name } }) =>
    stored(async () => {
      mustBe(typeof name === 'string' && name.trim() !== '' && name.length <= 200);
      await ensureStarter(database, await starter(), new Date());
      const codebookId = await activeCodebookId(database);
      const initials = initialsOf(name);
      const code = { codebookId, parentId: null, name, initials, description: '', color: NEW_CODE_COLOR };
      return ensureCode(database, code, new Date());
    }),
  );

  onMessage('askSelection', async ({ sender }) => {
    const tabId = sender.tab?.id;
    if (tabId === undefined) return null;
    return sendMessage('selectedSpan', undefined, { tabId, frameId: 0 }).catch(() => null);
  });

  onMessage('storeChanged', () => announce([null]));

  onMessage('closeComposer', async ({ data, sender }) => {
    const tabId = sender.tab?.id;
    if (tabId !== undefined) await sendMessage('composerClosed', data, { tabId, frameId: 0 });
  });
}
