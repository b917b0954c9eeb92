import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zh } from '../../lib/messages/zh.ts';
import { addressOf, CHROMIUM, eventually, type Stage, sample, setStage } from './harness.ts';

const [FIRST, SECOND] = [sample('trs-linzhu-gaj-2023'), sample('ucap-linzhu-gaj-2024')];

describe.skipIf(CHROMIUM === null)('collecting by itself, in Chromium', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => stage?.close());

  const titles = async (): Promise<string[]> => {
    const library = await stage.openExtensionPage('library.html');
    await library.waitForSelector('main[aria-busy=false]');
    const shown = await library.$$eval('.reports tbody th', (heads) =>
      heads.map((head) => head.textContent ?? ''),
    );
    await library.close();
    return shown;
  };
  const visit = async (address: string): Promise<Page> => {
    const page = await stage.open(address);
    await stage.marked(page);
    return page;
  };

  test('a report that is only read is not collected', async () => {
    await visit(addressOf(FIRST));
    expect(await titles()).toEqual([]);
  });

  test('once the reader wants it, a report is collected as soon as it is recognised, another page is not', async () => {
    const options = await stage.openExtensionPage('options.html');
    const label = await options.waitForSelector(
      `::-p-xpath(//label[contains(., "${zh.options.collectRecognised}")])`,
    );
    await label?.click();
    await options.close();
    await visit(addressOf(SECOND));
    const [collected] = await eventually(titles, (shown) => shown.length > 0);
    expect(collected).toBe(SECOND.expected.title);
    await stage.open(addressOf(sample('news-linzhu')));
    expect(await titles()).toEqual([collected]);
  });
});
