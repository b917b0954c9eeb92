import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zh } from '../../lib/messages/zh.ts';
import { TOOLBAR_ACTIONS } from '../../lib/model/toolbar-keys.ts';
import { type ShadowView, shadowView } from '../../scripts/drive/pierce.ts';
import { selectWords } from '../../scripts/drive/select.ts';
import {
  addressOf,
  CHROMIUM,
  complaints,
  drawnMarks,
  eventually,
  type Stage,
  sample,
  setStage,
} from './harness.ts';

const REPORT = sample('ucap-linzhu-gaj-2024');
const { panel: words } = zh;

describe.skipIf(CHROMIUM === null)('working in the side panel', () => {
  let stage: Stage;
  let page: Page;
  let panel: Page;
  let shadow: ShadowView;
  let heard: string[];

  const textOf = (selector: string) => panel.$eval(selector, (element) => element.textContent ?? '');
  const rows = (selector: string) =>
    panel.$$eval(selector, (found) => found.map((row) => row.textContent ?? ''));
  const choose = (label: string, value: string) => panel.select(`select[aria-label="${label}"]`, value);
  const press = async (name: string) => {
    await (await panel.waitForSelector(`button[aria-label^="${name}"]`))?.click();
  };
  const undoName = () => panel.$eval('.tools button:nth-child(3)', (button) => button.title);
  const notes = () => drawnMarks(page, 'note');

  beforeAll(async () => {
    stage = await setStage();
    page = await stage.open(addressOf(REPORT));
    await stage.marked(page);
    shadow = await shadowView(page);
    panel = await stage.openPanel(page);
    heard = complaints(panel);
    await panel.waitForSelector('[data-finding]');
  });
  afterAll(() => stage?.close());

  test('facts are put right, checked, marked as the reader’s, and can go back to the machine’s', async () => {
    await press(words.editFacts);
    const year = await panel.waitForSelector(`.facts-form input[aria-label="${words.year}"]`);
    await year?.click({ count: 3 });
    await year?.type('20');
    await panel.click('.facts-form button[type="submit"]');
    await panel.waitForSelector(`::-p-text(${words.wrongYear})`);
    await year?.type('23');
    await panel.click('.facts-form button[type="submit"]');
    await panel.waitForSelector('.facts dl .edited');
    const shown = await panel.$eval('.facts dd:has(.edited)', (fact) => [
      fact.textContent ?? '',
      (fact as HTMLElement).title,
    ]);
    expect(shown[0]).toContain(words.yearValue(2023));
    expect(shown[1]).toBe(words.machineSays(words.yearValue(2024)));
    await press(words.editFacts);
    await (await panel.waitForSelector('.facts-form .machine button'))?.click();
    await panel.click('.facts-form button[type="submit"]');
    await panel.waitForFunction(
      () => document.querySelector('.facts dl') && !document.querySelector('.edited'),
    );
    expect(await textOf('.facts dl')).toContain(words.yearValue(2024));
  });

  test('what was done to the facts is undone and done again with the keyboard', async () => {
    await eventually(undoName, (name) => name === zh.codebook.undoOf(zh.codebook.acts.facts));
    await panel.focus('.tools button');
    const shortcut = async (...keys: ('Control' | 'Shift')[]) => {
      for (const key of keys) await panel.keyboard.down(key);
      await panel.keyboard.press('KeyZ');
      for (const key of keys) await panel.keyboard.up(key);
    };
    await shortcut('Control');
    await panel.waitForSelector('.facts dl .edited');
    await eventually(
      () => textOf('.said'),
      (said) => said === zh.codebook.undone(zh.codebook.acts.facts),
    );
    await shortcut('Control', 'Shift');
    await panel.waitForFunction(() => !document.querySelector('.edited'));
  });

  test('what the reader put right is cited', async () => {
    await press(words.editFacts);
    await panel.waitForSelector('.facts-form textarea');
    await panel.$eval('.facts-form textarea', (title) => title.select());
    await panel.keyboard.type('我局法治年报');
    await panel.click('.facts-form button[type="submit"]');
    await panel.waitForSelector('.facts h1 .edited');
    await page.bringToFront();
    await selectWords(page, '执法质量提升年');
    const buttons = await eventually(
      () => shadow.boxes('BUTTON'),
      (boxes) => boxes.length > TOOLBAR_ACTIONS.length,
    );
    const { x = 0, y = 0, width = 0, height = 0 } = buttons[TOOLBAR_ACTIONS.indexOf('cite')] ?? {};
    await page.mouse.click(x + width / 2, y + height / 2);
    await eventually(
      () => shadow.text(),
      (text) => text.includes(zh.page.copied),
    );
    const pasted = await page.evaluateHandle(() => {
      const box = document.createElement('textarea');
      document.body.prepend(box);
      box.focus();
      return box;
    });
    await page.keyboard.press('v', { commands: ['Paste'] });
    const citation = await eventually(
      () => pasted.evaluate((box) => box.value),
      (value) => value !== '',
    );
    expect(citation).toContain('我局法治年报[R/OL]');
    await pasted.evaluate((box) => box.remove());
    await press(zh.codebook.undo);
    await panel.waitForFunction(() => !document.querySelector('.edited'));
  });

  test('the list is narrowed by category, words and topic', async () => {
    const { findings } = await stage.marked(page);
    const shortcomings = findings.filter(({ category }) => category === 'shortcoming');
    await panel.click('.chip[data-category="shortcoming"]');
    await eventually(
      () => rows('[data-finding]'),
      (found) => found.length === shortcomings.length,
    );
    await panel.click('.chip:first-child');
    await panel.type('input[type="search"]', '电信 网络');
    const matching = await eventually(
      () => rows('[data-finding]'),
      (found) => found.length < findings.length,
    );
    expect(matching.length).toBeGreaterThan(0);
    expect(matching.filter((text) => !(text.includes('电信') && text.includes('网络')))).toEqual([]);
    await panel.$eval('input[type="search"]', (input) => input.select());
    await panel.keyboard.press('Backspace');
    await press(words.filters);
    const topic = findings.find((finding) => finding.topic !== undefined)?.topic ?? '';
    const wanted = findings.filter((finding) => finding.topic === topic).length;
    await choose(words.topic, topic);
    await eventually(
      () => rows('[data-finding]'),
      (found) => found.length === wanted,
    );
    await choose(words.topic, '');
  });

  test('a dismissed finding leaves the list, is seen when asked for, and is brought back', async () => {
    const report = await stage.marked(page);
    const figure = report.findings.find(({ figure: each }) => each?.value === 1792);
    const mark = await page.waitForSelector(`mark.zhupi[data-id="${figure?.id}"]`);
    await mark?.scrollIntoView();
    await mark?.click();
    await shadow.click('BUTTON', zh.card.dismiss);
    await panel.waitForFunction((id) => !document.querySelector(`[data-finding="${id}"]`), {}, figure?.id);
    await choose(words.judgement, 'dismissed');
    await panel.waitForSelector('[data-dismissed]');
    expect(await textOf('[data-dismissed]')).toContain('1792起');
    await panel.click('[data-dismissed] .actions button');
    await panel.waitForFunction(() => !document.querySelector('[data-dismissed]'));
    await choose(words.judgement, '');
    await eventually(
      async () => (await stage.marked(page)).findings.some((finding) => finding.figure?.value === 1792),
      Boolean,
    );
    await panel.waitForFunction(() => document.body.textContent?.includes('1792起'));
  });

  test('an accepted finding says so in its row', async () => {
    const { findings } = await stage.marked(page);
    const { id } = findings.find(({ figure }) => figure?.value === 1792) ?? { id: '' };
    await (await page.waitForSelector(`mark.zhupi[data-id="${id}"]`))?.click();
    await shadow.click('BUTTON', zh.card.accept);
    await choose(words.judgement, 'accepted');
    const accepted = await eventually(
      () => rows('[data-finding]'),
      (found) => found.length === 1,
    );
    expect(accepted[0]).toContain(words.verdicts.accepted);
    await choose(words.judgement, '');
  });

  test('notes stand among the findings; the last changed comes first when sorted by time', async () => {
    for (const passage of ['执法质量提升年', '党委理论学习中心组']) {
      await selectWords(page, passage);
      await shadow.click('BUTTON', zh.toolbar.highlight);
      await eventually(notes, (drawn) => Object.values(drawn).includes(passage));
    }
    await panel.click('.chip[data-category="note"]');
    const quotes = () => rows('[data-note] .quote');
    await eventually(quotes, (found) => found.join() === '执法质量提升年,党委理论学习中心组');
    await choose(words.sort, 'time');
    await eventually(quotes, (found) => found.join() === '党委理论学习中心组,执法质量提升年');
    await choose(words.sort, 'place');
    await panel.click('.chip:first-child');
  });

  test('undo takes the last highlight off the page, redo brings it back; the button tells what it would do', async () => {
    await eventually(undoName, (name) => name === zh.codebook.undoOf(zh.codebook.acts.create));
    await press(zh.codebook.undo);
    await eventually(notes, (drawn) => Object.keys(drawn).length === 1);
    await press(zh.codebook.redo);
    await eventually(notes, (drawn) => Object.keys(drawn).length === 2);
  });

  test('the rows of what stands in the page’s window are marked and brought into sight', async () => {
    const seen = () =>
      panel.$$eval('.rows > .in-view[data-finding]', (found) =>
        found.map((row) => {
          const { top, bottom } = row.getBoundingClientRect();
          return { id: row.getAttribute('data-finding'), isInSight: bottom > 0 && top < innerHeight };
        }),
      );
    const visible = () =>
      page.$$eval('mark.zhupi', (marks) =>
        marks
          .filter((mark) => {
            const { top, bottom } = mark.getBoundingClientRect();
            return top > 0 && bottom < innerHeight;
          })
          .map((mark) => (mark as HTMLElement).dataset.id),
      );
    // while the pointer is in the panel, the list stays where it is
    await panel.mouse.move(-20, -20);
    for (const at of [1, 0.4]) {
      await page.evaluate((share) => scrollTo(0, share * document.documentElement.scrollHeight), at);
      // marks that were just undone are drawn again meanwhile
      const ids = await eventually(
        async () => ({ rows: await seen(), marks: await visible() }),
        ({ rows: listed, marks }) =>
          listed.some(({ id, isInSight }) => isInSight && marks.includes(id ?? '')),
      );
      expect(ids.rows.length).toBeLessThan(100);
    }
  });

  test('“next” leads the page from finding to finding, and the panel goes along', async () => {
    await page.evaluate(() => scrollTo(0, 0));
    await press(words.next);
    const { findings } = await stage.marked(page);
    await panel.waitForSelector('[data-finding].chosen');
    const first = await panel.$eval('[data-finding].chosen', (row) => row.getAttribute('data-finding'));
    await press(words.next);
    await panel.waitForFunction(
      (before) => document.querySelector('[data-finding].chosen')?.getAttribute('data-finding') !== before,
      {},
      first,
    );
    const second = await panel.$eval('[data-finding].chosen', (row) => row.getAttribute('data-finding'));
    const order = findings.toSorted((a, b) => a.mark.start - b.mark.start).map(({ id }) => id);
    expect(order.indexOf(second ?? '')).toBe(order.indexOf(first ?? '') + 1);
  });

  test('the keyboard alone gets to a row, from row to row, and to its passage', async () => {
    await panel.focus('[role="tab"][aria-selected="true"]');
    const focused = () =>
      panel.evaluate(() => document.activeElement?.closest('[data-index]')?.getAttribute('data-index'));
    for (let stroke = 0; stroke < 20 && (await focused()) === undefined; stroke++) {
      await panel.keyboard.press('Tab');
    }
    expect(await focused()).toBe('0');
    for (let stroke = 0; stroke < 30; stroke++) await panel.keyboard.press('ArrowDown');
    expect(await focused()).toBe('30');
    const id = await panel.evaluate(() =>
      document.activeElement?.closest('[data-finding]')?.getAttribute('data-finding'),
    );
    await panel.keyboard.press('Enter');
    await page.waitForFunction(
      (wanted) => {
        const box = document.querySelector(`mark.zhupi[data-id="${wanted}"]`)?.getBoundingClientRect();
        return box && box.top >= 0 && box.bottom <= innerHeight;
      },
      {},
      id,
    );
  });

  test('the strip chart is told in words, and the outline counts each category', async () => {
    const lanes = await panel.$$eval('.quick-look svg', (found) =>
      found.map((lane) => lane.getAttribute('aria-label')),
    );
    expect(lanes).toHaveLength(4);
    expect(lanes.join()).toContain(zh.categories.shortcoming);
    expect(lanes.join()).toMatch(/“.+”\d+ 处/);
    await panel.click('[role="tab"]:nth-child(3)');
    const counts = await rows('.outline .counts');
    expect(counts.join()).toMatch(/举措 \d+/);
    expect(await panel.$$eval('.outline [aria-current]', (current) => current.length)).toBe(1);
    await panel.click('[role="tab"]:nth-child(1)');
  });

  test('without a report the panel shows what is collected', async () => {
    const other = await stage.open(addressOf(sample('notice-yanping')));
    await panel.waitForSelector('.collected');
    expect(await textOf('.collected')).toContain(zh.library.reportCount(1));
    expect(await textOf('.collected')).toContain(REPORT.expected.title);
    await panel.waitForSelector(`::-p-text(${words.annotatePage})`);
    await other.close();
  });

  test('nothing was complained of in the panel’s console', () => {
    // a tab without annotator doesn't answer: the browser says so by itself
    expect(heard.filter((line) => !line.includes('Receiving end does not exist'))).toEqual([]);
  });
});
