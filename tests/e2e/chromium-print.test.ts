import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zh } from '../../lib/messages/zh.ts';
import { addressOf, CHROMIUM, type Stage, sample, setStage } from './harness.ts';

const REPORT = sample('trs-linzhu-gaj-2023');

describe.skipIf(CHROMIUM === null)('a marked page on paper, from Chromium', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => stage?.close());

  /** Categories of which something is painted. */
  const printed = async () => {
    const page = await stage.open(addressOf(REPORT));
    await stage.marked(page);
    await page.emulateMediaType('print');
    const shown = await page.$$eval('mark.zhupi', (marks) =>
      marks.flatMap((mark) => {
        const { backgroundColor, textDecorationLine } = getComputedStyle(mark);
        const isPlain = backgroundColor === 'rgba(0, 0, 0, 0)' && textDecorationLine === 'none';
        return isPlain ? [] : [(mark as HTMLElement).dataset.category];
      }),
    );
    await page.close();
    return [...new Set(shown)].sort();
  };

  test('shows no marks, unless the reader asks for them', async () => {
    expect(await printed()).toEqual([]);
    const options = await stage.openExtensionPage('options.html');
    const label = await options.waitForSelector(
      `::-p-xpath(//label[contains(., "${zh.options.printMarks}")])`,
    );
    await label?.click();
    await options.close();
    expect(await printed()).toEqual(['figure', 'measure', 'shortcoming']);
  });
});
