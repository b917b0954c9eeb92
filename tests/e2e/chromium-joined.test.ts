import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zh } from '../../lib/messages/zh.ts';
import { shadowView } from '../../scripts/drive/pierce.ts';
import { selectWords } from '../../scripts/drive/select.ts';
import { addressOf, CHROMIUM, drawnMarks, eventually, type Stage, sample, setStage } from './harness.ts';

const REPORT = sample('ucap-linzhu-gaj-2024');
/** The same report, as another office of the same government published it. */
const TWIN = 'http://www.linzhu.gov.cn/gongkai/2025/fzbg.html';

describe.skipIf(CHROMIUM === null)('a report at two addresses, joined in the library', () => {
  let stage: Stage;
  let pages: [Page, Page];

  const collect = async (page: Page) => {
    const worker = await stage.worker();
    await worker.evaluate(async (url: string) => {
      const [tab] = await chrome.tabs.query({ url });
      const message = { id: 1, type: 'collectPage', timestamp: Date.now() };
      await chrome.tabs.sendMessage(tab?.id ?? -1, message, { frameId: 0 });
    }, page.url());
  };

  beforeAll(async () => {
    stage = await setStage([{ url: TWIN, body: { file: REPORT.file } }]);
    pages = [await stage.open(addressOf(REPORT)), await stage.open(TWIN)];
    for (const page of pages) {
      await stage.marked(page);
      await collect(page);
    }
    const library = await stage.openExtensionPage('library.html');
    library.on('dialog', (dialog) => void dialog.accept());
    const choice = `select[aria-label="${zh.library.join}"]`;
    await library.waitForSelector(choice);
    const twin = await library.$eval(`${choice} option:last-child`, (option) => option.value);
    await library.select(choice, twin);
    await eventually(
      () => library.$$eval('tbody th[scope=row]', (rows) => rows.length),
      (count) => count === 1,
    );
    await library.close();
  });
  afterAll(() => stage?.close());

  test.each([
    [0, '执法质量提升年'],
    [1, '认真学习贯彻党的二十届三中全会精神'],
  ])('what is highlighted on page %i is drawn on both at once', async (index, words) => {
    const page = pages[index === 0 ? 0 : 1];
    await page.bringToFront();
    const shadow = await shadowView(page);
    await selectWords(page, words);
    await shadow.click('BUTTON', zh.toolbar.highlight);
    for (const each of pages) {
      const drawn = await eventually(
        () => drawnMarks(each, 'note'),
        (notes) => Object.values(notes).includes(words),
      );
      expect(Object.keys(drawn)).toHaveLength(index + 1);
    }
  });

  test('alone on the shelf, it has its figures in the table of indicators', async () => {
    const library = await stage.openExtensionPage('library.html');
    const tab = await library.waitForSelector(`::-p-xpath(//*[@role="tab"][.="${zh.compare.indicators}"])`);
    await tab?.click();
    await library.waitForSelector('.indicators tbody tr');
    await library.close();
  });
});
