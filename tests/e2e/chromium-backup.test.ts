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
import { backupOf, sampleRows } from '../fixtures/broken/backups.ts';
import { violations } from './axe.ts';
import {
  addressOf,
  CHROMIUM,
  drawnMarks,
  eventually,
  pause,
  type Stage,
  sample,
  setStage,
} from './harness.ts';

const REPORT = sample('ucap-linzhu-gaj-2024');
const PASSAGE = '认真学习贯彻党的二十届三中全会精神';
const DAY = 24 * 60 * 60 * 1_000;
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
  let report: Page;
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
    report = page;
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

  test('the panel leads to the export of its report', async () => {
    const panel = await first.openPanel(report);
    const link = await panel.waitForSelector('a[href*="#export="]');
    const address = String(await link?.evaluate((each) => (each as HTMLAnchorElement).href));
    await panel.close();
    const page = await first.openExtensionPage(address.slice(address.indexOf('library.html')));
    await page.waitForSelector('.modal .choice input:checked');
    await shows(page, zh.export.reportCount(1));
    await page.close();
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

    // and everything can be deleted
    other.on('dialog', (question) => void question.accept());
    await button(other, zh.export.backup.deleteAll);
    await shows(other, zh.export.backup.deletedAll);
    await eventually(
      () => drawnMarks(page, 'note'),
      (drawn) => Object.keys(drawn).length === 0,
    );
  });

  test('after two weeks of work without a backup the library says so, and one click makes one', async () => {
    const daysAgo = (days: number) => new Date(Date.now() - days * DAY).toISOString();
    await library.evaluate(() => chrome.storage.local.remove('lastBackup'));
    await setCreated(library, daysAgo(15));
    await library.reload();
    await shows(library, zh.export.backup.reminder(15));
    expect(await violations(library)).toEqual([]);
    await library.locator('.reminder button').click();
    await eventually(
      () => library.$('.reminder'),
      (reminder) => reminder === null,
    );
    // what was noted before the last backup is no work without one
    await library.evaluate((at) => chrome.storage.local.set({ lastBackup: at }), daysAgo(14));
    await library.reload();
    await button(library, zh.export.backup.open);
    await shows(library, zh.export.backup.lastBackup('').trim());
    expect(await library.$('.reminder')).toBeNull();
  });

  test('the picked folder gets the day’s backup when the library is opened, once', async () => {
    // the browser's own folder stands for one that the reader picked: a driver can't use the picker
    const contents = () =>
      library.evaluate(async () => {
        const folder = await navigator.storage.getDirectory();
        const found: Record<string, number> = {};
        for await (const [name, handle] of folder.entries()) {
          // the second file may be gone again
          const file = await (handle as FileSystemFileHandle).getFile().catch(() => null);
          if (file) found[name] = file.size;
        }
        return found;
      });
    expect(await contents()).toEqual({});
    await library.evaluate(async () => {
      const handle = await navigator.storage.getDirectory();
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('zhupi-backup-folder');
        request.onsuccess = () => resolve(request.result);
      });
      const transaction = database.transaction('handles', 'readwrite');
      transaction.objectStore('handles').put({ key: 'folder', handle });
      await new Promise<void>((resolve) => {
        transaction.oncomplete = () => resolve();
      });
      database.close();
    });
    await library.reload();
    // while it is being written there is a second file
    const isDone = (found: Record<string, number>) =>
      Object.keys(found).length === 1 && Object.values(found).every((size) => size > 1_000);
    const written = await eventually(contents, isDone);
    const day = new Date().toLocaleDateString('sv');
    expect(Object.keys(written)).toEqual([`zhupi-${day}.zhupi`]);
    await library.reload();
    await button(library, zh.export.backup.open);
    await shows(library, zh.export.backup.forgetFolder);
    await button(library, zh.export.backup.forgetFolder);
    await eventually(
      () => library.$eval('.modal', (box) => box.textContent ?? ''),
      (text) => !text.includes(zh.export.backup.forgetFolder),
    );
    expect(await contents()).toEqual(written);
  });

  test('a browser that is killed in the middle of a restore keeps what it had', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'zhupi-killed-'));
    const before = await setStage([], { profile });
    let page = await before.openExtensionPage('library.html');
    await page.evaluate(() =>
      chrome.runtime.sendMessage({ id: 1, type: 'offeredCodes', timestamp: Date.now() }),
    );
    const had = await codeCount(page);
    const file = join(downloads, 'large.zhupi');
    writeFileSync(file, new Uint8Array(await (await largeBackup(3_000)).arrayBuffer()));
    await button(page, zh.export.backup.open);
    const input = await page.waitForSelector('.modal input[type=file]');
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
    await shows(page, zh.export.backup.dryRun);
    await button(page, zh.export.backup.replace);
    await shows(page, zh.export.backup.restoring);
    await pause(300);
    before.browser.process()?.kill('SIGKILL');
    await before.close().catch(() => undefined);

    const after = await setStage([], { profile });
    page = await after.openExtensionPage('composer.html');
    expect(await codeCount(page)).toEqual(had);
    await after.close();
    rmSync(profile, { recursive: true, force: true });
  }, 120_000);
});

/** Rows of two tables, as the extension's own page sees them. */
function codeCount(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('zhupi');
      request.onsuccess = () => resolve(request.result);
    });
    const count = (table: string) =>
      new Promise<number>((resolve) => {
        const request = database.transaction(table).objectStore(table).count();
        request.onsuccess = () => resolve(request.result);
      });
    const counts = { codes: await count('codes'), reports: await count('reports') };
    database.close();
    return counts;
  });
}

/** Makes all notes as old as that. */
async function setCreated(page: Page, created: string): Promise<void> {
  await page.evaluate(async (at) => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('zhupi');
      request.onsuccess = () => resolve(request.result);
    });
    const transaction = database.transaction('annotations', 'readwrite');
    const store = transaction.objectStore('annotations');
    const all = store.getAll();
    all.onsuccess = () => {
      for (const annotation of all.result) store.put({ ...annotation, created: at });
    };
    await new Promise<void>((resolve) => {
      transaction.oncomplete = () => resolve();
    });
    database.close();
  }, created);
}

/** A backup of many reports. */
async function largeBackup(count: number): Promise<Blob> {
  const rows = await sampleRows();
  const [report] = rows.reports;
  const [snapshot] = rows.snapshots;
  const many = Array.from({ length: count }, (_, index) => index);
  return backupOf({
    reports: many.map((index) => ({
      ...report,
      id: `r${index}`,
      address: `http://a/${index}`,
      snapshotId: `s${index}`,
    })),
    snapshots: many.map((index) => ({
      ...snapshot,
      id: `s${index}`,
      reportId: `r${index}`,
      text: `${snapshot?.text}${String(index).repeat(500)}`,
    })),
  });
}
