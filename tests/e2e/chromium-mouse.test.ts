import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zh } from '../../lib/messages/zh.ts';
import { type ShadowView, shadowView } from '../../scripts/drive/pierce.ts';
import { selectWords } from '../../scripts/drive/select.ts';
import { addressOf, CHROMIUM, drawnMarks, eventually, type Stage, sample, setStage } from './harness.ts';
import { heardEvents, hearEvents, JOB } from './whole-job.ts';

const REPORT = sample(JOB.report);

/** Words come as from an input method or dictation: without a key. */
describe.skipIf(CHROMIUM === null)('a sitting by mouse alone, in Chromium', () => {
  const profile = mkdtempSync(join(tmpdir(), 'zhupi-mouse-'));
  let stage: Stage;
  let page: Page;
  let panel: Page;
  let shadow: ShadowView;

  const open = async () => {
    stage = await setStage([], { profile });
    page = await stage.browser.newPage();
    await hearEvents(page, ['keydown', 'keypress', 'keyup']);
    await page.goto(addressOf(REPORT), { waitUntil: 'domcontentloaded' });
    await stage.marked(page);
    shadow = await shadowView(page);
    panel = await stage.openPanel(page);
    await panel.waitForSelector('[data-finding]');
    // the page makes room for the panel: a mouse must not aim before that
    await page.waitForFunction(() => innerWidth < outerWidth - 200);
  };
  beforeAll(open);
  afterAll(async () => {
    await stage?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  const notes = () => drawnMarks(page, 'note').then((drawn) => Object.values(drawn));
  const find = async () =>
    (await stage.marked(page)).findings.find(({ quote }) => quote === JOB.figure.quote);
  const composer = () => page.waitForFrame((each) => each.url().includes('/composer.html'));
  const isClosed = () =>
    eventually(
      async () => page.frames().length,
      (count) => count === 1,
    );

  test('three passages are coded: one click each', async () => {
    for (const [index, passage] of JOB.passages.entries()) {
      await selectWords(page, passage);
      // the shape of the code that is offered first
      await shadow.click('BUTTON', '■');
      await eventually(notes, (drawn) => drawn.length === index + 1);
    }
    expect((await notes()).sort()).toEqual([...JOB.passages].sort());
  });

  test('a note is written', async () => {
    await selectWords(page, '评议结果当场反馈');
    await shadow.click('BUTTON', zh.toolbar.note);
    const frame = await composer();
    await (await frame.waitForSelector('textarea'))?.click();
    await page.keyboard.sendCharacter(JOB.memo);
    await (await frame.waitForSelector('button[type=submit]'))?.click();
    await isClosed();
    await eventually(notes, (drawn) => drawn.length === 4);
  });

  test('a wrong figure is corrected, and the correction taken back', async () => {
    const mark = await page.waitForSelector(`mark.zhupi[data-id="${(await find())?.id}"]`);
    await mark?.scrollIntoView();
    await mark?.click();
    await shadow.click('BUTTON', zh.card.correct);
    const frame = await composer();
    await (await frame.waitForSelector('input[inputmode=decimal]'))?.click({ count: 3 });
    await page.keyboard.sendCharacter(String(JOB.figure.corrected));
    await (await frame.waitForSelector('button[type=submit]'))?.click();
    await isClosed();
    await eventually(find, (found) => found?.figure?.value === JOB.figure.corrected);
    await (await panel.waitForSelector(`button[aria-label^="${zh.codebook.undo}"]`))?.click();
    await eventually(
      find,
      (found) => found?.figure?.value === JOB.figure.value && found.verdict === undefined,
    );
    expect(await heardEvents(page)).toEqual([]);
  });

  test('after a restart the note is found in the panel, and its mark opens it', async () => {
    await stage.close();
    await open();
    await eventually(notes, (drawn) => drawn.length === 4);
    await panel.click('.chip[data-category="note"]');
    await panel.click('.search input');
    await panel.keyboard.sendCharacter(JOB.sought);
    await panel.waitForFunction(() => document.querySelectorAll('.rows > [data-note]').length === 1);
    await panel.click('.rows > [data-note] button');
    const found = await eventually(
      () =>
        page.$$eval(
          'mark.zhupi[data-category="note"]',
          (marks, wanted) => {
            const note = marks.find((mark) => mark.textContent === wanted);
            const { x = 0, y = -1 } = note?.getBoundingClientRect() ?? {};
            return y >= 0 && y < innerHeight ? { x, y } : null;
          },
          '评议结果当场反馈',
        ),
      (place) => place !== null,
    );
    await page.mouse.click((found?.x ?? 0) + 8, (found?.y ?? 0) + 8);
    const frame = await composer();
    const memo = await frame.waitForSelector('textarea');
    expect(await memo?.evaluate((area) => area.value)).toBe(JOB.memo);
    expect(await heardEvents(page)).toEqual([]);
  });
});
