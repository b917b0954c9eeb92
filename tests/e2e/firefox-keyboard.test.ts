import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyInput, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Words } from '../../lib/model/words.ts';
import { firefoxShadowView } from '../../scripts/drive/firefox-shadow.ts';
import type { ShadowView } from '../../scripts/drive/pierce.ts';
import { FIREFOX, type FirefoxStage, setFirefoxStage } from './firefox-stage.ts';
import { addressOf, drawnMarks, eventually, sample } from './harness.ts';
import { JOB } from './whole-job.ts';

const REPORT = sample(JOB.report);
/** The keys of the commands, with Alt and Shift. */
const COMMAND = { next: 'L', previous: 'I', toolbar: 'A', note: 'N' } as const;

describe.skipIf(FIREFOX === null)('a sitting by keyboard alone, in Firefox', () => {
  const profile = mkdtempSync(join(tmpdir(), 'zhupi-firefox-keyboard-'));
  let stage: FirefoxStage;
  let page: Page;
  let shadow: ShadowView;
  let words: Words;
  /** Number of the stop of the tour. */
  let at = 0;

  const open = async () => {
    stage = await setFirefoxStage([], { hasCaret: true, profile });
    await stage.install();
    words = await stage.panel();
    page = await stage.browser.newPage();
    await page.goto(addressOf(REPORT), { waitUntil: 'load' });
    await stage.marked(page);
    shadow = firefoxShadowView(page);
  };
  beforeAll(open);
  afterAll(async () => {
    await stage?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  const command = (name: keyof typeof COMMAND) => stage.window.pressCommandKey(COMMAND[name]);
  const notes = () => drawnMarks(page, 'note').then((drawn) => Object.values(drawn));
  const find = async () =>
    (await stage.marked(page)).findings.find(({ quote }) => quote === JOB.figure.quote);
  const chord = async (held: 'Control' | 'Shift', key: KeyInput, times = 1) => {
    await page.keyboard.down(held);
    for (let count = 0; count < times; count++) await page.keyboard.press(key);
    await page.keyboard.up(held);
  };
  /** Goes on from stop to stop until it stands at those words. */
  const goTo = async (wanted: string, towards: 'next' | 'previous') => {
    const { length } = (await stage.marked(page)).findings;
    const said = (number: number) => words.page.visited(words.page.finding, number, length);
    const spoken = async () => (await shadow.text()).split(said(at)).at(-1) ?? '';
    while (at >= 0 && at < length) {
      at += towards === 'next' ? 1 : -1;
      await command(towards);
      await eventually(
        () => shadow.text(),
        (text) => text.includes(said(at)),
      );
      if ((await spoken()).startsWith(wanted)) return;
    }
    throw new Error(`the tour never came to ${wanted}`);
  };
  const isClosed = () =>
    eventually(
      () => shadow.boxes('IFRAME'),
      (boxes) => boxes.length === 0,
    );
  const isOpen = () =>
    eventually(
      () => shadow.boxes('IFRAME'),
      (boxes) => boxes.length === 1,
    );
  /** Puppeteer is told about:blank for the extension's own frames. */
  const inFrame = async (selector: string) => {
    await isOpen();
    const frame = await eventually(
      async () => {
        for (const each of page.frames().slice(1)) {
          if (await each.$(selector).catch(() => null)) return each;
        }
        return undefined;
      },
      (found) => found !== undefined,
    );
    if (!frame) throw new Error(`no frame holds ${selector}`);
    await frame.waitForFunction((wanted) => document.activeElement?.matches(wanted), {}, selector);
    return frame;
  };

  test('three passages are coded and a note is written', async () => {
    for (const [index, passage] of JOB.passages.entries()) {
      await goTo(passage, 'next');
      await chord('Shift', 'ArrowRight', passage.length);
      expect(await page.evaluate(() => String(getSelection()))).toBe(passage);
      await command('toolbar');
      await eventually(shadow.focused, (name) => name === words.toolbar.highlight);
      await page.keyboard.press(`${index + 1}` as KeyInput);
      await eventually(notes, (drawn) => drawn.length === index + 1);
    }
    expect((await notes()).sort()).toEqual([...JOB.passages].sort());
    await chord('Shift', 'ArrowRight', 4);
    await command('note');
    await inFrame('textarea');
    await page.keyboard.type(JOB.memo);
    await chord('Control', 'Enter');
    await eventually(notes, (drawn) => drawn.length === 4);
    await isClosed();
  });

  test('a wrong figure is corrected, and the correction taken back', async () => {
    await goTo(JOB.figure.quote, 'previous');
    await command('toolbar');
    await eventually(shadow.focused, (name) => name === words.card.label);
    for (const name of [words.card.close, words.card.note, words.card.accept, words.card.correct]) {
      await page.keyboard.press('Tab');
      expect(await shadow.focused()).toBe(name);
    }
    await page.keyboard.press('Enter');
    const frame = await inFrame('select');
    const label = () => frame.evaluate(() => document.activeElement?.closest('label')?.textContent ?? '');
    while (!(await label()).startsWith(words.card.value)) await page.keyboard.press('Tab');
    await page.keyboard.type(String(JOB.figure.corrected));
    await page.keyboard.press('Enter');
    await eventually(find, (found) => found?.figure?.value === JOB.figure.corrected);
    await isClosed();
    await chord('Control', 'z');
    await eventually(find, (found) => found?.figure?.value === JOB.figure.value);
  });

  test('after a restart the codes and the note are there', async () => {
    await stage.close();
    await open();
    await eventually(notes, (drawn) => drawn.length === 4);
    const listed = () => stage.window.inSidebar(() => document.querySelector('.rows')?.textContent ?? '');
    await eventually(listed, (text) => text.includes(JOB.memo));
  });
});
