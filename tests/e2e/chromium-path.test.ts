import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zh } from '../../lib/messages/zh.ts';
import { type ShadowView, shadowView } from '../../scripts/drive/pierce.ts';
import { selectWords } from '../../scripts/drive/select.ts';
import {
  addressOf,
  CHROMIUM,
  complaints,
  drawnMarks,
  eventually,
  type Stage,
  sample,
  setStage,
} from './harness.ts';

const REPORT = sample('ucap-linzhu-gaj-2024');
const FACTS = REPORT.expected;

describe.skipIf(CHROMIUM === null)('the main job in Chromium', () => {
  let stage: Stage;
  let page: Page;
  let panel: Page;
  let shadow: ShadowView;
  let heard: string[];
  const downloads = mkdtempSync(join(tmpdir(), 'zhupi-downloads-'));
  const notes = () => drawnMarks(page, 'note');

  beforeAll(async () => {
    stage = await setStage();
    page = await stage.open(addressOf(REPORT));
    heard = complaints(page);
    await stage.marked(page);
    shadow = await shadowView(page);
  });
  afterAll(async () => {
    await stage?.close();
    rmSync(downloads, { recursive: true, force: true });
  });

  test('the report is marked in three categories, each mark with an id of its own', async () => {
    const { findings } = await stage.marked(page);
    for (const category of ['measure', 'figure', 'shortcoming']) {
      const ids = findings.filter((finding) => finding.category === category).map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(3);
      const drawn = await eventually(
        () => drawnMarks(page, category),
        (marks) => Object.keys(marks).length >= ids.length,
      );
      expect(Object.keys(drawn).sort()).toEqual(ids.sort());
    }
  });

  test('the badge counts the shortcomings', async () => {
    const report = await stage.marked(page);
    const count = report.findings.filter(({ category }) => category === 'shortcoming').length;
    const badge = () =>
      stage.worker().then((worker) =>
        worker.evaluate(async (url: string) => {
          const [tab] = await chrome.tabs.query({ url });
          return chrome.action.getBadgeText({ tabId: tab?.id });
        }, page.url()),
      );
    expect(count).toBeGreaterThan(0);
    await eventually(badge, (text) => text === String(count));
  });

  test('the real side panel shows the facts of the report', async () => {
    panel = await stage.openPanel(page);
    await panel.waitForSelector('.facts dd');
    const shown = await panel.$eval('.facts', (facts) => facts.textContent);
    for (const fact of [FACTS.title, FACTS.issuer, `${FACTS.year}年`, FACTS.kind, FACTS.published]) {
      expect(shown).toContain(fact);
    }
  });

  test('a click on a finding scrolls the page to its passage', async () => {
    const report = await stage.marked(page);
    const index = report.findings.findLastIndex(({ category }) => category === 'shortcoming');
    const { id } = report.findings[index] ?? { id: '' };
    await panel.click(`[data-finding="${id}"] button`);
    await eventually(
      () =>
        page.evaluate((wanted) => {
          const box = document.querySelector(`mark.zhupi[data-id="${wanted}"]`)?.getBoundingClientRect();
          return box ? box.top >= 0 && box.bottom <= innerHeight : false;
        }, id),
      (isVisible) => isVisible,
    );
  });

  test('a click on a figure opens its card, and the panel follows', async () => {
    const report = await stage.marked(page);
    const figure = report.findings.find(({ figure: each }) => each?.value === 1792);
    const mark = await page.waitForSelector(`mark.zhupi[data-id="${figure?.id}"]`);
    await mark?.scrollIntoView();
    await mark?.click();
    const card = await eventually(
      () => shadow.text(),
      (text) => text.includes(zh.card.rule),
    );
    expect(card).toContain('1792起');
    expect(card).toContain('1,792 起');
    await panel.waitForSelector(`[data-finding="${figure?.id}"].chosen`);
    await shadow.click('BUTTON', '×');
  });

  test('the card of a measure or shortcoming names its topic', async () => {
    const report = await stage.marked(page);
    const found = report.findings.find(
      ({ category, topic }) => category === 'measure' && topic === 'enforcement',
    );
    const mark = await page.waitForSelector(`mark.zhupi[data-id="${found?.id}"]`);
    await mark?.scrollIntoView();
    await mark?.click();
    const card = await eventually(
      () => shadow.text(),
      (text) => text.includes(zh.card.topic),
    );
    expect(card).toContain('行政执法');
    await shadow.click('BUTTON', '×');
  });

  test('the outline leads to each part', async () => {
    await panel.click('[role="tab"]:nth-child(3)');
    const parts = await panel.$$eval('.outline li[data-depth="1"]', (rows) =>
      rows.map((row) => row.textContent),
    );
    expect(parts.length).toBeGreaterThanOrEqual(4);
    expect(parts.join()).toContain(zh.roles.shortcomings);
    await panel.click('.outline li:last-child button');
    const lit = () => page.evaluate(() => CSS.highlights.has('zhupi-flash'));
    await eventually(lit, Boolean);
    const during = await page.screenshot({ encoding: 'base64' });
    await eventually(lit, (isLit) => !isLit);
    // the eye must see where it was taken to
    expect(await page.screenshot({ encoding: 'base64' })).not.toBe(during);
  });

  test('highlighting a selection says saved once it is stored, and marks it', async () => {
    await selectWords(page, '执法质量提升年');
    await shadow.click('BUTTON', zh.toolbar.highlight);
    await eventually(
      () => shadow.text(),
      (text) => text.includes(zh.page.savedHighlight),
    );
    await eventually(notes, (drawn) => Object.values(drawn).includes('执法质量提升年'));
  });

  test('a note with a tag is written in a frame of the extension’s own', async () => {
    await selectWords(page, '党委理论学习中心组开展法治专题学习');
    await shadow.click('BUTTON', zh.toolbar.note);
    const frame = await page.waitForFrame((each) => each.url().includes('/composer.html'));
    const memo = await frame.waitForSelector('textarea');
    expect(await frame.evaluate(() => document.activeElement?.localName)).toBe('textarea');
    await memo?.type('与上一年度的6次对照');
    const tags = await frame.waitForSelector('[role="combobox"]');
    await tags?.type('待跟进');
    await page.keyboard.press('Enter');
    await frame.waitForSelector('.tag');
    await tags?.focus();
    await page.keyboard.down('Control');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Control');
    await eventually(notes, (drawn) => Object.values(drawn).includes('党委理论学习中心组开展法治专题学习'));
    await eventually(
      async () => page.frames().some((each) => each.url().includes('/composer.html')),
      (isOpen) => !isOpen,
    );
  });

  test('a figure inside a longer note still opens its own card', async () => {
    await selectWords(page, '破获电信网络诈骗案件1792起');
    await shadow.click('BUTTON', zh.toolbar.highlight);
    await eventually(notes, (drawn) => Object.values(drawn).includes('破获电信网络诈骗案件1792起'));
    const { findings } = await stage.marked(page);
    const id = findings.find(({ figure }) => figure?.value === 1792)?.id;
    await (await page.waitForSelector(`mark.zhupi[data-id="${id}"]`))?.click();
    await eventually(
      () => shadow.text(),
      (text) => text.includes('1,792 起'),
    );
    await page.keyboard.press('Escape');
    const list = await stage.openPanel(page);
    await list.click('[role="tab"]:nth-child(2)');
    const rows = await list.$$('[data-note]');
    for (const row of rows) {
      const isIt = await row.evaluate((each) => each.textContent?.includes('1792起'));
      if (isIt) await (await row.$('.actions button:last-child'))?.click();
    }
    await eventually(notes, (drawn) => !Object.values(drawn).includes('破获电信网络诈骗案件1792起'));
  });

  test('what was typed into the frame is nowhere in the page’s document', async () => {
    expect(await page.content()).not.toContain('与上一年度的6次对照');
    expect(await page.content()).not.toContain('待跟进');
  });

  test('the panel lists both notes', async () => {
    await panel.bringToFront();
    await panel.click('[role="tab"]:nth-child(2)');
    await panel.waitForFunction(() => document.querySelectorAll('[data-note]').length === 2);
    const listed = await panel.$eval('.notes', (list) => list.textContent);
    expect(listed).toContain('与上一年度的6次对照');
    expect(listed).toContain('待跟进');
  });

  test('after a reload both notes are back on their passages, under new ids', async () => {
    const before = await notes();
    await page.bringToFront();
    await page.reload({ waitUntil: 'domcontentloaded' });
    const after = await eventually(notes, (drawn) => Object.keys(drawn).length === 2);
    expect(Object.values(after).sort()).toEqual(Object.values(before).sort());
    expect(Object.keys(after).filter((id) => id in before)).toEqual([]);
  });

  test('the library lists the report and exports the notes as CSV and JSON', async () => {
    const library = await stage.openExtensionPage('library.html');
    const session = await library.createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
    await library.waitForSelector('tbody');
    expect(await library.$eval('tbody', (rows) => rows.textContent)).toContain(FACTS.title);
    for (const button of await library.$$('.library .actions button')) await button.click();
    const files = await eventually(
      async () => readdirSync(downloads).filter((name) => /\.(csv|json)$/.test(name)),
      (names) => names.length === 2,
    );
    const read = (ending: string) =>
      readFileSync(join(downloads, files.find((name) => name.endsWith(ending)) ?? ''), 'utf8');
    const csv = read('.csv');
    expect(csv.startsWith('\ufeff')).toBe(true);
    const rows = Papa.parse<Record<string, string>>(csv.slice(1), { header: true }).data;
    expect(rows.map((row) => row[zh.columns.quote])).toEqual([
      '执法质量提升年',
      '党委理论学习中心组开展法治专题学习',
    ]);
    expect(rows[1]).toMatchObject({
      [zh.columns.issuer]: FACTS.issuer,
      [zh.columns.year]: String(FACTS.year),
      [zh.columns.tags]: '待跟进',
      [zh.columns.note]: '与上一年度的6次对照',
      [zh.columns.address]: addressOf(REPORT),
    });
    expect(rows[1]?.[zh.columns.textHash]).toMatch(/^[0-9a-f]{64}$/);
    const { notes: exported } = JSON.parse(read('.json')) as { notes: { quote: string }[] };
    expect(exported.map(({ quote }) => quote)).toEqual(rows.map((row) => row[zh.columns.quote]));
    await library.close();
  });

  test('a note is changed and removed from the panel, and the page follows', async () => {
    const list = await stage.openPanel(page);
    await list.waitForSelector('[role="tab"]');
    await list.click('[role="tab"]:nth-child(2)');
    await list.waitForSelector('[data-note] .actions button');
    await list.click('[data-note] .actions button');
    const memo = await list.waitForSelector('.composer textarea');
    await memo?.type('补记');
    await list.click('.composer button[type="submit"]');
    await list.waitForFunction(() => document.querySelector('.notes')?.textContent?.includes('补记'));
    await list.click('[data-note] .actions button:last-child');
    await eventually(notes, (drawn) => Object.keys(drawn).length === 1);
  });

  test('the context menu and the keyboard commands act on the selection', async () => {
    await page.bringToFront();
    await selectWords(page, '推动法治公安建设迈出新步伐');
    const worker = await stage.worker();
    const commands = await worker.evaluate(() => chrome.commands.getAll());
    expect(commands.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['note-on-selection', 'highlight-selection', 'tag-selection']),
    );
    await worker.evaluate(async (url: string) => {
      const [tab] = await chrome.tabs.query({ url });
      // what the browser does when the reader presses the key
      (chrome.commands.onCommand as unknown as { dispatch(name: string, tab: unknown): void }).dispatch(
        'highlight-selection',
        tab,
      );
    }, page.url());
    await eventually(notes, (drawn) => Object.values(drawn).includes('推动法治公安建设迈出新步伐'));
  });

  test.each([
    ['with nothing selected', '', zh.page.noSelection],
    ['with a title outside of the text selected', 'h1,h2', zh.page.outsideText],
  ])('a command %s says why nothing happens', async (_, selector, sentence) => {
    await page.evaluate((wanted) => {
      const title = wanted === '' ? null : document.querySelector(wanted);
      getSelection()?.removeAllRanges();
      if (title) getSelection()?.selectAllChildren(title);
    }, selector);
    const worker = await stage.worker();
    await worker.evaluate(async (url: string) => {
      const [tab] = await chrome.tabs.query({ url });
      (chrome.commands.onCommand as unknown as { dispatch(name: string, tab: unknown): void }).dispatch(
        'highlight-selection',
        tab,
      );
    }, page.url());
    await eventually(
      () => shadow.text(),
      (text) => text.includes(sentence),
    );
  });

  test('nothing was complained of in the page’s console', () => {
    expect(heard).toEqual([]);
  });
});
