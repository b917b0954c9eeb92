import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zh } from '../../lib/messages/zh.ts';
import { shadowView } from '../../scripts/drive/pierce.ts';
import { selectWords } from '../../scripts/drive/select.ts';
import type { ServedPage } from '../../scripts/serve/site.ts';
import * as hard from './hard-pages.ts';
import {
  CHROMIUM,
  complaints,
  drawnMarks,
  eventually,
  pause,
  type Stage,
  setStage,
  wrongMarks,
} from './harness.ts';

const PASSAGE = '法治公安建设';

describe.skipIf(CHROMIUM === null)('bad input and faults in Chromium', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage(hard.HARD_PAGES);
  });
  afterAll(() => stage?.close());

  const open = async ({ url }: ServedPage): Promise<{ page: Page; heard: string[] }> => {
    const page = await stage.browser.newPage();
    const heard = complaints(page);
    page.goto(url, { timeout: 4_000 }).catch(() => undefined);
    await page.waitForFunction(() => document.body !== null);
    return { page, heard };
  };
  const highlight = async (page: Page, words: string) => {
    const shadow = await shadowView(page);
    await selectWords(page, words);
    await shadow.click('BUTTON', zh.toolbar.highlight);
    return shadow;
  };
  const says = async (page: Page, sentence: string) => {
    const shadow = await shadowView(page);
    return eventually(
      () => shadow.text(),
      (text) => text.includes(sentence),
    );
  };
  const noteWords = async (page: Page) => Object.values(await drawnMarks(page, 'note'));

  describe('hard pages are read and marked, and the text in each mark is what was found', () => {
    test.each([
      ['in GBK', hard.GBK],
      ['in a frame of the same site', hard.FRAME],
      ['filled in by a script after a while', hard.LATE],
      ['of 100,000 characters in one block with line breaks', hard.ONE_BLOCK],
      ['of over 50,000 nodes', hard.MANY_NODES],
      ['that never finishes loading', hard.ENDLESS],
      ['that grows while it is read', hard.GROWING],
    ])('a page %s', async (_, served) => {
      const { page, heard } = await open(served);
      await stage.marked(page);
      const wrong = async () => {
        const { findings } = await stage.marked(page);
        const drawn = await drawnMarks(page);
        const count = Object.keys(drawn).length;
        return count < 50 ? [`only ${count} marks are drawn`] : wrongMarks(findings, drawn);
      };
      expect(await eventually(wrong, (ids) => ids.length === 0, 20_000)).toEqual([]);
      expect(heard).toEqual([]);
      await page.close();
    });
  });

  test('a page of 1,000,000 characters stays responsive and shows its first marks', async () => {
    const { page, heard } = await open(hard.MILLION);
    await page.evaluate(() => {
      const world = window as unknown as { longest: number };
      world.longest = 0;
      let last = performance.now();
      setInterval(() => {
        world.longest = Math.max(world.longest, performance.now() - last);
        last = performance.now();
      }, 10);
    });
    const report = await stage.marked(page);
    expect(report.textLength).toBeGreaterThan(1_000_000);
    const shadow = await highlight(page, PASSAGE);
    await eventually(
      () => shadow.text(),
      (text) => text.includes(zh.page.savedHighlight),
      30_000,
    );
    expect(heard).toEqual([]);
    await page.close();
  });

  test('a page that grew is read again, and the reader is told once', async () => {
    const { page } = await open(hard.GROWING);
    await says(page, zh.page.textChanged);
    const report = await eventually(
      () => stage.marked(page),
      ({ findings }) => findings.some(({ quote }) => quote === '20件'),
    );
    expect(report.findings.some(({ quote }) => quote === '20件')).toBe(true);
    await page.close();
  });

  test('an empty page that the reader asks for says that there is no text', async () => {
    const { page, heard } = await open(hard.EMPTY);
    const panel = await stage.openPanel(page);
    await panel.waitForFunction((words) => document.body.textContent?.includes(words), {}, zh.panel.empty);
    expect(heard).toEqual([]);
    await panel.close();
    await page.close();
  });

  test('the worker is stopped before each message and nothing is lost', async () => {
    const { page, heard } = await open(hard.PLAIN);
    await stage.marked(page);
    const shadow = await shadowView(page);
    await selectWords(page, PASSAGE);
    await stage.stopWorker();
    await shadow.click('BUTTON', zh.toolbar.note);
    const frame = await page.waitForFrame((each) => each.url().includes('/composer.html'));
    const memo = await frame.waitForSelector('textarea');
    await stage.stopWorker();
    await memo?.type('停过三次');
    await frame.waitForFunction(
      (kept) => document.querySelector('.status')?.textContent === kept,
      {},
      zh.composer.draftKept,
    );
    await stage.stopWorker();
    await (await frame.waitForSelector('button[type="submit"]'))?.click();
    await eventually(
      () => noteWords(page),
      (words) => words.includes(PASSAGE),
    );
    await stage.stopWorker();
    await page.reload();
    await eventually(
      () => noteWords(page),
      (words) => words.includes(PASSAGE),
    );
    expect(heard).toEqual([]);
    await page.close();
  });

  test('the same report in two tabs shows a new note in both', async () => {
    const first = (await open(hard.PLAIN)).page;
    const second = (await open(hard.PLAIN)).page;
    await stage.marked(second);
    await first.bringToFront();
    await stage.marked(first);
    const before = (await noteWords(second)).length;
    await highlight(first, '第一责任人');
    await second.bringToFront();
    await eventually(
      () => noteWords(second),
      (words) => words.length === before + 1,
    );
    await first.close();
    await second.close();
  });

  test('a draft outlives its tab and is offered in the panel', async () => {
    const { page } = await open(hard.COPY);
    await stage.marked(page);
    const shadow = await shadowView(page);
    await selectWords(page, PASSAGE);
    await shadow.click('BUTTON', zh.toolbar.note);
    const frame = await page.waitForFrame((each) => each.url().includes('/composer.html'));
    await (await frame.waitForSelector('textarea'))?.type('还没写完');
    await pause(600);
    await page.close();

    const again = (await open(hard.COPY)).page;
    await stage.marked(again);
    const panel = await stage.openPanel(again);
    await (await panel.waitForSelector('[role="tab"]:nth-child(2)'))?.click();
    await panel.waitForSelector('.draft');
    expect(await panel.$eval('.draft', (draft) => draft.textContent)).toContain('还没写完');
    await panel.click('.draft .actions button');
    const memo = await panel.waitForSelector('.composer textarea');
    expect(await memo?.evaluate((area) => (area as HTMLTextAreaElement).value)).toBe('还没写完');
    await panel.click('.composer button[type="submit"]');
    await panel.waitForSelector('[data-note]');
    await again.bringToFront();
    await eventually(
      () => noteWords(again),
      (words) => words.includes(PASSAGE),
    );
    await panel.close();
    await again.close();
  });

  test('a full disk: the reader is told that nothing was saved, and later saving works again', async () => {
    const { page, heard } = await open(hard.PLAIN);
    await stage.marked(page);
    const worker = await stage.worker();
    // a disk can't be filled here: the real store is made to answer as it does on a full one
    await worker.evaluate(() => {
      const world = globalThis as unknown as { add: typeof IDBObjectStore.prototype.add };
      world.add = IDBObjectStore.prototype.add;
      IDBObjectStore.prototype.add = () => {
        throw new DOMException('the disk is full', 'QuotaExceededError');
      };
    });
    await page.bringToFront();
    const before = await noteWords(page);
    await highlight(page, '考评');
    await says(page, zh.faults['storage-full']);
    expect(await noteWords(page)).toEqual(before);
    await worker.evaluate(() => {
      IDBObjectStore.prototype.add = (
        globalThis as unknown as { add: typeof IDBObjectStore.prototype.add }
      ).add;
    });
    await highlight(page, '考评');
    await eventually(
      () => noteWords(page),
      (words) => words.length === before.length + 1,
    );
    expect(heard).toEqual([]);
    await page.close();
  });
});

