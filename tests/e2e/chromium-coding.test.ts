import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zh } from '../../lib/messages/zh.ts';
import type { SelectionCommand } from '../../lib/messaging/protocol.ts';
import { type ShadowView, shadowView } from '../../scripts/drive/pierce.ts';
import { selectWords } from '../../scripts/drive/select.ts';
import { codebookPage } from './codebook-stage.ts';
import { addressOf, CHROMIUM, drawnMarks, eventually, type Stage, sample, setStage } from './harness.ts';

const REPORT = sample('ucap-linzhu-gaj-2024');
const PASSAGE = '认真学习贯彻党的二十届三中全会精神';
/** The second of those offered at first: it comes first when it was used. */
const CODE = '依法行政制度';
const OTHER = '推动法治公安建设迈出新步伐';

describe.skipIf(CHROMIUM === null)('coding and judging in place, in Chromium', () => {
  let stage: Stage;
  let page: Page;
  let shadow: ShadowView;

  beforeAll(async () => {
    stage = await setStage();
    page = await stage.open(addressOf(REPORT));
    await stage.marked(page);
    shadow = await shadowView(page);
  });
  afterAll(() => stage?.close());

  const notes = () => drawnMarks(page, 'note').then((drawn) => Object.values(drawn));
  const shows = (words: string) =>
    eventually(
      () => shadow.text(),
      (text) => text.includes(words),
    );
  /** The command as the browser gives it to the background: a driver's keys don't reach the browser's own shortcuts. */
  const command = async (name: SelectionCommand) => {
    const worker = await stage.worker();
    await worker.evaluate(
      async (url, data) => {
        const [tab] = await chrome.tabs.query({ url });
        const message = { id: 1, type: 'selectionCommand', timestamp: Date.now(), data: { command: data } };
        await chrome.tabs.sendMessage(tab?.id ?? -1, message, { frameId: 0 });
      },
      page.url(),
      name,
    );
  };
  const click = async (id: string) => {
    const mark = await page.waitForSelector(`mark.zhupi[data-id="${id}"]`);
    await mark?.scrollIntoView();
    await mark?.click();
    await shows(zh.card.rule);
  };
  const find = async (quote: string) => {
    const { findings } = await stage.marked(page);
    return findings.find((finding) => finding.quote === quote);
  };

  test('a code is applied with one click, and taken back where it is said', async () => {
    await selectWords(page, PASSAGE);
    await shows(zh.toolbar.highlight);
    await shadow.click('BUTTON', CODE);
    await shows(zh.page.savedCode(CODE));
    await eventually(notes, (drawn) => drawn.join() === PASSAGE);
    await shadow.click('BUTTON', zh.page.undo);
    await eventually(notes, (drawn) => drawn.length === 0);
  });

  test('by keyboard: the toolbar takes the focus, one stroke each, and the last code used comes first', async () => {
    // the toolbar comes with the mouse, too: only once it is there the strokes that follow are on their own
    const select = async (words: string) => {
      await selectWords(page, words);
      await shows(zh.toolbar.highlight);
      await command('toolbar');
    };
    await select(OTHER);
    await page.keyboard.press('1');
    await shows(zh.page.savedCode(CODE));
    await eventually(notes, (drawn) => drawn.join() === OTHER);
    await select(PASSAGE);
    await page.keyboard.press('h');
    await shows(zh.page.savedHighlight);
    await eventually(notes, (drawn) => drawn.length === 2);
    await select(PASSAGE);
    await page.keyboard.press('Escape');
    await eventually(
      () => shadow.boxes('BUTTON', zh.toolbar.note),
      (boxes) => boxes.length === 0,
    );
  });

  test('the page hears none of the strokes meant for the toolbar', async () => {
    await page.evaluate(() => {
      const world = window as unknown as { strokes: string[] };
      world.strokes = [];
      document.addEventListener('keydown', ({ key }) => world.strokes.push(key));
    });
    await selectWords(page, '压实责任抓落实');
    await command('toolbar');
    await page.keyboard.press('h');
    await shows(zh.page.savedHighlight);
    expect(await page.evaluate(() => (window as unknown as { strokes: string[] }).strokes)).toEqual([]);
  });

  test('a selection is extended to its sentence', async () => {
    await selectWords(page, '紧扣');
    await command('toolbar');
    await page.keyboard.press('s');
    const selected = await page.evaluate(() => String(getSelection()));
    expect(selected.startsWith('2024年，')).toBe(true);
    expect(selected.endsWith('。')).toBe(true);
  });

  test('a passage is copied with its reference', async () => {
    await selectWords(page, PASSAGE);
    await command('toolbar');
    await page.keyboard.press('c');
    await shows(zh.page.copied);
    const area = await page.evaluateHandle(() => {
      const box = document.createElement('textarea');
      document.body.prepend(box);
      box.focus();
      return box;
    });
    // a driver's Ctrl+V pastes only when it is told so
    await page.keyboard.press('v', { commands: ['Paste'] });
    const pasted = await eventually(
      () => area.evaluate((box) => (box as HTMLTextAreaElement).value),
      (value) => value !== '',
    );
    const { title, published } = REPORT.expected;
    expect(pasted).toBe(`“${PASSAGE}”\n——临渚市公安局. ${title}[R/OL]. ${published}. ${page.url()}.`);
    await area.evaluate((box) => (box as HTMLElement).remove());
  });

  test('a dismissed finding goes, stays away after a reload, and comes back by undo', async () => {
    const figure = await find('8次');
    await click(figure?.id ?? '');
    await shadow.click('BUTTON', zh.card.dismiss);
    await shows(zh.page.judged.dismissed);
    await eventually(
      () => drawnMarks(page, 'figure'),
      (drawn) => !(figure && figure.id in drawn),
    );
    await page.reload();
    await stage.marked(page);
    await eventually(
      () => find('8次'),
      (found) => found === undefined,
    );
    const panel = await stage.openPanel(page);
    await panel.close();
    await page.bringToFront();
  });

  test('a figure is corrected in a frame of the extension’s own, and the correction wins', async () => {
    const figure = await find('12期');
    await click(figure?.id ?? '');
    await shadow.click('BUTTON', zh.card.correct);
    const frame = await page.waitForFrame((each) => each.url().includes('/composer.html'));
    const value = await frame.waitForSelector('input[inputmode=decimal]');
    await value?.click({ count: 3 });
    await value?.type('十二');
    await frame.waitForSelector(`::-p-text(${zh.card.notANumber})`);
    await value?.click({ count: 3 });
    await value?.type('13');
    const save = await frame.waitForSelector('button[type=submit]');
    await save?.click();
    const corrected = await eventually(
      () => find('12期'),
      (found) => found?.verdict === 'corrected',
    );
    expect(corrected?.figure?.value).toBe(13);
    await page.reload();
    await stage.marked(page);
    const again = await eventually(
      () => find('12期'),
      (found) => found?.verdict === 'corrected',
    );
    await click(again?.id ?? '');
    await shows(zh.card.verdicts.corrected);
    await shadow.click('BUTTON', zh.card.retract);
    await eventually(
      () => find('12期'),
      (found) => found?.figure?.value === 12 && found.verdict === undefined,
    );
  });

  const closed = () =>
    eventually(
      async () => page.frames().some((each) => each.url().includes('/composer.html')),
      (isOpen) => !isOpen,
    );
  /** Writes a note on some words of the page. */
  const note = async (words: string, memo: string) => {
    await page.bringToFront();
    await selectWords(page, words);
    await shadow.click('BUTTON', zh.toolbar.note);
    const frame = await page.waitForFrame((each) => each.url().includes('/composer.html'));
    await (await frame.waitForSelector('textarea'))?.type(memo);
    await (await frame.waitForSelector('button[type=submit]'))?.click();
    await closed();
  };

  test('notes on the words of a figure, and several on the same words, are all reached from there', async () => {
    for (const memo of ['第一条', '第二条']) await note('12期', memo);
    const figure = await find('12期');
    const memos = ['第一条', '第二条'];
    for (const number of [1, 2]) {
      await click(figure?.id ?? '');
      await shadow.click('BUTTON', zh.card.noteHere(number, 2));
      const frame = await page.waitForFrame((each) => each.url().includes('/composer.html'));
      const area = await frame.waitForSelector('textarea');
      const memo = await eventually(
        () => area?.evaluate((box) => box.value) ?? Promise.resolve(''),
        (typed) => typed !== '',
      );
      expect(memos.splice(memos.indexOf(memo), 1)).toEqual([memo]);
      await page.keyboard.press('Escape');
      await closed();
    }
    expect(memos).toEqual([]);
  });

  test('a library that is open finds a new note at once', async () => {
    const library = await stage.openExtensionPage('library.html');
    const tab = await library.waitForSelector(
      `::-p-xpath(//*[@role="tab"][starts-with(., "${zh.search.tab}")])`,
    );
    await tab?.click();
    const field = await library.waitForSelector('input[type=search]');
    const look = async (words: string) => {
      await field?.click({ count: 3 });
      await field?.type(words);
      await library.waitForFunction(
        (memo) => document.querySelector('.hits mark')?.textContent === memo,
        {},
        words,
      );
    };
    await look('第二条');
    await note(OTHER, '刚刚写下');
    await library.bringToFront();
    await look('刚刚写下');
    await library.close();
    await page.bringToFront();
  });

  test('a code deleted in the codebook is offered no more on a page that was open', async () => {
    const book = await codebookPage(stage);
    await book.choose(CODE);
    await book.press(zh.codebook.remove);
    expect(await book.dialogText()).toContain(CODE);
    await book.press(zh.codebook.removeSure);
    await book.says(zh.codebook.done.removed);
    await book.page.close();
    await page.bringToFront();
    await eventually(
      async () => {
        await selectWords(page, PASSAGE);
        await shows(zh.toolbar.highlight);
        return shadow.text();
      },
      (text) => !text.includes(CODE),
    );
  });
});
