import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zh } from '../../lib/messages/zh.ts';
import { shadowView } from '../../scripts/drive/pierce.ts';
import { selectWords } from '../../scripts/drive/select.ts';
import { CHROMIUM, drawnMarks, eventually, type Stage, sample, setStage } from './harness.ts';

const REPORT = sample('trs-linzhu-gaj-2023');
const TITLE = REPORT.expected.title;
const LINES = readFileSync(REPORT.file.replace(/\.html$/, '.expected.txt'), 'utf8')
  .trim()
  .split('\n');
const URL = 'http://gaj.linzhu-shili.gov.cn/zwgk/fzzfjs/202403/places.html';

/** A page of the sample report with its lines changed. */
const pageOf = (lines: readonly string[]) =>
  `<!doctype html><meta charset="utf-8"><title>${TITLE}</title><h1>${TITLE}</h1><div class="TRS_Editor">${lines
    .map((line) => `<p>${line}</p>`)
    .join('')}</div>`;

const figureLine = LINES.find((line) => /[1-9]\d{2,}[件起]/.test(line)) ?? '';
const figure = /[1-9]\d{2,}(?=[件起])/.exec(figureLine)?.[0] ?? '';
const turned = [...figure].reverse().join('') === figure ? `${figure}1` : [...figure].reverse().join('');
const TWIN = '各派出所每月组织一次案件回访，并把结果报送法制大队。';
const LONELY = '全年无一起因执法引发的舆情事件，群众评议结果好于上年。';

describe.skipIf(CHROMIUM === null)('what becomes of notes when a page changes, in Chromium', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => stage?.close());

  const serve = (lines: readonly string[]) => stage.site.add({ url: URL, body: { bytes: pageOf(lines) } });
  const open = async (): Promise<Page> => {
    const page = await stage.open(URL);
    await stage.marked(page);
    return page;
  };
  const highlight = async (page: Page, words: string, count: number) => {
    const shadow = await shadowView(page);
    await selectWords(page, words);
    await shadow.click('BUTTON', zh.toolbar.highlight);
    await eventually(
      () => drawnMarks(page, 'note'),
      (marks) => Object.keys(marks).length === count,
    );
  };
  const notesIn = async (panel: Page) => {
    await panel.waitForSelector('[role=tab]');
    await panel.evaluate((title) => {
      for (const tab of document.querySelectorAll<HTMLElement>('[role=tab]')) {
        if (tab.textContent?.startsWith(title)) tab.click();
      }
    }, zh.panel.notes);
    await panel.waitForSelector('.notes > li');
  };
  const clickIn = async (panel: Page, words: string, within = 'button') => {
    const button = await panel.waitForSelector(`::-p-xpath(//${within}[contains(., "${words}")])`);
    await button?.click();
  };

  test('found, changed, ambiguous and lost are told apart, each can be mended, and the panel tells what changed', async () => {
    serve([...LINES, TWIN, LONELY, '各科室照此办理。', TWIN]);
    let page = await open();
    await highlight(page, figureLine.slice(0, figureLine.indexOf(figure) + figure.length), 1);
    await highlight(page, LONELY, 2);
    await highlight(page, LINES[1] ?? '', 3);
    await page.close();

    // the number turned round, one sentence gone
    serve([...LINES.map((line) => line.replace(figure, turned)), TWIN, '各科室照此办理。', TWIN]);
    page = await open();
    const panel = await stage.openPanel(page);
    await notesIn(panel);
    await panel.waitForSelector('[data-state=changed]');
    const changed = await panel.$eval('li:has([data-state=changed]) .difference', (element) => ({
      old: element.querySelector('del')?.textContent,
      now: element.querySelector('ins')?.textContent,
    }));
    expect(changed).toEqual({ old: figure, now: turned });
    const lost = await panel.$eval('.orphans', (element) => element.textContent ?? '');
    expect(lost).toContain(LONELY);
    expect(await panel.$$eval('[data-state]', (states) => states.length)).toBe(2);

    // what changed since it was stored
    const revision = await panel.$eval('.revision summary', (element) => element.textContent ?? '');
    expect(revision).toContain('2 处，其中 2 处涉及数字');
    await panel.click('.revision summary');
    expect(await panel.$eval('.revision li del', (element) => element.textContent)).toBe(figure);

    // the reader agrees to the new number, and points the lost note at another sentence
    await clickIn(panel, zh.panel.acceptChange);
    await panel.waitForFunction(() => !document.querySelector('[data-state=changed]'));
    await page.bringToFront();
    await selectWords(page, '各科室照此办理。');
    await clickIn(panel, zh.panel.placeAtSelection);
    await panel.waitForFunction(() => !document.querySelector('.orphans'));
    const drawn = await eventually(
      () => drawnMarks(page, 'note'),
      (marks) => Object.keys(marks).length === 3,
    );
    expect(Object.values(drawn)).toContain('各科室照此办理。');
    expect(Object.values(drawn).some((text) => text.endsWith(turned))).toBe(true);
    await panel.close();
    await page.close();
  });

  test('a note that may belong to two places is put where the reader says', async () => {
    const other = URL.replace('places', 'twins');
    const twins = (lines: readonly string[]) =>
      stage.site.add({ url: other, body: { bytes: pageOf(lines) } });
    twins([...LINES.slice(0, 12), TWIN, TWIN, ...LINES.slice(12)]);
    let page = await stage.open(other);
    await stage.marked(page);
    await highlight(page, TWIN, 1);
    await page.close();
    twins([...LINES.slice(0, 12), TWIN, ...LINES.slice(12)]);
    page = await stage.open(other);
    await stage.marked(page);
    const panel = await stage.openPanel(page);
    await notesIn(panel);
    await panel.waitForSelector('[data-state=ambiguous]');
    expect(await drawnMarks(page, 'note')).toEqual({});
    await clickIn(panel, zh.panel.choosePlace);
    await eventually(
      () => drawnMarks(page, 'note'),
      (marks) => Object.values(marks).join() === TWIN,
    );
    await panel.waitForFunction(() => !document.querySelector('[data-state]'));
    await panel.close();
    await page.close();
  });

  test('a new place that is not selected is asked for, and the note stays as it is', async () => {
    const other = URL.replace('places', 'unselected');
    stage.site.add({ url: other, body: { bytes: pageOf([...LINES, LONELY]) } });
    let page = await stage.open(other);
    await stage.marked(page);
    await highlight(page, LONELY, 1);
    await page.close();
    stage.site.add({ url: other, body: { bytes: pageOf(LINES) } });
    page = await stage.open(other);
    await stage.marked(page);
    const panel = await stage.openPanel(page);
    await notesIn(panel);
    await panel.waitForSelector('.orphans');
    await clickIn(panel, zh.panel.placeAtSelection);
    await panel.waitForSelector(`::-p-text(${zh.faults['nothing-selected']})`);
    expect(await panel.$eval('.orphans', (element) => element.textContent)).toContain(LONELY);
    await panel.close();
    await page.close();
  });
});
