import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zh } from '../../lib/messages/zh.ts';
import type { Step } from '../../lib/messaging/protocol.ts';
import { type ShadowView, shadowView } from '../../scripts/drive/pierce.ts';
import { addressOf, CHROMIUM, eventually, type Stage, sample, setStage } from './harness.ts';

describe.skipIf(CHROMIUM === null)('going through the findings by keyboard and map, in Chromium', () => {
  let stage: Stage;
  let page: Page;
  let shadow: ShadowView;

  beforeAll(async () => {
    stage = await setStage();
    page = await stage.open(addressOf(sample('ucap-linzhu-gaj-2024')));
    await stage.marked(page);
    shadow = await shadowView(page);
  });
  afterAll(() => stage?.close());

  /** The command as the browser gives it to the background: a driver's keys don't reach the browser's own shortcuts. */
  const command = async (towards: Step['towards'], among: Step['among']) => {
    const worker = await stage.worker();
    await worker.evaluate(
      async (url, step) => {
        const [tab] = await chrome.tabs.query({ url });
        const message = { id: 1, type: 'step', timestamp: Date.now(), data: step };
        await chrome.tabs.sendMessage(tab?.id ?? -1, message, { frameId: 0 });
      },
      page.url(),
      { towards, among },
    );
  };
  const says = (words: string) =>
    eventually(
      () => shadow.text(),
      (text) => text.includes(words),
    );
  const topOf = (id: string) =>
    page.$eval(`mark.zhupi[data-id="${id}"]`, (mark) => mark.getBoundingClientRect().top);
  const isInView = (id: string) =>
    page.$eval(`mark.zhupi[data-id="${id}"]`, (mark) => {
      const { top, bottom } = mark.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });

  test('next and previous shortcoming go there and say which of how many it is, and what it says', async () => {
    const { findings } = await stage.marked(page);
    const stops = findings.filter(({ category }) => category === 'shortcoming');
    await page.evaluate(() => scrollTo(0, 0));
    for (const [index, stop] of stops.slice(0, 3).entries()) {
      await command('next', 'shortcomings');
      const heard = await says(zh.page.visited(zh.categories.shortcoming, index + 1, stops.length));
      expect(heard).toContain(stop.quote);
      expect(await isInView(stop.id)).toBe(true);
    }
    await command('previous', 'shortcomings');
    await says(zh.page.visited(zh.categories.shortcoming, 2, stops.length));
  });

  test('at the end it says so and stays', async () => {
    const { findings } = await stage.marked(page);
    const count = findings.filter(({ category }) => category === 'shortcoming').length;
    for (let index = 0; index <= count; index++) await command('next', 'shortcomings');
    await says(zh.page.noFurther.next);
  });

  test('after the reader has scrolled, the tour goes on from there', async () => {
    const { findings } = await stage.marked(page);
    await page.evaluate(() => scrollTo(0, 0));
    await command('next', 'findings');
    await says(zh.page.visited(zh.page.finding, 1, findings.length));
    const middle = Math.floor(findings.length / 2);
    const id = findings[middle]?.id ?? '';
    await page.evaluate((y) => scrollBy(0, y - innerHeight - 40), await topOf(id));
    await command('next', 'findings');
    const heard = await shadow.text();
    const number = Number(/ (\d+)\//.exec(heard.slice(heard.lastIndexOf(zh.page.finding)))?.[1]);
    expect(number).toBeGreaterThan(1);
    expect(await isInView(findings[number - 1]?.id ?? '')).toBe(true);
  });

  test('the map stands beside the scroll bar, and a click on it goes to the finding there', async () => {
    const [map] = await eventually(
      () => shadow.boxes('CANVAS'),
      (boxes) => boxes.length === 1,
    );
    if (!map) throw new Error('there is no map');
    const width = await page.evaluate(() => document.documentElement.clientWidth);
    expect(map.x + map.width).toBe(width);
    const { findings } = await stage.marked(page);
    const last = findings.findLast(({ category }) => category === 'shortcoming');
    await page.evaluate(() => scrollTo(0, 0));
    const at = await page.$eval(
      `mark.zhupi[data-id="${last?.id}"]`,
      (mark) => mark.getBoundingClientRect().top / document.documentElement.scrollHeight,
    );
    await page.mouse.click(map.x + 5, map.y + at * map.height);
    await eventually(() => isInView(last?.id ?? ''), Boolean);
  });
});
