import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zh } from '../../lib/messages/zh.ts';
import { shadowView } from '../../scripts/drive/pierce.ts';
import { selectWords } from '../../scripts/drive/select.ts';
import { OUTPUT } from '../../scripts/setup/build.ts';
import { violations } from './axe.ts';
import { addressOf, CHROMIUM, type Stage, sample, setStage } from './harness.ts';

const PICTURES = join(OUTPUT, 'pictures');
const REPORT = sample('trs-linzhu-gaj-2023');

/** The real side panel, filled, wears the same in a tab of its own, where light and width can be chosen. */
describe.skipIf(CHROMIUM === null)('every page of the extension is accessible', () => {
  let stage: Stage;
  let panel: Page;
  const pages: [string, () => Promise<Page>][] = [
    ['the side panel with findings', async () => panel],
    [
      'the side panel with notes',
      async () => {
        await panel.click('[role="tab"]:nth-child(2)');
        await panel.waitForSelector('[data-note]');
        return panel;
      },
    ],
    [
      'the side panel with the composer open',
      async () => {
        if (!(await panel.$('.composer'))) await panel.click('[data-note] .actions button');
        await panel.waitForSelector('.composer');
        return panel;
      },
    ],
    [
      'the side panel with the outline',
      async () => {
        await panel.click('[role="tab"]:nth-child(3)');
        await panel.waitForSelector('.outline');
        return panel;
      },
    ],
    ['the library with a note', () => opened('library.html', 'tbody blockquote')],
    ['the options', () => opened('options.html', 'dl')],
    ['the composer without a draft', () => opened('composer.html', '.empty')],
  ];
  const opened = async (path: string, selector: string) => {
    const page = await stage.openExtensionPage(path);
    await page.waitForSelector(selector);
    return page;
  };

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    stage = await setStage();
    const page = await stage.open(addressOf(REPORT));
    await stage.marked(page);
    const shadow = await shadowView(page);
    await selectWords(page, '法治公安建设');
    await shadow.click('BUTTON', zh.toolbar.note);
    const frame = await page.waitForFrame((each) => each.url().includes('/composer.html'));
    await (await frame.waitForSelector('[role="combobox"]'))?.type('行政执法');
    await page.keyboard.press('Enter');
    await (await frame.waitForSelector('textarea'))?.type('与去年的提法相比，这里多了“现代化”。');
    await (await frame.waitForSelector('button[type="submit"]'))?.click();
    await page.waitForSelector('mark.zhupi[data-category="note"]');
    panel = await stage.openPanel(page);
    await panel.waitForSelector('[data-finding]');
  });
  afterAll(() => stage?.close());

  describe.each(pages)('%s', (name, reach) => {
    test.each([
      ['light', 'none'],
      ['dark', 'none'],
      ['light', 'active'],
    ])('%s, forced colours: %s', async (scheme, forced) => {
      const page = await reach();
      const session = await page.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', {
        features: [
          { name: 'prefers-color-scheme', value: scheme },
          { name: 'forced-colors', value: forced },
        ],
      });
      const width = name.includes('panel') ? 280 : 1100;
      await page.setViewport({ width, height: 900 });
      await page.screenshot({
        path: join(PICTURES, `${name.replaceAll(' ', '-')}-${scheme}-${forced}.png`) as `${string}.png`,
      });
      expect(await violations(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });
});
