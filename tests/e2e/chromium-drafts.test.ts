import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zh } from '../../lib/messages/zh.ts';
import { shadowView } from '../../scripts/drive/pierce.ts';
import { selectWords } from '../../scripts/drive/select.ts';
import * as hard from './hard-pages.ts';
import { CHROMIUM, drawnMarks, eventually, pause, type Stage, setStage } from './harness.ts';

const PASSAGE = '法治公安建设';
const OTHER = '考评';

describe.skipIf(CHROMIUM === null)('nothing that was typed is lost', () => {
  let stage: Stage;
  let page: Page;

  beforeAll(async () => {
    stage = await setStage(hard.HARD_PAGES);
    page = await stage.open(hard.PLAIN.url);
    await stage.marked(page);
  });
  afterAll(() => stage?.close());

  let last: Frame | undefined;
  /** The composer opened just now, ready to be typed in; the one before it may still be going. */
  const composer = async (): Promise<Frame> => {
    last = await page.waitForFrame((each) => each.url().includes('/composer.html') && each !== last);
    await last.waitForFunction(() => document.activeElement?.localName === 'textarea');
    return last;
  };
  const compose = async (words: string): Promise<Frame> => {
    await page.bringToFront();
    const shadow = await shadowView(page);
    await selectWords(page, words);
    await shadow.click('BUTTON', zh.toolbar.note);
    return composer();
  };
  const closed = () =>
    eventually(
      async () => page.frames().some((each) => each.url().includes('/composer.html')),
      (isOpen) => !isOpen,
    );
  /** Memos of the drafts and of the stored notes, as the database has them. */
  const stored = async (table: 'drafts' | 'annotations'): Promise<string[]> => {
    const worker = await stage.worker();
    return worker.evaluate(async (name: string) => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('zhupi');
        request.onsuccess = () => resolve(request.result);
      });
      const rows = await new Promise<{ body: { memo: string } }[]>((resolve) => {
        const request = database.transaction(name).objectStore(name).getAll();
        request.onsuccess = () => resolve(request.result);
      });
      database.close();
      return rows.map(({ body }) => body.memo);
    }, table);
  };

  test('Escape at once after typing keeps the draft', async () => {
    const frame = await compose(PASSAGE);
    await (await frame.$('textarea'))?.type('一口气写完');
    await page.keyboard.press('Escape');
    await closed();
    expect(await stored('drafts')).toEqual(['一口气写完']);
  });

  test('Escape in an empty composer leaves no draft behind', async () => {
    await compose(OTHER);
    await page.keyboard.press('Escape');
    await closed();
    expect(await stored('drafts')).toEqual(['一口气写完']);
  });

  test('opening another passage while typing keeps what was typed', async () => {
    const frame = await compose(OTHER);
    await (await frame.$('textarea'))?.type('还没停笔');
    await compose('信访');
    await eventually(
      () => stored('drafts'),
      (memos) => memos.includes('还没停笔'),
    );
    await page.keyboard.press('Escape');
    await closed();
  });

  test('word that one composer is done comes late: the one opened meanwhile stays', async () => {
    const first = await compose(OTHER);
    const id = /#([^/]+)/.exec(first.url())?.[1] ?? '';
    const second = await compose('信访');
    const worker = await stage.worker();
    await worker.evaluate(
      async (url: string, done: string) => {
        const [tab] = await chrome.tabs.query({ url });
        const message = { id: 1, type: 'composerClosed', data: { id: done }, timestamp: Date.now() };
        await chrome.tabs.sendMessage(tab?.id ?? -1, message, { frameId: 0 });
      },
      page.url(),
      id,
    );
    expect(id).not.toBe('');
    expect(page.frames()).toContain(second);
    expect(await second.$eval('textarea', (area) => area.isConnected)).toBe(true);
    await page.keyboard.press('Escape');
    await closed();
  });

  test('leaving the page while typing keeps what was typed', async () => {
    const frame = await compose('信访');
    await (await frame.$('textarea'))?.type('翻页之前');
    await page.goto(hard.GBK.url);
    await eventually(
      () => stored('drafts'),
      (memos) => memos.includes('翻页之前'),
    );
    await page.goto(hard.PLAIN.url);
    await stage.marked(page);
  });

  test('an unfinished change of a stored note is a draft, offered again at its mark', async () => {
    const frame = await compose('第一责任人');
    await (await frame.$('textarea'))?.type('原来的话');
    await (await frame.$('button[type="submit"]'))?.click();
    await closed();
    const openMark = async () => {
      const mark = await page.waitForSelector('mark.zhupi[data-category="note"]');
      await mark?.scrollIntoView();
      await page.evaluate(() => getSelection()?.removeAllRanges());
      await mark?.click();
      return composer();
    };
    const editor = await openMark();
    await (await editor.$('textarea'))?.type('，改了一半');
    await page.keyboard.press('Escape');
    await closed();
    expect(await stored('annotations')).toEqual(['原来的话']);
    const again = await openMark();
    expect(await again.$eval('textarea', (area) => area.value)).toContain('改了一半');
    await page.keyboard.press('Escape');
    await closed();
  });

  test('a change being written in the panel survives the page’s new title and a click on a mark', async () => {
    const panel = await stage.openPanel(page);
    await (await panel.waitForSelector('[role="tab"]:nth-child(2)'))?.click();
    await (await panel.waitForSelector('[data-note] .actions button'))?.click();
    await (await panel.waitForSelector('.composer textarea'))?.type('，侧栏里写的');
    await page.evaluate(() => {
      document.title += '（新）';
    });
    await pause(300);
    await page.bringToFront();
    const figure = await page.$('mark.zhupi[data-category="figure"]');
    await figure?.scrollIntoView();
    await figure?.click();
    await pause(300);
    expect(await panel.$eval('.composer textarea', (area) => area.value)).toContain('侧栏里写的');
    await panel.close();
    await eventually(
      () => stored('drafts'),
      (memos) => memos.some((memo) => memo.includes('侧栏里写的')),
    );
  });

  test('Escape and a press beside it close a card; Escape closes the toolbar', async () => {
    await page.bringToFront();
    const shadow = await shadowView(page);
    const isShown = async (words: string) => (await shadow.boxes('BUTTON', words)).length > 0;
    const openCard = async () => {
      const figure = await page.$('mark.zhupi[data-category="figure"]');
      await page.evaluate(() => getSelection()?.removeAllRanges());
      await figure?.scrollIntoView();
      await figure?.click();
      await eventually(() => isShown(zh.card.note), Boolean);
    };
    await openCard();
    await page.keyboard.press('Escape');
    await eventually(
      () => isShown(zh.card.note),
      (shown) => !shown,
    );
    await openCard();
    await page.mouse.click(3, 3);
    await eventually(
      () => isShown(zh.card.note),
      (shown) => !shown,
    );
    await selectWords(page, OTHER);
    await eventually(() => isShown(zh.toolbar.note), Boolean);
    await page.keyboard.press('Escape');
    await eventually(
      () => isShown(zh.toolbar.note),
      (shown) => !shown,
    );
  });

  test('the composer goes with its passage when the page scrolls', async () => {
    await compose(OTHER);
    const shadow = await shadowView(page);
    const top = async () => (await shadow.boxes('IFRAME'))[0]?.y ?? Number.NaN;
    const before = await top();
    await page.evaluate(() => scrollBy(0, 60));
    await eventually(top, (now) => Math.abs(before - 60 - now) < 2);
    await page.keyboard.press('Escape');
    await closed();
  });

  test('a page that comes back from the browser’s memory shows the notes as they are now', async () => {
    const count = async () => Object.keys(await drawnMarks(page, 'note')).length;
    const before = await eventually(count, (notes) => notes > 0);
    await page.goto('about:blank');
    const library = await stage.openExtensionPage('library.html');
    library.on('dialog', (dialog) => void dialog.accept());
    await (await library.waitForSelector('tbody .button'))?.click();
    await library.waitForSelector('.empty');
    expect(await stored('drafts')).toEqual([]);
    await page.bringToFront();
    await page.goBack();
    await stage.marked(page);
    await eventually(count, (notes) => notes === 0);
    expect(before).toBeGreaterThan(0);
  });
});
