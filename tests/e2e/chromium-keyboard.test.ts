import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyInput, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zh } from '../../lib/messages/zh.ts';
import type { SelectionCommand, Step } from '../../lib/messaging/protocol.ts';
import { type ShadowView, shadowView } from '../../scripts/drive/pierce.ts';
import { addressOf, CHROMIUM, drawnMarks, eventually, type Stage, sample, setStage } from './harness.ts';
import { heardEvents, hearEvents, JOB } from './whole-job.ts';

const REPORT = sample(JOB.report);
const POINTING = ['mousedown', 'mouseup', 'mousemove', 'pointerdown', 'pointermove', 'touchstart'];

/** Caret browsing is what F7 gives a reader; the commands come as the browser gives them to the background. */
describe.skipIf(CHROMIUM === null)('a sitting by keyboard alone, in Chromium', () => {
  const profile = mkdtempSync(join(tmpdir(), 'zhupi-keyboard-'));
  let stage: Stage;
  let page: Page;
  let shadow: ShadowView;

  const open = async () => {
    stage = await setStage([], { profile, hasCaret: true });
    page = await stage.browser.newPage();
    await hearEvents(page, POINTING);
    await page.goto(addressOf(REPORT), { waitUntil: 'domcontentloaded' });
    await stage.marked(page);
    shadow = await shadowView(page);
  };
  beforeAll(open);
  afterAll(async () => {
    await stage?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  const send = async (type: 'step' | 'selectionCommand', data: object) => {
    const worker = await stage.worker();
    await worker.evaluate(
      async (url, message) => {
        const [tab] = await chrome.tabs.query({ url });
        await chrome.tabs.sendMessage(tab?.id ?? -1, message, { frameId: 0 });
      },
      page.url(),
      { id: 1, type, timestamp: Date.now(), data },
    );
  };
  const command = (name: SelectionCommand) => send('selectionCommand', { command: name });
  const step = (towards: Step['towards'], among: Step['among'] = 'findings') =>
    send('step', { towards, among });
  const notes = () => drawnMarks(page, 'note').then((drawn) => Object.values(drawn));
  const says = (words: string) =>
    eventually(
      () => shadow.text(),
      (text) => text.includes(words),
    );
  const find = async (quote: string) =>
    (await stage.marked(page)).findings.find((finding) => finding.quote === quote);
  const chord = async (held: 'Control' | 'Shift', key: KeyInput, times = 1) => {
    await page.keyboard.down(held);
    for (let count = 0; count < times; count++) await page.keyboard.press(key);
    await page.keyboard.up(held);
  };
  /** Goes on from stop to stop until it stands at those words, and selects them. */
  const selectByKeys = async (words: string, towards: Step['towards'] = 'next') => {
    const { length } = (await stage.marked(page)).findings;
    for (;;) {
      await step(towards);
      const heard = await shadow.text();
      if (heard.includes(zh.page.noFurther[towards])) throw new Error(`the tour never came to ${words}`);
      if (heard.split(`/${length}`).at(-1)?.startsWith(words)) break;
    }
    await chord('Shift', 'ArrowRight', words.length);
    expect(await page.evaluate(() => String(getSelection()))).toBe(words);
  };
  const tabTo = async (name: string) => {
    for (let count = 0; (await shadow.focused()) !== name; count++) {
      if (count > 12) throw new Error(`the focus never came to ${name}; it is on ${await shadow.focused()}`);
      await page.keyboard.press('Tab');
    }
  };
  const composer = () => page.waitForFrame((each) => each.url().includes('/composer.html'));
  const isClosed = () =>
    eventually(
      async () => page.frames().length,
      (count) => count === 1,
    );

  test('three passages are coded: one stroke each', async () => {
    for (const [index, passage] of JOB.passages.entries()) {
      await selectByKeys(passage);
      await command('toolbar');
      await eventually(shadow.focused, (name) => name === zh.toolbar.highlight);
      await page.keyboard.press(`${index + 1}` as KeyInput);
      await eventually(notes, (drawn) => drawn.length === index + 1);
    }
    expect((await notes()).sort()).toEqual([...JOB.passages].sort());
  });

  test('a note is written where the last code was given, and the focus comes back to the page', async () => {
    await chord('Shift', 'ArrowRight', 4);
    await command('note');
    const frame = await composer();
    await frame.waitForFunction(() => document.activeElement?.localName === 'textarea');
    await page.keyboard.type(JOB.memo);
    await chord('Control', 'Enter');
    await isClosed();
    await eventually(notes, (drawn) => drawn.length === 4);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
  });

  test('a wrong figure is corrected: its card takes the focus, then the form', async () => {
    await selectByKeys(JOB.figure.quote, 'previous');
    await page.keyboard.press('ArrowLeft');
    await command('toolbar');
    await eventually(shadow.focused, (name) => name === zh.card.label);
    await tabTo(zh.card.correct);
    await page.keyboard.press('Enter');
    const frame = await composer();
    const label = () => frame.evaluate(() => document.activeElement?.closest('label')?.textContent ?? '');
    await frame.waitForFunction(() => document.activeElement?.localName === 'select');
    while (!(await label()).startsWith(zh.card.value)) await page.keyboard.press('Tab');
    await page.keyboard.type(String(JOB.figure.corrected));
    await page.keyboard.press('Enter');
    await isClosed();
    const figure = await eventually(
      () => find(JOB.figure.quote),
      (found) => found?.verdict === 'corrected',
    );
    expect(figure?.figure?.value).toBe(JOB.figure.corrected);
  });

  test('it is taken back, done again, and taken back', async () => {
    const valueIs = (value: number) =>
      eventually(
        () => find(JOB.figure.quote),
        (found) => found?.figure?.value === value,
      );
    await chord('Control', 'z');
    await says(zh.page.replayed.undo);
    await valueIs(JOB.figure.value);
    await chord('Control', 'y');
    await says(zh.page.replayed.redo);
    await valueIs(JOB.figure.corrected);
    await chord('Control', 'z');
    await valueIs(JOB.figure.value);
  });

  test('Escape closes a card and gives the focus back to where it was', async () => {
    await step('next', 'shortcomings');
    const link = await page.$('a[href]');
    await link?.focus();
    await command('toolbar');
    await eventually(shadow.focused, (name) => name === zh.card.label);
    await tabTo(zh.card.dismiss);
    await page.keyboard.press('Escape');
    await eventually(shadow.focused, (name) => name === '');
    expect(await link?.evaluate((each) => each === document.activeElement)).toBe(true);
    expect(await shadow.boxes('BUTTON', zh.card.dismiss)).toEqual([]);
  });

  test('the reader’s own mark at the caret opens its note', async () => {
    const memo = async () => {
      const frame = await composer();
      await frame.waitForSelector('textarea');
      return frame.$eval('textarea', (area) => area.value);
    };
    await page.evaluate(() => scrollTo(0, 0));
    await selectByKeys(JOB.passages[2]);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await command('toolbar');
    expect(await memo()).toBe(JOB.memo);
    await page.keyboard.press('Escape');
    await isClosed();
    expect(await heardEvents(page)).toEqual([]);
  });

  test('after a restart the note is found in the panel, and leads to its passage', async () => {
    await stage.close();
    await open();
    await eventually(notes, (drawn) => drawn.length === 4);
    const panel = await stage.openPanel(page);
    await panel.waitForSelector('[data-finding]');
    await panel.bringToFront().catch(() => undefined);
    const active = () =>
      panel.evaluate(() => {
        const { activeElement: at } = document;
        return at?.getAttribute('aria-label') ?? at?.textContent ?? '';
      });
    const panelTabTo = async (isRight: (name: string) => boolean) => {
      for (let count = 0; !isRight(await active()); count++) {
        if (count > 40) throw new Error(`the focus never came there; it is on ${await active()}`);
        await panel.keyboard.press('Tab');
      }
    };
    await panelTabTo((name) => name === zh.panel.search);
    await panel.keyboard.type(JOB.sought);
    await panel.waitForFunction(() => document.querySelectorAll('.rows [data-note]').length === 1);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await panelTabTo((name) => name.startsWith(zh.categories.note) && name !== zh.categories.note);
    await panel.keyboard.press('Enter');
    const quote = await panel.$eval('.rows [data-note] .quote', (cell) => cell.textContent ?? '');
    await eventually(
      () =>
        page.$$eval(
          'mark.zhupi[data-category="note"]',
          (marks, wanted) =>
            marks.some((mark) => {
              const { top, bottom } = mark.getBoundingClientRect();
              return mark.textContent === wanted && top >= 0 && bottom <= innerHeight;
            }),
          quote,
        ),
      Boolean,
    );
    expect(await panel.$eval('.rows [data-note]', (row) => row.textContent)).toContain(JOB.memo);
    expect(await heardEvents(page)).toEqual([]);
  });
});
