import { browser } from 'wxt/browser';
import { onMessage, sendMessage } from '../../lib/messaging/protocol.ts';
import type { Annotation, Body } from '../../lib/model/annotation.ts';
import { isBody, isCapture, isId, isPassage } from '../../lib/model/guards.ts';
import { FaultError, type Outcome } from '../../lib/model/outcome.ts';
import {
  addAnnotation,
  changeBody,
  deleteAnnotation,
  keepDraft,
  notesAt,
} from '../../lib/store/annotations.ts';
import { ensureCode, listCodes, seedCodes } from '../../lib/store/codes.ts';
import { createDatabase, openDatabase } from '../../lib/store/database.ts';
import { outcomeOf } from '../../lib/store/faults.ts';
import starterCodebook from '../../seeds/codebook.json';
import { currentLanguage } from '../shared/language.ts';

const EMPTY_BODY: Body = { memo: '', codeIds: [] };
/** Colour of codes made on the fly: vermilion. */
const NEW_CODE_COLOR = '#b5301c';

const database = createDatabase();

function stored<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  return outcomeOf(async () => {
    await openDatabase(database);
    return work();
  });
}

/** What comes in is checked: a page's process may have been taken over. */
function mustBe(isRight: boolean): void {
  if (!isRight) throw new FaultError('invalid');
}

async function codes() {
  const known = await listCodes(database);
  if (known.length > 0) return known;
  const language = await currentLanguage();
  await seedCodes(
    database,
    starterCodebook.map(({ nameEn, descriptionEn, ...code }) =>
      language === 'en' ? { ...code, name: nameEn, description: descriptionEn } : code,
    ),
  );
  return listCodes(database);
}

/** Every open page of the report learns that its notes changed; pages without annotator don't answer. */
async function announce(reportId: string | null): Promise<void> {
  const report = reportId === null ? undefined : await database.reports.get(reportId);
  for (const { id } of await browser.tabs.query({})) {
    if (id === undefined) continue;
    sendMessage('notesChanged', { address: report?.address ?? null }, { tabId: id, frameId: 0 }).catch(
      () => undefined,
    );
  }
}

async function announced(work: Promise<Outcome<Annotation>>): Promise<Outcome<Annotation>> {
  const outcome = await work;
  if (outcome.ok) void announce(outcome.value.reportId);
  return outcome;
}

export function answerNoteMessages(): void {
  onMessage('notesAt', ({ data }) => stored(() => notesAt(database, data.address)));

  onMessage('addHighlight', ({ data: { id, capture, passage } }) =>
    announced(
      stored(() => {
        mustBe(isId(id) && isCapture(capture) && isPassage(passage));
        return addAnnotation(database, { id, capture, passage, body: EMPTY_BODY }, new Date());
      }),
    ),
  );

  onMessage('openDraft', ({ data: { id, capture, passage } }) =>
    stored(async () => {
      mustBe(isId(id) && isCapture(capture) && isPassage(passage));
      const modified = new Date().toISOString();
      await keepDraft(database, { id, capture, passage, body: EMPTY_BODY, modified });
      return null;
    }),
  );

  onMessage('composition', ({ data: { id }, sender }) =>
    stored(async () => {
      const stored = await database.annotations.get(id);
      const draft = stored ? undefined : await database.drafts.get(id);
      const quote = stored?.target.quote.exact ?? draft?.passage.quote.exact;
      if (quote === undefined) return null;
      return {
        quote,
        body: stored?.body ?? draft?.body ?? EMPTY_BODY,
        isStored: stored !== undefined,
        codes: await codes(),
        isPrivate: sender.tab?.incognito ?? false,
      };
    }),
  );

  onMessage('keepDraft', ({ data: { id, body } }) =>
    stored(async () => {
      mustBe(isBody(body));
      await database.drafts.update(id, { body, modified: new Date().toISOString() });
      return null;
    }),
  );

  onMessage('saveBody', ({ data: { id, body } }) =>
    announced(
      stored(async () => {
        mustBe(isBody(body));
        const draft = await database.drafts.get(id);
        if (!draft) return changeBody(database, id, body, new Date());
        return addAnnotation(database, { ...draft, body }, new Date());
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
      const reportId = await deleteAnnotation(database, id);
      if (reportId !== null) void announce(reportId);
      return null;
    }),
  );

  onMessage('ensureCode', ({ data: { name } }) =>
    stored(() => {
      mustBe(typeof name === 'string' && name.trim() !== '' && name.length <= 200);
      return ensureCode(database, name, NEW_CODE_COLOR);
    }),
  );

  onMessage('closeComposer', async ({ data, sender }) => {
    const tabId = sender.tab?.id;
    if (tabId !== undefined) await sendMessage('composerClosed', data, { tabId, frameId: 0 });
  });
}
