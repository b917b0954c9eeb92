import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zh } from '../../lib/messages/zh.ts';
import { shadowView } from '../../scripts/drive/pierce.ts';
import { selectWords } from '../../scripts/drive/select.ts';
import { CHROMIUM, drawnMarks, eventually, pause, type Stage, sample, setStage } from './harness.ts';

const REPORT = sample('trs-linzhu-gaj-2023');
const TITLE = REPORT.expected.title;
const LINES = readFileSync(REPORT.file.replace(/\.html$/, '.expected.txt'), 'utf8')
  .trim()
  .split('\n');
const HALF = Math.floor(LINES.length / 2);
const GOV = 'http://gaj.linzhu-shili.gov.cn/zwgk/fzzfjs/202403';

const head = `<!doctype html><meta charset="utf-8"><title>${TITLE}</title>`;
const article = (lines: readonly string[]) =>
  `<h1>${TITLE}</h1><div class="TRS_Editor">${lines.map((line) => `<p>${line}</p>`).join('')}</div>`;

describe.skipIf(CHROMIUM === null)('pages that are more, or less, than one report, in Chromium', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => stage?.close());

  const serve = (url: string, body: string) => stage.site.add({ url, body: { bytes: head + body } });
  const click = async (panel: Page, words: string, element = 'button') => {
    const found = await panel.waitForSelector(`::-p-xpath(//${element}[contains(., "${words}")])`);
    await found?.click();
  };
  const marks = (page: Page) => drawnMarks(page).then((drawn) => Object.keys(drawn).length);
  const gone = (page: Page) =>
    eventually(
      () => marks(page),
      (count) => count === 0,
    );

  test('a report over two pages is joined: the panel says which part this is, and shows the notes of both', async () => {
    const [first, second] = [`${GOV}/t2024_1.html`.replace('_1', '_81'), `${GOV}/t2024_81_1.html`];
    serve(
      first,
      `${article(LINES.slice(0, HALF))}<div class="pager">1 <a href="t2024_81_1.html">2</a></div>`,
    );
    serve(second, `${article(LINES.slice(HALF))}<div class="pager"><a href="t2024_81.html">1</a> 2</div>`);
    const page = await stage.open(first);
    await stage.marked(page);
    const shadow = await shadowView(page);
    const passage = (LINES[2] ?? '').slice(0, 12);
    await selectWords(page, passage);
    await shadow.click('BUTTON', zh.toolbar.highlight);
    await eventually(
      () => drawnMarks(page, 'note'),
      (drawn) => Object.keys(drawn).length === 1,
    );
    const panel = await stage.openPanel(page);
    await panel.waitForSelector('.part');
    expect(await panel.$eval('.part', (line) => line.textContent)).toBe(
      zh.panel.part(1, 2) + zh.panel.nextPart,
    );
    expect(await panel.$eval('.part a', (link) => link.getAttribute('href'))).toBe(second);
    await page.goto(second);
    await panel.waitForFunction(
      (words) => document.querySelector('.part')?.textContent === words,
      {},
      zh.panel.part(2, 2),
    );
    await click(panel, zh.panel.notes, '*[@role="tab"]');
    await panel.waitForSelector(`::-p-text(${zh.panel.onPart(1)})`);
    expect(await panel.$eval('.notes .state a', (link) => link.getAttribute('href'))).toBe(first);
    expect(await panel.$$('.orphans')).toEqual([]);
    await panel.close();
    await page.close();
  });

  test('a report that is only a file to download is said to be one, and linked', async () => {
    const url = `${GOV}/t2024_90.html`;
    serve(
      url,
      `<h1>${TITLE}</h1><div class="TRS_Editor"><p>见附件。</p><p>附件：<a href="P02024.pdf">${TITLE}.pdf</a></p></div>`,
    );
    const page = await stage.open(url);
    const panel = await stage.openPanel(page);
    await panel.waitForSelector('.attachments a');
    expect(await panel.$eval('.attachments', (box) => box.textContent)).toContain(zh.panel.onlyAttachment);
    expect(await panel.$eval('.attachments a', (link) => link.getAttribute('href'))).toBe(
      `${GOV}/P02024.pdf`,
    );
    await panel.close();
    await page.close();
  });

  test('a page that the reader says is no report loses its marks, stays without, and can have them back', async () => {
    const url = `${GOV}/t2024_91.html`;
    serve(url, article(LINES));
    const page = await stage.open(url);
    await stage.marked(page);
    const panel = await stage.openPanel(page);
    await click(panel, zh.panel.dismiss);
    await gone(page);
    await panel.waitForSelector(`::-p-text(${zh.panel.notRecognised})`);
    await page.reload();
    await pause(1_500);
    expect(await marks(page)).toBe(0);
    await click(panel, zh.panel.annotatePage);
    await stage.marked(page);
    await page.reload();
    await stage.marked(page);
    await panel.close();
    await page.close();
  });

  test('an application that shows another document under another address: marks come and go with the reports', async () => {
    const url = `${GOV}/app.html`;
    const news = LINES.slice(0, 12).map((_, index) => `<p>会议通知第${index + 1}条：请按时参加。</p>`);
    serve(url, `<main>${article(LINES)}</main>`);
    const page = await stage.open(url);
    await stage.marked(page);
    const show = (path: string, body: string) =>
      page.evaluate(
        (to, html) => {
          history.pushState(null, '', to);
          const main = document.querySelector('main');
          const parsed = new DOMParser().parseFromString(html, 'text/html');
          main?.replaceChildren();
          setTimeout(() => main?.replaceChildren(...parsed.body.children), 300);
        },
        path,
        body,
      );
    await show('news.html', `<h1>会议通知</h1>${news.join('')}`);
    await gone(page);
    await eventually(
      () => stage.view(page),
      (view) => view === null,
    );
    await show('app2.html', article(LINES));
    const report = await stage.marked(page);
    expect(report.address).toBe(`https:${GOV.slice(5)}/app2.html`);
    await page.close();
  });

  test('a copy on another site is marked when the reader asks, and the panel offers to mark it always', async () => {
    const url = 'http://copies.localhost/report.html';
    serve(url, article(LINES));
    const page = await stage.open(url);
    await pause(1_000);
    expect(await marks(page)).toBe(0);
    const panel = await stage.openPanel(page);
    await stage.marked(page);
    await panel.waitForSelector('.site input');
    expect(await panel.$eval('.site', (label) => label.textContent)).toBe(
      zh.panel.alwaysOn('copies.localhost'),
    );
    await panel.close();
    await page.close();
  });
});
