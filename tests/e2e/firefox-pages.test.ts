import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIREFOX, type FirefoxStage, setFirefoxStage } from './firefox-stage.ts';
import { addressOf, complaints, drawnMarks, eventually, pause, SAMPLES } from './harness.ts';

const REPORTS = SAMPLES.filter(({ expected }) => expected.isReport);
const OTHERS = SAMPLES.filter(({ expected }) => !expected.isReport);
/** How long the extension is given to do what it must not do, in milliseconds: a report is marked in 300. */
const TEMPTATION = 1_200;

/** Whom Firefox asks of its own accord, with or without extensions (remote settings, captive portals). */
const FIREFOX_ITSELF = /^[\w.-]+\.(?:mozilla\.(?:com|org|net)|firefox\.com):443$/;

/** A page as its document stands. */
interface State {
  html: string;
  text: string;
}

function stateOf(page: Page): Promise<State> {
  return page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    text: document.body.textContent,
  }));
}

describe.skipIf(FIREFOX === null)('pages of every site family in Firefox', () => {
  let stage: FirefoxStage;
  /** Each page in the same browser before the extension was installed. */
  const untouched = new Map<string, State>();
  const opened: string[] = [];
  const open = async (address: string): Promise<{ page: Page; heard: string[] }> => {
    const page = await stage.browser.newPage();
    const heard = complaints(page);
    opened.push(address);
    await page.goto(address, { waitUntil: 'load' });
    return { page, heard };
  };

  beforeAll(async () => {
    stage = await setFirefoxStage();
    for (const sample of SAMPLES) {
      const { page } = await open(addressOf(sample));
      untouched.set(sample.name, await stateOf(page));
      await page.close();
    }
    stage.asked.length = opened.length = 0;
    await stage.install();
    await eventually(() => stage.window.isSidebarOpen(), Boolean);
  });
  afterAll(() => stage?.close());

  describe('a report is marked, each mark holds the words that were found, and no character of the page changes', () => {
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
      expect(Object.values(drawn).filter((text) => text.trim() === '')).toEqual([]);
      for (const category of ['measure', 'figure', 'shortcoming']) {
        expect(Object.keys(await drawnMarks(page, category)), category).not.toEqual([]);
      }
      expect((await stateOf(page)).text).toBe(untouched.get(report.name)?.text);
      expect(heard).toEqual([]);
      await page.close();
    });
  });

  describe('what is no report is left as it is', () => {
    test.each(OTHERS)('$name', async (other) => {
      const { page, heard } = await open(addressOf(other));
      await pause(TEMPTATION);
      expect(await page.$$eval('mark.zhupi, zhupi-annotator', (ours) => ours.length)).toBe(0);
      expect((await stateOf(page)).html).toBe(untouched.get(other.name)?.html);
      expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
      expect(await stage.view()).toBeNull();
      expect(heard).toEqual([]);
      await page.close();
    });
  });

  test('the browser asked for the pages and for nothing else', () => {
    const asked = stage.asked.filter(
      (address) => !address.endsWith('/favicon.ico') && !FIREFOX_ITSELF.test(address),
    );
    expect(asked).toEqual(opened);
    expect(stage.site.missing).toEqual([]);
  });

  test('no script of the extension failed, in a page or elsewhere', async () => {
    expect(await stage.window.errors()).toEqual([]);
  });
});
