import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportView } from '../../lib/model/reading-view.ts';
import { servedAddress } from '../../scripts/serve/site.ts';
import { FIREFOX, type FirefoxStage, setFirefoxStage } from './firefox-stage.ts';
import { addressOf, complaints, drawnMarks, eventually, pause, SAMPLES } from './harness.ts';
import { SAVED_PAGES, servedSavedPages } from './saved-pages.ts';

const REPORTS = SAMPLES.filter(({ expected }) => expected.isReport);
const OTHERS = SAMPLES.filter(({ expected }) => !expected.isReport);
/** How long the extension is given to do what it must not do, in milliseconds: a report is marked in 300. */
const TEMPTATION = 1_200;

/** Whom Firefox asks of its own accord, with or without extensions (remote settings, captive portals). */
const FIREFOX_ITSELF = /^[\w.-]+\.(?:mozilla\.(?:com|org|net)|firefox\.com):443$/;

/** A page as its document stands, and what its own scripts complain of. */
interface State {
  html: string;
  text: string;
  heard: string[];
}

function stateOf(page: Page): Promise<Omit<State, 'heard'>> {
  return page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    text: document.body.textContent,
  }));
}

describe.skipIf(FIREFOX === null)('pages of every site family in Firefox', () => {
  let stage: FirefoxStage;
  /** Each page, by address, in the same browser before the extension was installed. */
  const untouched = new Map<string, State>();
  let askedBefore: string[] = [];
  const opened: string[] = [];

  const open = async (address: string): Promise<{ page: Page; heard: string[] }> => {
    const page = await stage.browser.newPage();
    const heard = complaints(page);
    opened.push(address);
    await page.goto(address, { waitUntil: 'load' });
    return { page, heard };
  };

  /** Opens a report and looks whether each mark holds the words that were found and no character changed. */
  const read = async (address: string): Promise<ReportView> => {
    const { page, heard } = await open(address);
    const report = await stage.marked(page);
    expect(report.undrawn).toBe(0);
    const drawn = await eventually(
      () => drawnMarks(page),
      (marks) => Object.keys(marks).length >= report.findings.length,
    );
    const words = report.findings.map(({ id, quote, start, mark }) => [
      id,
      quote.slice(mark.start - start, mark.end - start),
    ]);
    expect(drawn).toEqual(Object.fromEntries(words));
    expect(Object.values(drawn).filter((text) => text.trim() === '')).toEqual([]);
    const before = untouched.get(address);
    expect((await stateOf(page)).text).toBe(before?.text);
    expect(heard).toEqual(before?.heard);
    await page.close();
    return report;
  };

  /** Opens a page that is no report and looks whether anything of us can be seen in it. */
  const leaveAlone = async (address: string): Promise<void> => {
    const { page, heard } = await open(address);
    await pause(TEMPTATION);
    expect(await page.$$eval('mark.zhupi, zhupi-annotator', (ours) => ours.length)).toBe(0);
    const before = untouched.get(address);
    expect((await stateOf(page)).html).toBe(before?.html);
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    expect(await stage.view()).toBeNull();
    expect(heard).toEqual(before?.heard);
    await page.close();
  };

  beforeAll(async () => {
    stage = await setFirefoxStage(servedSavedPages());
    for (const address of [...SAMPLES.map(addressOf), ...SAVED_PAGES.map(({ url }) => servedAddress(url))]) {
      const { page, heard } = await open(address);
      untouched.set(address, { ...(await stateOf(page)), heard });
      await page.close();
    }
    askedBefore = stage.asked.splice(0);
    opened.length = 0;
    await stage.install();
    await stage.panel();
  });
  afterAll(() => stage?.close());

  describe('a report is recognised and marked in three categories, and keeps its text', () => {
    test.each(REPORTS)('$name', async (report) => {
      const { findings, detection } = await read(addressOf(report));
      const { issuer, year, kind } = report.expected;
      expect(detection.facts).toMatchObject({ issuer, year, kind });
      const categories = new Set(findings.map(({ category }) => category));
      expect([...categories].sort()).toEqual(['figure', 'measure', 'shortcoming']);
    });
  });

  describe('what is no report is left as it is', () => {
    test.each(OTHERS)('$name', (other) => leaveAlone(addressOf(other)));
  });

  describe.skipIf(SAVED_PAGES.length === 0)('pages as a browser saved them', () => {
    test.each(SAVED_PAGES.filter(({ isReport }) => isReport))('$file is marked', async (saved) => {
      const { detection, findings } = await read(servedAddress(saved.url));
      expect(detection.facts).toMatchObject({ year: saved.year, kind: saved.kind });
      expect([saved.issuer, ...(saved.issuerAlternatives ?? [])]).toContain(detection.facts.issuer);
      expect(findings.filter(({ category }) => category === 'figure').length).toBeGreaterThan(20);
    });
    test.each(SAVED_PAGES.filter(({ isReport }) => !isReport))('$file is left as it is', (saved) =>
      leaveAlone(servedAddress(saved.url)),
    );
  });

  test('the browser asked for the same as it asks for without us', () => {
    const asked = stage.asked.filter((address) => !FIREFOX_ITSELF.test(address));
    const times = (addresses: string[], address: string) =>
      addresses.filter((each) => each === address).length;
    // some saved pages ask for themselves again (an empty picture address), now more and now less often
    const once = opened.filter((address) => times(askedBefore, address) === 1);
    expect(once.filter((address) => times(asked, address) !== 1)).toEqual([]);
    expect(once.length).toBeGreaterThan(opened.length / 2);
    expect(asked.filter((address) => !askedBefore.includes(address))).toEqual([]);
  });

  test('no script of the extension failed, in a page or elsewhere', async () => {
    expect(await stage.window.errors()).toEqual([]);
  });
});
