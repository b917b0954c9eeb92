import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Words } from '../../lib/model/words.ts';
import { firefoxShadowView } from '../../scripts/drive/firefox-shadow.ts';
import type { ShadowView } from '../../scripts/drive/pierce.ts';
import { selectWords } from '../../scripts/drive/select.ts';
import { FIREFOX, type FirefoxStage, setFirefoxStage } from './firefox-stage.ts';
import { addressOf, complaints, drawnMarks, eventually, sample } from './harness.ts';

const REPORT = sample('ucap-linzhu-gaj-2024');
const FACTS = REPORT.expected;
/** Begins and ends outside of all marks, with two figures between. */
const PASSAGE = '法治专题学习8次，举办“法治讲堂”12期，覆盖';
const MEMO = '与上一年度的安排对照';
const TAG = '待跟进';

describe.skipIf(FIREFOX === null)('the main job in Firefox', () => {
  let stage: FirefoxStage;
  let page: Page;
  let shadow: ShadowView;
  let heard: string[];
  let words: Words;
  let downloads: string | undefined;
  const notes = () => drawnMarks(page, 'note');
  const noted = () => notes().then((drawn) => Object.values(drawn));
  const inSidebar: FirefoxStage['window']['inSidebar'] = (...call) => stage.window.inSidebar(...call);
  const sidebarText = (selector: string) =>
    inSidebar((each) => document.querySelector<HTMLElement>(each)?.textContent ?? '', selector);
  const clickInSidebar = (selector: string) => stage.window.clickInSidebar(selector);
  const addressIn = async (frame: Frame): Promise<string> => {
    try {
      // Puppeteer is told about:blank for the extension's own addresses
      return await frame.evaluate(() => location.href);
    } catch {
      return 'gone since';
    }
  };
  const composers = async (): Promise<Frame[]> => {
    const frames = page.frames();
    const addresses = await Promise.all(frames.map(addressIn));
    return frames.filter((_, index) => addresses[index]?.includes('/composer.html'));
  };
  const composer = async (): Promise<Frame> => {
    const [frame] = await eventually(composers, ({ length }) => length === 1);
    if (!frame) throw new Error('no composer is shown');
    await frame.waitForSelector('textarea');
    return frame;
  };
  const isComposerGone = () => eventually(composers, ({ length }) => length === 0);
  const pressSave = async () => {
    await page.keyboard.down('Control');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Control');
  };

  beforeAll(async () => {
    downloads = mkdtempSync(join(tmpdir(), 'zhupi-downloads-'));
    stage = await setFirefoxStage([], { downloads });
    await stage.install();
    words = await stage.panel();
    page = await stage.browser.newPage();
    heard = complaints(page);
    await page.goto(addressOf(REPORT), { waitUntil: 'load' });
    await stage.marked(page);
    shadow = firefoxShadowView(page);
  });
  afterAll(async () => {
    await stage?.close();
    if (downloads) rmSync(downloads, { recursive: true, force: true });
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

  test('the look of the marks reaches the page', async () => {
    const lines = await page.$$eval('mark.zhupi', (marks) => [
      ...new Set(
        marks.map((mark) => `${mark.dataset.category} ${getComputedStyle(mark).textDecorationStyle}`),
      ),
    ]);
    expect(lines.sort()).toEqual(['figure solid', 'measure dotted', 'shortcoming wavy']);
  });

  test('the toolbar button opens the real sidebar with the facts of the report', async () => {
    await stage.window.closeSidebar();
    expect(await stage.window.isSidebarOpen()).toBe(false);
    await stage.window.pressButton();
    await eventually(() => stage.window.isSidebarOpen(), Boolean);
    const shown = await eventually(
      () => sidebarText('.facts').catch(() => ''),
      (text) => text.includes(words.panel.published),
    );
    for (const fact of [FACTS.title, FACTS.issuer, String(FACTS.year), FACTS.kind, FACTS.published]) {
      expect(shown).toContain(fact);
    }
  });

  test('the sidebar counts the findings of each category', async () => {
    const { findings } = await stage.marked(page);
    for (const category of ['measure', 'figure', 'shortcoming'] as const) {
      const count = findings.filter((finding) => finding.category === category).length;
      expect(await sidebarText(`.chip[data-category="${category}"] span`)).toBe(String(count));
    }
  });

  test('a click on a finding in the sidebar scrolls the page to its passage', async () => {
    const { findings } = await stage.marked(page);
    const id = findings.findLast(({ category }) => category === 'shortcoming')?.id ?? '';
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    const isVisible = () =>
      page.evaluate((wanted) => {
        const box = document.querySelector(`mark.zhupi[data-id="${wanted}"]`)?.getBoundingClientRect();
        return box ? box.top >= 0 && box.bottom <= innerHeight : false;
      }, id);
    expect(await isVisible()).toBe(false);
    await clickInSidebar(`[data-finding="${id}"] button`);
    await eventually(isVisible, Boolean);
  });

  test('a click on a mark opens its card, and the sidebar follows', async () => {
    const { findings } = await stage.marked(page);
    const id = findings.find(({ figure }) => figure?.value === 1792)?.id ?? '';
    const mark = await page.waitForSelector(`mark.zhupi[data-id="${id}"]`);
    await mark?.scrollIntoView();
    await mark?.click();
    const card = await eventually(
      () => shadow.text(),
      (text) => text.includes(words.card.rule),
    );
    expect(card).toContain('1792起');
    await eventually(
      () => sidebarText('[data-finding].chosen'),
      (text) => text.includes('1792起'),
    );
    await shadow.click('BUTTON', '×');
    await eventually(
      () => shadow.text(),
      (text) => !text.includes(words.card.rule),
    );
  });

  test('a tag and a note are written in a frame of the extension’s own, after its background was stopped', async () => {
    await selectWords(page, PASSAGE);
    expect(await page.evaluate(() => String(getSelection()))).toBe(PASSAGE);
    await shadow.click('BUTTON', words.toolbar.tag);
    const frame = await composer();
    await stage.window.stopBackground();
    await page.keyboard.type(TAG);
    await frame.waitForSelector('.suggestions .new');
    await page.keyboard.press('Enter');
    await frame.waitForSelector('.tag');
    await page.keyboard.press('Tab');
    await page.keyboard.type(MEMO);
    expect(await frame.$eval('textarea', ({ value }) => value)).toBe(MEMO);
    await stage.window.stopBackground();
    await pressSave();
    await eventually(noted, (drawn) => drawn.includes(PASSAGE));
    await isComposerGone();
  });

  test('what was typed into the frame is nowhere in the page’s document', async () => {
    const content = await page.content();
    expect(content).not.toContain(MEMO);
    expect(content).not.toContain(TAG);
  });

  test('after a reload the note is back on its passage, under a new id', async () => {
    const [before] = Object.keys(await notes());
    await page.reload({ waitUntil: 'load' });
    const after = await eventually(notes, (drawn) => Object.keys(drawn).length === 1);
    expect(Object.values(after)).toEqual([PASSAGE]);
    expect(Object.keys(after)).not.toEqual([before]);
    const { places } = await stage.marked(page);
    expect(Object.values(places).map(({ state }) => state)).toEqual(['found']);
  });

  test('the sidebar lists the note with its tag', async () => {
    await clickInSidebar('[role="tab"]:nth-child(2)');
    const listed = await eventually(
      () => sidebarText('.notes'),
      (text) => text.includes(PASSAGE),
    );
    expect(listed).toContain(MEMO);
    expect(listed).toContain(TAG);
  });

  test('a click on the note’s mark opens it again, and what is changed is kept', async () => {
    const mark = await page.waitForSelector('mark.zhupi[data-category="note"]');
    await mark?.scrollIntoView();
    await mark?.click();
    const frame = await composer();
    expect(await frame.$eval('textarea', ({ value }) => value)).toBe(MEMO);
    await page.keyboard.type('，再核对');
    await pressSave();
    await eventually(
      () => sidebarText('.notes'),
      (text) => text.includes(`${MEMO}，再核对`),
    );
    await isComposerGone();
  });

  test('the key for notes opens the composer on the selection, from a stopped background', async () => {
    await selectWords(page, '执法质量提升年');
    await stage.window.stopBackground();
    await stage.window.pressCommandKey('N');
    const frame = await composer();
    expect(await frame.$eval('blockquote', (quote) => quote.textContent)).toBe('执法质量提升年');
    await page.keyboard.press('Escape');
    await isComposerGone();
    expect(await noted()).toEqual([PASSAGE]);
  });

  test('the sidebar leads to the library, which lists the report and exports the note', async () => {
    await clickInSidebar('header a');
    const listed = () =>
      stage.window
        .inTab('library.html', () => document.querySelector('tbody')?.textContent ?? '')
        .catch(() => '');
    expect(await eventually(listed, (text) => text !== '')).toContain(FACTS.title);
    await stage.window.inTab('library.html', () => {
      for (const button of document.querySelectorAll<HTMLElement>('.library .actions button')) button.click();
    });
    const files = await eventually(
      async () => readdirSync(downloads ?? '').filter((name) => /\.(csv|json)$/.test(name)),
      (names) => names.length === 2,
    );
    const read = (ending: string) =>
      readFileSync(join(downloads ?? '', files.find((name) => name.endsWith(ending)) ?? ''), 'utf8');
    const csv = await eventually(
      async () => read('.csv'),
      (text) => text.length > 0,
    );
    expect(csv.startsWith('\ufeff')).toBe(true);
    for (const cell of [PASSAGE, `${MEMO}，再核对`, TAG, addressOf(REPORT)]) expect(csv).toContain(cell);
    const json = await eventually(
      async () => read('.json'),
      (text) => text.length > 0,
    );
    const exported = JSON.parse(json) as { notes: { quote: string }[] };
    expect(exported.notes.map(({ quote }) => quote)).toEqual([PASSAGE]);
  });

  test('nothing was complained of: neither in the page’s console nor in the browser’s', async () => {
    expect(heard).toEqual([]);
    expect(await stage.window.errors()).toEqual([]);
  });
});
