import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firefoxShadowView } from '../../scripts/drive/firefox-shadow.ts';
import { selectWords } from '../../scripts/drive/select.ts';
import { FIREFOX, type FirefoxStage, setFirefoxStage } from './firefox-stage.ts';
import { addressOf, complaints, drawnMarks, eventually, sample } from './harness.ts';

const REPORT = sample('ucap-linzhu-gaj-2024');

describe.skipIf(FIREFOX === null)('open pages in Firefox when the extension comes and is renewed', () => {
  let stage: FirefoxStage;
  let page: Page;
  let heard: string[];
  let text: string;
  const textOf = () => page.evaluate(() => document.body.textContent);
  const noted = (where: Page) => drawnMarks(where, 'note').then((drawn) => Object.values(drawn));
  const highlight = async (passage: string) => {
    await selectWords(page, passage);
    await firefoxShadowView(page).click('BUTTON', (await stage.panel()).toolbar.highlight);
    await eventually(
      () => noted(page),
      (drawn) => drawn.includes(passage),
    );
  };
  /** Waits until what is drawn is what the annotator in the page has found. */
  const areMarksOfOneReading = async () => {
    await eventually(
      async () => {
        const report = await stage.view().then(
          (view) => view?.report,
          () => null,
        );
        const ids = report?.findings.map(({ id }) => id).sort();
        const drawn = Object.keys(await drawnMarks(page)).sort();
        const known = drawn.filter((id) => ids?.includes(id));
        return { ids, known, hosts: await page.$$eval('zhupi-annotator', ({ length }) => length) };
      },
      ({ ids, known, hosts }) => hosts === 1 && ids !== undefined && String(known) === String(ids),
    );
    const nested = await page.$$eval('mark.zhupi', (marks) =>
      marks
        .filter(({ parentElement, dataset }) =>
          parentElement?.closest(`mark.zhupi[data-category="${dataset.category}"]`),
        )
        .map(({ textContent }) => textContent),
    );
    expect(nested).toEqual([]);
    expect(await textOf()).toBe(text);
  };

  beforeAll(async () => {
    stage = await setFirefoxStage();
    page = await stage.browser.newPage();
    heard = complaints(page);
    await page.goto(addressOf(REPORT), { waitUntil: 'load' });
    text = await textOf();
    await stage.install();
    await stage.panel();
  });
  afterAll(() => stage?.close());

  test('a page that was open before the extension came is marked without a reload', areMarksOfOneReading);

  test('a highlight made in one tab appears in another tab with the same report', async () => {
    const other = await stage.open(addressOf(REPORT));
    await stage.marked(other);
    await page.bringToFront();
    await highlight('执法质量提升年');
    await eventually(
      () => noted(other),
      (drawn) => drawn.includes('执法质量提升年'),
    );
    await other.close();
  });

  test('after the extension was renewed the open page is read anew and its note is back', async () => {
    await stage.install();
    await areMarksOfOneReading();
    await eventually(
      () => noted(page),
      (drawn) => drawn.length === 1 && drawn[0] === '执法质量提升年',
    );
  });

  test('and further notes are saved there', async () => {
    await highlight('推动法治公安建设迈出新步伐');
    expect(await noted(page)).toHaveLength(2);
  });

  test('nothing was complained of', async () => {
    expect(heard).toEqual([]);
    expect(await stage.window.errors()).toEqual([]);
  });
});
