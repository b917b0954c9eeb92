import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zh } from '../../lib/messages/zh.ts';
import { TOOLBAR_ACTIONS, type ToolbarAction } from '../../lib/model/toolbar-keys.ts';
import { captureOf, passageAt } from '../fixtures/captures.ts';
import { violations } from './axe.ts';
import { ask } from './codebook-stage.ts';
import { CHROMIUM, eventually, type Stage, setStage } from './harness.ts';

const { options } = zh;

describe.skipIf(CHROMIUM === null)('the options in Chromium', () => {
  let stage: Stage;
  let page: Page;

  beforeAll(async () => {
    stage = await setStage();
    page = await stage.openExtensionPage('options.html');
    await page.waitForSelector('.toolbar-keys');
  });
  afterAll(() => stage?.close());

  const stored = (key: string) =>
    page.evaluate(async (name) => (await chrome.storage.local.get(name))[name] as unknown, key);
  const row = (action: ToolbarAction) => `.toolbar-keys li:nth-child(${TOOLBAR_ACTIONS.indexOf(action) + 1})`;
  const text = (selector: string) => page.$eval(selector, (element) => element.textContent ?? '');

  test('a key of the toolbar is chosen, and another’s is shown as taken', async () => {
    await page.select(`${row('note')} select`, 'b');
    await eventually(
      () => stored('toolbarKeys'),
      (value) => JSON.stringify(value)?.includes('"note":"b"'),
    );
    const taken = await page.waitForSelector(`${row('tag')} option[value="b"]:disabled`);
    expect(await taken?.evaluate((option) => option.textContent)).toBe(
      options.keyTaken('b', zh.toolbar.note),
    );
  });

  test('a tag with the same shortcut is told', async () => {
    const book = await stage.openExtensionPage('options.html#codebook');
    await book.waitForSelector('.code-editor');
    await book.select('.code-editor select', 'b');
    await book.waitForSelector('.code-row kbd');
    const name = await book.$eval('.code-row .name', (element) => element.textContent ?? '');
    await book.close();
    await eventually(
      () => text(row('note')),
      (words) => words.includes(options.keyOfCode(name)),
    );
  });

  test('single keys are switched off altogether, and that lasts', async () => {
    await page.click('.toolbar-keys input[type="checkbox"]');
    await eventually(
      () => stored('toolbarKeys'),
      (value) => JSON.stringify(value)?.includes('"isOn":false'),
    );
    await page.reload();
    await page.waitForSelector('.toolbar-keys select:disabled');
    await page.click('.toolbar-keys input[type="checkbox"]');
    await page.waitForSelector('.toolbar-keys select:enabled');
  });

  test('the defaults come back', async () => {
    await page.click('.toolbar-keys button');
    await eventually(
      () => stored('toolbarKeys'),
      (value) => JSON.stringify(value)?.includes('"note":"n"'),
    );
  });

  test('the standard of references is remembered', async () => {
    await page.select('main p:nth-of-type(2) select', 'GB/T 7714—2015');
    await eventually(
      () => stored('citationStandard'),
      (value) => value === 'GB/T 7714—2015',
    );
  });

  test('rules are listed by how their findings were judged, as soon as they are', async () => {
    const text = '全年办理案件12件。开展执法检查3次。';
    const finding = { start: 0, end: 4, mark: { start: 0, end: 4 }, quote: '全年办理', certainty: 1 };
    const said = [
      ['quantity', 'accepted'],
      ['quantity', 'dismissed'],
      ['rank', 'dismissed'],
      ['rank', 'dismissed'],
      ['rank', 'corrected'],
    ];
    for (const [index, [ruleId, verdict]] of said.entries()) {
      await ask(page, 'judge', {
        id: `00000000-0000-4000-8000-00000000000${index}`,
        capture: captureOf(text),
        passage: passageAt(text, 0, 4),
        correction: {
          verdict,
          finding: { ...finding, category: 'figure', ruleId },
          analyserVersion: '1',
          fields: {},
        },
      });
    }
    const rows = () =>
      page.$$eval('.judgements tbody tr', (each) =>
        each.map((tr) => [...tr.children].map((cell) => cell.textContent)),
      );
    await eventually(
      rows,
      (now) =>
        JSON.stringify(now) ===
        JSON.stringify([
          [zh.rules.rank, '0', '1', '2'],
          [zh.rules.quantity, '1', '0', '1'],
        ]),
    );
  });

  test('the codebook has an address of its own, and the way back', async () => {
    await page.click('nav a:nth-child(2)');
    await page.waitForSelector('[role="tree"]');
    expect(page.url()).toMatch(/#codebook$/);
    await page.goBack();
    await page.waitForSelector('.toolbar-keys');
  });

  test.each(['light', 'dark'])('is accessible with keys and their conflicts shown, %s', async (scheme) => {
    await page.select(`${row('note')} select`, 'b');
    await page.waitForSelector(`${row('note')} .notice`);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    expect(await violations(page)).toEqual([]);
  });
});
