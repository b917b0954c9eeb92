import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zh } from '../../lib/messages/zh.ts';
import { type ShadowView, shadowView } from '../../scripts/drive/pierce.ts';
import { selectWords } from '../../scripts/drive/select.ts';
import { addressOf, CHROMIUM, eventually, type Stage, sample, setStage } from './harness.ts';

const EARLIER = sample('trs-linzhu-gaj-2023');
const LATER = sample('ucap-linzhu-gaj-2024');
const OTHER = sample('plain-yanping-gaj-2024');
const FIGURE = '13603起';
const CODE = '依法行政制度';
const PASSAGE = '认真学习贯彻党的二十届三中全会精神';

describe.skipIf(CHROMIUM === null)('views that line reports up follow what the reader does', () => {
  let stage: Stage;
  let page: Page;
  let shadow: ShadowView;
  let library: Page;

  const show = (tab: string) =>
    eventually(
      () =>
        library.evaluate((title) => {
          const tabs = [...document.querySelectorAll<HTMLElement>('.tabs [role=tab]')];
          const found = tabs.find((each) => each.textContent?.startsWith(title));
          found?.click();
          return found !== undefined;
        }, tab),
      Boolean,
    );
  const cells = () => library.$$eval('.indicators .cell', (all) => all.map((cell) => cell.textContent ?? ''));

  const collect = async (from: Page) => {
    const worker = await stage.worker();
    await worker.evaluate(async (url: string) => {
      const [tab] = await chrome.tabs.query({ url });
      const message = { id: 1, type: 'collectPage', timestamp: Date.now() };
      await chrome.tabs.sendMessage(tab?.id ?? -1, message, { frameId: 0 });
    }, from.url());
  };

  beforeAll(async () => {
    stage = await setStage();
    for (const report of [EARLIER, OTHER, LATER]) {
      page = await stage.open(addressOf(report));
      await stage.marked(page);
      await collect(page);
    }
    shadow = await shadowView(page);
    library = await stage.openExtensionPage('library.html');
    await library.setViewport({ width: 1280, height: 900 });
    await eventually(
      () => library.$$eval('tbody th[scope=row]', (rows) => rows.length),
      (count) => count === 3,
    );
  }, 120_000);
  afterAll(() => stage?.close());

  test('a figure that is dismissed on its page leaves the table, and comes back with undo', async () => {
    await show(zh.compare.indicators);
    await eventually(cells, (shown) => shown.includes(FIGURE));
    await page.bringToFront();
    const { findings } = await stage.marked(page);
    const id = findings.find(({ quote }) => quote === FIGURE)?.id;
    const mark = await page.waitForSelector(`mark.zhupi[data-id="${id}"]`);
    await mark?.scrollIntoView();
    await mark?.click();
    await shadow.click('BUTTON', zh.card.dismiss);
    await eventually(
      () => shadow.text(),
      (text) => text.includes(zh.page.judged.dismissed),
    );
    // nobody touches the library meanwhile
    await eventually(cells, (shown) => shown.length > 5 && !shown.includes(FIGURE));
    await shadow.click('BUTTON', zh.page.undo);
    await eventually(cells, (shown) => shown.includes(FIGURE));
  });

  test('a chart is gone through by keyboard, each bar leads to its sentence, and its table says the same', async () => {
    await library.bringToFront();
    const summary = await library.waitForSelector(
      '::-p-xpath(//table[contains(@class,"indicators")]//tr[.//button[contains(., "13603起")]]//summary)',
    );
    await summary?.click();
    const chart = await library.waitForSelector(`::-p-xpath(//button[text()="${zh.compare.chart}"])`);
    await chart?.click();
    await library.waitForSelector('.chart svg');
    const table = await library.$$eval('.chart table tbody tr', (rows) =>
      rows.map((row) => [...row.cells].map((cell) => cell.textContent)),
    );
    expect(table).toContainEqual(['临渚市公安局 2024年', FIGURE]);
    const bars = await library.$$eval('.chart svg [role=button]', (all) =>
      all.map((bar) => bar.getAttribute('aria-label')),
    );
    expect(bars).toEqual(table.map((cells) => cells.join(' ')));

    await library.focus('.chart header button');
    for (let bar = 0; bar <= bars.indexOf(`临渚市公安局 2024年 ${FIGURE}`); bar++)
      await library.keyboard.press('Tab');
    await library.keyboard.press('Enter');
    await library.waitForSelector('.drawer mark');
    expect(await library.$eval('.drawer mark', (mark) => mark.textContent)).toBe(FIGURE);
    await library.keyboard.press('Escape');
    await library.waitForFunction(() => !document.querySelector('.drawer mark'));
    await library.keyboard.press('Escape');
    await library.waitForFunction(() => !document.querySelector('.drawer'));
    await summary?.click();
  });

  test('a new coding is counted as soon as it is given', async () => {
    await library.bringToFront();
    await show(zh.compare.codings);
    await eventually(
      () => library.$$eval('.empty', (all) => all.map((each) => each.textContent)),
      (said) => said.includes(zh.compare.noCodings),
    );
    await page.bringToFront();
    await selectWords(page, PASSAGE);
    await shadow.click('BUTTON', CODE);
    await eventually(
      () => library.$$eval('.matrix thead th', (heads) => heads.map((head) => head.textContent)),
      (heads) => heads.includes(CODE),
    );
    await library.bringToFront();
    const cell = await library.waitForSelector('.matrix .cell');
    await cell?.click();
    await library.waitForSelector('.drawer mark');
    expect(await library.$eval('.drawer mark', (mark) => mark.textContent)).toBe(PASSAGE);
    await library.keyboard.press('Escape');
  });

  test('codings are counted, or only whether there are any', async () => {
    await page.bringToFront();
    await selectWords(page, FIGURE);
    await shadow.click('BUTTON', CODE);
    await library.bringToFront();
    const shown = () =>
      library.$$eval('.matrix tbody td', (cells) =>
        cells.map((cell) => cell.textContent?.match(/^[\d·]+/)?.[0]).sort(),
      );
    await eventually(shown, (cells) => cells.includes('2'));
    await library.click('.summary input[type=checkbox]');
    const reports = await library.$$eval('.matrix tbody tr', (rows) => rows.length);
    expect(await shown()).toEqual([...Array(reports - 1).fill('0'), '1']);
    await library.click('.summary input[type=checkbox]');
    expect(await shown()).toContain('2');
  });

  test('three reports stand in three columns, each sentence leading to its report', async () => {
    await show(zh.compare.sideBySide);
    await library.waitForSelector('.side-by-side[data-columns="2"]');
    const third = await library.$$('.summary select');
    const value = await third[2]?.$eval('option:last-child', (option) => (option as HTMLOptionElement).value);
    await third[2]?.select(value ?? '');
    await library.waitForSelector('.side-by-side[data-columns="3"]');
    const heads = await library.$$eval('.side-by-side thead th', (all) =>
      all.map((head) => head.textContent),
    );
    expect(new Set(heads).size).toBe(3);
    expect(await library.$$eval('.shares li', (shares) => shares.length)).toBe(2);
    const last = await library.waitForSelector('.side-by-side tbody td:last-child .to-passage');
    await last?.click();
    await library.waitForSelector('.drawer mark');
    expect(await library.$eval('.drawer h2', (head) => head.textContent)).toBe(heads[2]);
    await library.keyboard.press('Escape');
  });

  test('a report that is collected anew is compared anew, and a cell leads to its words as they are now', async () => {
    await show(zh.compare.indicators);
    await eventually(cells, (shown) => shown.includes(FIGURE));
    await page.bringToFront();
    await page.evaluate((figure) => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode as Text;
        text.data = text.data.replace(figure.slice(0, -1), '14703');
      }
      // what stands before it is longer, too
      document.querySelector('p')?.prepend('本报告已经修订。');
    }, FIGURE);
    await collect(page);
    // nobody touches the library meanwhile
    await eventually(cells, (shown) => shown.includes('14703起') && !shown.includes(FIGURE));
    await library.bringToFront();
    const cell = await library.waitForSelector(
      '::-p-xpath(//table[contains(@class,"indicators")]//button[contains(., "14703起")])',
    );
    await cell?.click();
    await library.waitForSelector('.drawer mark');
    expect(await library.$eval('.drawer mark', (mark) => mark.textContent)).toBe('14703起');
    await library.keyboard.press('Escape');
  });
});
