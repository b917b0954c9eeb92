import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zh } from '../../lib/messages/zh.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../lib/model/export-format.ts';
import { shadowView } from '../../scripts/drive/pierce.ts';
import { selectWords } from '../../scripts/drive/select.ts';
import { violations } from './axe.ts';
import { addressOf, CHROMIUM, drawnMarks, eventually, type Stage, sample, setStage } from './harness.ts';

const REPORT = sample('ucap-linzhu-gaj-2024');
const PASSAGE = '认真学习贯彻党的二十届三中全会精神';
const ENDINGS: Record<ExportFormat, string> = {
  xlsx: '.xlsx',
  csv: '.csv',
  figures: '.figures.csv',
  docx: '.docx',
  markdown: '.md',
  html: '.html',
  qdpx: '.qdpx',
  jsonld: '.jsonld',
  ris: '.ris',
  bibtex: '.bib',
  csljson: '.csl.json',
  jsonl: '.jsonl',
};

describe.skipIf(CHROMIUM === null)('taking it away, in Chromium', () => {
  let first: Stage;
  let second: Stage;
  let library: Page;
  const downloads = mkdtempSync(join(tmpdir(), 'zhupi-backup-'));
  const saved = (ending: string) =>
    eventually(
      async () =>
        readdirSync(downloads).find((name) => name.endsWith(ending) && !name.includes('crdownload')),
      (name) => name !== undefined,
    ).then((name) => join(downloads, name ?? ''));
  const button = async (page: Page, words: string) => {
    await page.locator(`::-p-xpath(//button[normalize-space()="${words}"])`).click();
  };
  const shows = (page: Page, words: string) =>
    eventually(
      () => page.$eval('body', (body) => body.textContent ?? ''),
      (text) => text.includes(words),
    );

  beforeAll(async () => {
    first = await setStage();
    const page = await first.open(addressOf(REPORT));
    await first.marked(page);
    const shadow = await shadowView(page);
    await selectWords(page, PASSAGE);
    await eventually(
      () => shadow.text(),
      (text) => text.includes(zh.toolbar.highlight),
    );
    await shadow.click('BUTTON', zh.toolbar.highlight);
    await eventually(
      () => drawnMarks(page, 'note'),
      (drawn) => Object.values(drawn).join() === PASSAGE,
    );
    library = await first.openExtensionPage('library.html');
    const session = await first.browser.target().createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  });
  afterAll(async () => {
    await first?.close();
    await second?.close();
    rmSync(downloads, { recursive: true, force: true });
  });

  test('every format comes out of the dialogue, after a preview', async () => {
    await button(library, zh.export.open);
    await library.waitForSelector('.modal .preview table');
    expect(await violations(library)).toEqual([]);
    for (const format of EXPORT_FORMATS) {
      await library.select('.modal select', format);
      await eventually(
        () => library.$eval('.modal .preview', (preview) => preview.textContent ?? ''),
        (text) => text.includes(zh.export.preview) && text.length > 30,
      );
      await button(library, zh.export.go);
      await shows(library, ENDINGS[format]);
      expect(readFileSync(await saved(ENDINGS[format])).length).toBeGreaterThan(100);
    }
    await button(library, zh.export.close);
  });

  test('the exported page shows the text with its marks, offline and without scripts, and has no axe violation', async () => {
    const page = await first.browser.newPage();
    await page.setOfflineMode(true);
    await page.setJavaScriptEnabled(false);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const address = pathToFileURL(await saved('.html')).href;
    await page.goto(address);
    expect(asked).toEqual([address]);
    const marked = await page.$$eval('mark.note', (marks) =>
      marks.map((mark) => mark.textContent ?? '').join(''),
    );
    expect(marked).toContain(PASSAGE);
    expect(await page.$$eval('.text mark.shortcoming', (marks) => marks.length)).toBeGreaterThan(0);
    const paper = await page.pdf({ format: 'A4' });
    expect(paper.length).toBeGreaterThan(10_000);
    await page.setJavaScriptEnabled(true);
    // the page's own policy lets no script in, not even the checker's
    await page.setBypassCSP(true);
    await page.reload();
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  test('one profile backs up, another restores and shows the same notes on the same page', async () => {
    await button(library, zh.export.backup.open);
    await library.waitForSelector('.modal .backup');
    expect(await violations(library)).toEqual([]);
    await button(library, zh.export.backup.make);
    const backup = await saved('.zhupi');
    await shows(library, '已备份为');

    second = await setStage();
    const page = await second.open(addressOf(REPORT));
    await second.marked(page);
    expect(await drawnMarks(page, 'note')).toEqual({});
    const other = await second.openExtensionPage('library.html');
    await button(other, zh.export.backup.open);
    const input = await other.waitForSelector('.modal input[type=file]');

    const broken = join(downloads, 'cut.zhupi');
    writeFileSync(broken, readFileSync(backup).subarray(0, 1_000));
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(broken);
    await shows(other, zh.export.backup.faults.truncated);

    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(backup);
    await shows(other, zh.export.backup.row(zh.export.backup.tables.annotations ?? '', 1, 0));
    expect(await violations(other)).toEqual([]);
    await button(other, zh.export.backup.replace);
    await shows(other, zh.export.backup.restored);
    await eventually(
      () => drawnMarks(page, 'note'),
      (drawn) => Object.values(drawn).join() === PASSAGE,
    );
  });
});
