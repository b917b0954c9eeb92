import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firefoxShadowView } from '../../scripts/drive/firefox-shadow.ts';
import { selectWords } from '../../scripts/drive/select.ts';
import type { ServedPage } from '../../scripts/serve/site.ts';
import { FIREFOX, type FirefoxStage, setFirefoxStage } from './firefox-stage.ts';
import * as hard from './hard-pages.ts';
import { complaints, drawnMarks, eventually, wrongMarks } from './harness.ts';

const PASSAGE = '法治公安建设';

describe.skipIf(FIREFOX === null)('hard pages in Firefox', () => {
  let stage: FirefoxStage;
  const open = async ({ url }: ServedPage): Promise<{ page: Page; heard: string[] }> => {
    const page = await stage.browser.newPage();
    const heard = complaints(page);
    page.goto(url, { timeout: 4_000 }).catch(() => undefined);
    await page.waitForFunction(() => location.href !== 'about:blank' && document.body !== null);
    return { page, heard };
  };
  const marked = (page: Page) =>
    eventually(
      () => drawnMarks(page),
      (drawn) => Object.keys(drawn).length > 0,
      20_000,
    );

  beforeAll(async () => {
    stage = await setFirefoxStage(hard.HARD_PAGES);
    await stage.install();
  });
  afterAll(() => stage?.close());

  test.each([
    ['in GBK', hard.GBK],
    ['in a frame of the same site', hard.FRAME],
    ['filled in by a script after a while', hard.LATE],
    ['of 100,000 characters in one block with line breaks', hard.ONE_BLOCK],
    ['of over 50,000 nodes', hard.MANY_NODES],
    ['that never finishes loading', hard.ENDLESS],
    ['that grows while it is read', hard.GROWING],
  ])('a page %s is marked, and the text in each mark is what was found', async (_, served) => {
    const { page, heard } = await open(served);
    await marked(page);
    const wrong = async () => {
      const findings = (await stage.view())?.report?.findings ?? [];
      const drawn = await drawnMarks(page);
      const count = Object.keys(drawn).length;
      return count < 50 ? [`only ${count} marks are drawn`] : wrongMarks(findings, drawn);
    };
    expect(await eventually(wrong, (texts) => texts.length === 0, 20_000)).toEqual([]);
    const figure = `mark.zhupi[data-category="figure"]`;
    const lineOf = (frame: Frame) =>
      frame.$eval(figure, (mark) => getComputedStyle(mark).textDecorationStyle).catch(() => null);
    expect(await Promise.all(page.frames().map(lineOf))).toContain('solid');
    expect(heard).toEqual([]);
    await page.close();
  });

  test('a page of 1,000,000 characters shows its first marks and takes a highlight', async () => {
    const { page, heard } = await open(hard.MILLION);
    await marked(page);
    const { page: said, toolbar } = await stage.panel();
    const shadow = firefoxShadowView(page);
    await selectWords(page, PASSAGE);
    await shadow.click('BUTTON', toolbar.highlight);
    await eventually(
      () => shadow.text(),
      (text) => text.includes(said.savedHighlight),
      20_000,
    );
    expect(heard).toEqual([]);
    await page.close();
  });

  test('an empty page that the reader asks for says that there is no text', async () => {
    const { page, heard } = await open(hard.EMPTY);
    await stage.window.closeSidebar();
    await stage.window.pressButton();
    const shown = () => stage.window.inSidebar(() => document.body.textContent).catch(() => '');
    const { panel } = await stage.panel();
    await eventually(shown, (text) => text.includes(panel.empty));
    expect(heard).toEqual([]);
    await page.close();
  });

  test('no script of the extension failed', async () => {
    expect(await stage.window.errors()).toEqual([]);
  });
});
