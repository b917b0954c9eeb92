import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBare } from '../../scripts/drive/chromium.ts';
import {
  addressOf,
  CHROMIUM,
  complaints,
  drawnMarks,
  eventually,
  pause,
  SAMPLES,
  type Stage,
  setStage,
} from './harness.ts';

const REPORTS = SAMPLES.filter(({ expected }) => expected.isReport);
const OTHERS = SAMPLES.filter(({ expected }) => !expected.isReport);
/** How long the extension is given to do what it must not do, in milliseconds. */
const TEMPTATION = 1_500;

describe.skipIf(CHROMIUM === null)('pages of every site family in Chromium', () => {
  let stage: Stage;
  let bare: Awaited<ReturnType<typeof launchBare>>;
  const asked: string[] = [];

  const open = async (address: string): Promise<{ page: Page; heard: string[] }> => {
    const page = await stage.browser.newPage();
    page.on('request', (request) => asked.push(request.url()));
    const heard = complaints(page);
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    return { page, heard };
  };

  beforeAll(async () => {
    stage = await setStage();
    bare = await launchBare(CHROMIUM ?? '', stage.site.port);
  });
  afterAll(async () => {
    await bare?.close();
    await stage?.close();
  });

  describe('a report is recognised, and each mark holds the words that were found', () => {
    test.each(REPORTS)('$name', async (report) => {
      const { page, heard } = await open(addressOf(report));
      const { findings, detection, undrawn } = await stage.marked(page);
      const { issuer, year, kind } = report.expected;
      expect(detection.facts).toMatchObject({ issuer, year, kind });
      expect(undrawn).toBe(0);
      const drawn = await eventually(
        () => drawnMarks(page),
        (marks) => Object.keys(marks).length >= findings.length,
      );
      const words = findings.map(({ id, quote, start, mark }) => [
        id,
        quote.slice(mark.start - start, mark.end - start),
      ]);
      expect(drawn).toEqual(Object.fromEntries(words));
      expect(heard).toEqual([]);
      await page.close();
    });
  });

  describe('what is no report is left as it is', () => {
    test.each(OTHERS)('$name', async (other) => {
      const { page, heard } = await open(addressOf(other));
      const untouched = await bare.open(addressOf(other));
      await pause(TEMPTATION);
      const inDocument = () => document.documentElement.outerHTML;
      expect(await page.evaluate(inDocument)).toBe(await untouched.evaluate(inDocument));
      expect(await page.evaluate(() => document.adoptedStyleSheets.length + CSS.highlights.size)).toBe(0);
      expect(await stage.view(page)).toBeNull();
      expect(heard).toEqual([]);
      await untouched.close();
      await page.close();
    });
  });

  test('nothing was asked of the network but the pages themselves', () => {
    const own = SAMPLES.map(addressOf);
    const foreign = asked.filter(
      (url) => !own.includes(url) && !/^(?:data|blob|chrome-extension):|\/favicon\.ico$/.test(url),
    );
    // what the pages themselves ask for (pictures, styles) is answered by the site with "not found"
    expect(foreign.filter((url) => !/^https?:\/\/[\w.-]+\.gov\.cn\//.test(url))).toEqual([]);
    expect(asked.length).toBeGreaterThanOrEqual(SAMPLES.length);
  });
});