describe.skipIf(CHROMIUM === null)('a database held open by an older version in another tab', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage([hard.PLAIN]);
  });
  afterAll(() => stage?.close());

  test('the reader is told, nothing is half-written, and it works when the tab is closed', async () => {
    const older = await stage.openExtensionPage('_locales/en/messages.json');
    await older.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          // the page that greets newcomers has made it in its present version
          indexedDB.deleteDatabase('zhupi');
          const request = indexedDB.open('zhupi', 1);
          request.onsuccess = () => resolve();
          request.onerror = () => reject(request.error);
        }),
    );
    const page = await stage.open(hard.PLAIN.url);
    const heard = complaints(page);
    await stage.marked(page);
    const shadow = await shadowView(page);
    await selectWords(page, PASSAGE);
    await shadow.click('BUTTON', zh.toolbar.highlight);
    await eventually(
      () => shadow.text(),
      (text) => text.includes(zh.faults['storage-blocked']),
    );
    expect(Object.values(await drawnMarks(page, 'note'))).toEqual([]);
    await older.close();
    await page.bringToFront();
    await selectWords(page, PASSAGE);
    await shadow.click('BUTTON', zh.toolbar.highlight);
    await eventually(
      async () => Object.values(await drawnMarks(page, 'note')),
      (words) => words.includes(PASSAGE),
    );
    expect(heard).toEqual([]);
  });
});

describe.skipIf(CHROMIUM === null)('an extension reloaded under an open page', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage([hard.PLAIN, { ...hard.PLAIN, url: hard.PLAIN.url.replace('plain', 'other') }]);
  });
  afterAll(() => stage?.close());

  test('says so at the next click, and a fresh start takes the old marks over', async () => {
    const page = await stage.open(hard.PLAIN.url);
    const heard = complaints(page);
    const { findings } = await stage.marked(page);
    await stage.reinstall();
    const shadow = await shadowView(page);
    await selectWords(page, PASSAGE);
    await shadow.click('BUTTON', zh.toolbar.highlight);
    await eventually(
      () => shadow.text(),
      (text) => text.includes(zh.faults['extension-reloaded']),
    );

    // a page that wakes the new worker
    await stage.open(hard.PLAIN.url.replace('plain', 'other'));
    await page.bringToFront();
    // what the browser does at a press of the button; the button of the extension as it was is gone
    const fresh = await stage.worker();
    await fresh.evaluate(async (url: string) => {
      const [tab] = await chrome.tabs.query({ url });
      (chrome.action.onClicked as unknown as { dispatch(tab: unknown): void }).dispatch(tab);
    }, hard.PLAIN.url);
    await eventually(
      () => drawnMarks(page),
      (marks) => Object.keys(marks).length === findings.length && !findings.some(({ id }) => id in marks),
    );
    expect(await page.evaluate(() => document.querySelectorAll('zhupi-annotator').length)).toBe(1);
    await selectWords(page, PASSAGE);
    await shadow.click('BUTTON', zh.toolbar.highlight);
    await eventually(
      async () => Object.values(await drawnMarks(page, 'note')),
      (words) => words.includes(PASSAGE),
    );
    expect(heard).toEqual([]);
  });
});
