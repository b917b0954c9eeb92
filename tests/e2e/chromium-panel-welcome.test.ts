import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zh } from '../../lib/messages/zh.ts';
import { shadowView } from '../../scripts/drive/pierce.ts';
import { selectWords } from '../../scripts/drive/select.ts';
import { OUTPUT } from '../../scripts/setup/build.ts';
import { violations } from './axe.ts';
import { CHROMIUM, complaints, drawnMarks, eventually, type Stage, setStage } from './harness.ts';

const PICTURES = join(OUTPUT, 'pictures');

describe.skipIf(CHROMIUM === null)('the first run', () => {
  let stage: Stage;
  let page: Page;
  let heard: string[];

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    stage = await setStage([], { keepsWelcome: true });
    const target = await stage.browser.waitForTarget((each) => each.url().endsWith('/welcome.html'));
    page = await target.asPage();
    heard = complaints(page);
  });
  afterAll(() => stage?.close());

  test('opens a sample report by itself, with the marks on and three hints', async () => {
    await page.waitForSelector('.hints li');
    expect(await page.$$eval('.hints li', (hints) => hints.length)).toBe(3);
    for (const category of ['measure', 'figure', 'shortcoming']) {
      await eventually(
        () => drawnMarks(page, category),
        (drawn) => Object.keys(drawn).length > 3,
      );
    }
    for (const [width, scheme] of [
      [1100, 'light'],
      [360, 'dark'],
    ] as const) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.setViewport({ width, height: 900 });
      expect(await violations(page)).toEqual([]);
      await page.screenshot({ path: join(PICTURES, `welcome-${width}-${scheme}.png`) as `${string}.png` });
    }
    await page.setViewport(null);
  });

  test('the sample is worked on like any report: a mark has its card, a passage is highlighted, the panel follows', async () => {
    const shadow = await shadowView(page);
    await (await page.waitForSelector('mark.zhupi[data-category="figure"]'))?.click();
    await eventually(
      () => shadow.text(),
      (text) => text.includes(zh.card.rule),
    );
    await page.keyboard.press('Escape');
    await selectWords(page, '法治公安建设');
    await shadow.click('BUTTON', zh.toolbar.highlight);
    await eventually(
      () => drawnMarks(page, 'note'),
      (drawn) => Object.values(drawn).includes('法治公安建设'),
    );
    const panel = await stage.openPanel(page);
    await panel.waitForSelector('[data-finding]');
    expect(await panel.$eval('.facts', (facts) => facts.textContent)).toContain('临渚市公安局');
    await panel.close();
  });

  test('the hints go once and for all', async () => {
    await page.click('.hints button');
    await page.waitForFunction(() => !document.querySelector('.hints'));
    await page.reload();
    await page.waitForSelector('mark.zhupi');
    expect(await page.$$('.hints')).toEqual([]);
    expect(heard).toEqual([]);
  });
});
