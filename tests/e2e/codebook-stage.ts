import type { Page } from 'puppeteer-core';
import type { Code } from '../../lib/model/codebook.ts';
import { captureOf, passageAt } from '../fixtures/captures.ts';
import { eventually, pause, type Stage } from './harness.ts';

const TEXT = '全年办理案件12件。开展执法检查3次。还存在一些不足。';

/** While something is dragged the browser looks at the pointer only now and then, in milliseconds. */
const DRAG_PAUSE = 200;

/** One row of the tree as assistive technology hears it. */
export interface HeardRow {
  name: string;
  level: number;
  place: string;
  isSelected: boolean;
}

/** The codebook's page, and what a reader does and sees there. */
export async function codebookPage(stage: Stage) {
  const page = await stage.openExtensionPage('options.html#codebook');
  await page.setViewport({ width: 1100, height: 900 });
  await page.waitForSelector('[role="tree"]');
  const rows = (): Promise<HeardRow[]> =>
    page.$$eval('[role="treeitem"]', (items) =>
      items.map((item) => ({
        name: item.querySelector('.name')?.textContent ?? '',
        level: Number(item.ariaLevel),
        place: `${item.ariaPosInSet}/${item.ariaSetSize}`,
        isSelected: item.ariaSelected === 'true',
      })),
    );
  const row = async (name: string) => (await rows()).find((each) => each.name === name);
  const rowHandle = async (name: string) => {
    const found = await page.evaluateHandle(
      (wanted) =>
        [...document.querySelectorAll('[role="treeitem"]')].find(
          (item) => item.querySelector('.name')?.textContent === wanted,
        ),
      name,
    );
    const element = found.asElement();
    if (!element) throw new Error(`there is no row ${name}`);
    return element as Awaited<ReturnType<Page['$']>> & object;
  };
  /** Presses the button that reads so, in the dialog when one is open. */
  const press = async (label: string) => {
    const found = await page.evaluateHandle((wanted) => {
      const within = document.querySelector('dialog[open]') ?? document;
      return [...within.querySelectorAll('button')].find((each) => each.textContent?.trim().endsWith(wanted));
    }, label);
    const button = found.asElement() as Awaited<ReturnType<Page['$']>>;
    if (!button) throw new Error(`there is no button ${label}`);
    await button.click();
  };
  return {
    page,
    rows,
    row,
    press,
    choose: async (name: string) => (await rowHandle(name)).click(),
    /** Drags a row by mouse to a height of another, from 0 (top) to 1. */
    drag: async (name: string, onto: string, height: number) => {
      const [from, to] = [
        await (await rowHandle(name)).boundingBox(),
        await (await rowHandle(onto)).boundingBox(),
      ];
      if (!from || !to) throw new Error('a row is not in view');
      await page.mouse.move(from.x + 90, from.y + from.height / 2);
      await page.mouse.down();
      await page.mouse.move(from.x + 95, from.y + from.height / 2 + 5, { steps: 3 });
      await page.mouse.move(to.x + 90, to.y + to.height * height, { steps: 5 });
      await pause(DRAG_PAUSE);
      await page.mouse.move(to.x + 91, to.y + to.height * height);
      await pause(DRAG_PAUSE);
      await page.mouse.up();
    },
    says: (words: string) =>
      eventually(
        () => page.$eval('.said', (said) => said.textContent ?? ''),
        (text) => text.includes(words),
      ),
    dialogText: async () =>
      (await page.waitForSelector('dialog[open]'))?.evaluate((dialog) => dialog.innerText),
    until: (isRight: (rows: HeardRow[]) => boolean) => eventually(rows, isRight),
  };
}

export type CodebookPage = Awaited<ReturnType<typeof codebookPage>>;

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Codes as many passages as there are lists of names, through the background as the report's page would. */
export async function code(page: Page, names: string[][]): Promise<void> {
  const codes = await ask<Code[]>(page, 'offeredCodes', undefined);
  for (const [index, list] of names.entries()) {
    const codeIds = list.map((name) => codes.find((each) => each.name === name)?.id ?? '');
    const target = {
      id: idOf(index + 1),
      capture: captureOf(TEXT),
      passage: passageAt(TEXT, index, index + 9),
    };
    await ask(page, 'openDraft', target);
    await ask(page, 'saveBody', { id: target.id, body: { memo: '', codeIds } });
  }
}

/** Sends the background a message as a page of the extension does; throws when it answers with a fault. */
export async function ask<T>(page: Page, type: string, data: unknown): Promise<T> {
  const answer = await page.evaluate(async (message) => chrome.runtime.sendMessage(message), {
    id: 1,
    type,
    timestamp: Date.now(),
    data,
  });
  const { res } = answer as { res: { ok: boolean; value: T } };
  if (!res?.ok) throw new Error(`${type}: ${JSON.stringify(answer)}`);
  return res.value;
}
