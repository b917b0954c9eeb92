import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zh } from '../../lib/messages/zh.ts';
import { samplesIn } from '../../scripts/serve/samples.ts';
import { ROOT } from '../../scripts/setup/build.ts';
import { violations } from './axe.ts';
import { addressOf, CHROMIUM, eventually, type Stage, setStage } from './harness.ts';

const REPORTS = samplesIn(join(ROOT, 'seeds', 'reports'));

describe.skipIf(CHROMIUM === null)('six reports lined up in the library, in Chromium', () => {
  let stage: Stage;
  let library: Page;
  /** What stands in the two rows that are merged. */
  let own = '';
  let partner = '';
  const profile = mkdtempSync(join(tmpdir(), 'zhupi-library-'));
  const downloads = mkdtempSync(join(tmpdir(), 'zhupi-downloads-'));

  const openLibrary = async () => {
    library = await stage.openExtensionPage('library.html');
    await library.setViewport({ width: 1280, height: 900 });
    await library.bringToFront();
    const session = await library.createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  };
  const show = (tab: string) =>
    eventually(
      () =>
        library.evaluate((title) => {
          for (const each of document.querySelectorAll<HTMLElement>('.tabs [role=tab]')) {
            if (each.textContent?.startsWith(title)) {
              each.click();
              return true;
            }
          }
          return false;
        }, tab),
      Boolean,
    );
  /** How many rows the table has, drawn or not. */
  const rowCount = () =>
    library.$eval('.summary [role=status]', (status) => Number(status.textContent?.match(/\d+/)?.[0]));
  const filter = async (typed: string) => {
    const field = await library.waitForSelector('.summary input[type=search]');
    await field?.click({ count: 3 });
    await field?.press('Backspace');
    await field?.type(typed);
  };
  const rowOf = async (name: string) => {
    const row = await library.waitForSelector(
      `::-p-xpath(//table[contains(@class,"indicators")]//tr[.//summary[starts-with(normalize-space(.), "${name}")]])`,
    );
    if (!row) throw new Error(`there is no row ${name}`);
    return row;
  };

  beforeAll(async () => {
    stage = await setStage([], { profile });
    for (const report of REPORTS) {
      const page = await stage.open(addressOf(report));
      await stage.marked(page);
      const worker = await stage.worker();
      await worker.evaluate(async (url: string) => {
        const [tab] = await chrome.tabs.query({ url });
        const message = { id: 1, type: 'collectPage', timestamp: Date.now() };
        await chrome.tabs.sendMessage(tab?.id ?? -1, message, { frameId: 0 });
      }, page.url());
      await page.close();
    }
    await openLibrary();
  }, 120_000);
  afterAll(async () => {
    await stage?.close();
    for (const folder of [profile, downloads])
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test('all six are on the shelf', async () => {
    await eventually(
      () => library.$$eval('tbody th[scope=row]', (titles) => titles.length),
      (count) => count === REPORTS.length,
    );
  });

  test('words are found in their sentence, and so are figures by their value', async () => {
    await show(zh.search.tab);
    const field = await library.waitForSelector('input[type=search]');
    await field?.type('电信网络诈骗');
    await library.waitForSelector('.hits mark');
    const found = await library.$$eval('.hits mark', (marks) => marks.map((mark) => mark.textContent));
    expect(found.every((text) => text === '电信网络诈骗')).toBe(true);
    await field?.click({ count: 3 });
    await field?.type('≥10000起');
    await eventually(
      () => library.$$eval('.hits mark', (marks) => marks.map((mark) => mark.textContent ?? '')),
      (marks) => marks.length > 0 && marks.every((text) => text.endsWith('起')),
    );
  });

  test('shortcomings alone are listed, and each leads to its passage', async () => {
    await library.click('input[type=search]', { count: 3 });
    await library.keyboard.press('Backspace');
    await library.select(`select[aria-label="${zh.card.category}"]`, 'shortcoming');
    await library.waitForSelector('.hits .place');
    const sentence = await library.$eval('.hits .place mark', (mark) => mark.textContent);
    await library.click('.hits .place');
    await library.waitForSelector('.drawer mark');
    expect(await library.$eval('.drawer mark', (mark) => mark.textContent)).toBe(sentence);
    await library.keyboard.press('Escape');
    await library.waitForFunction(() => !document.querySelector('.drawer'));
    const clear = await library.waitForSelector(`::-p-xpath(//button[text()="${zh.search.clear}"])`);
    await clear?.click();
    await library.waitForFunction(() => !document.querySelector('.hits'));
  });

  test('indicators stand in rows, a cell leads to its sentence', async () => {
    await show(zh.compare.indicators);
    const row = await rowOf('办理行政案件');
    const cells = await row.$$eval('.cell', (buttons) => buttons.map((button) => button.textContent));
    expect(cells).toEqual(expect.arrayContaining(['12480起', '13603起']));
    const cell = await row.$('.cell');
    await cell?.click();
    await library.waitForSelector('.drawer mark');
    expect(await library.$eval('.drawer mark', (mark) => mark.textContent)).toBe('12480起');
    await library.keyboard.press('Escape');
    await library.waitForFunction(() => !document.querySelector('.drawer'));
  });

  test('from the passage the page opens at its words', async () => {
    const row = await rowOf('办理行政案件');
    await (await row.$('.cell'))?.click();
    const link = await library.waitForSelector('.drawer li a');
    const opened = new Promise<Page | null>((resolve) => library.once('popup', resolve));
    await link?.click();
    const page = await opened;
    await page?.waitForFunction(() => document.readyState === 'complete');
    const isSeen = await eventually(
      () =>
        page?.evaluate((words) => {
          const walker = document.createTreeWalker(document.body, 4);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            if (!node.textContent?.includes(words)) continue;
            const range = document.createRange();
            range.selectNode(node);
            const { top, bottom } = range.getBoundingClientRect();
            return window.scrollY > 0 && bottom > 0 && top < window.innerHeight;
          }
          return false;
        }, '12480') ?? Promise.resolve(false),
      Boolean,
    );
    expect(isSeen).toBe(true);
    await page?.close();
    await library.bringToFront();
    await library.keyboard.press('Escape');
    await library.waitForFunction(() => !document.querySelector('.drawer'));
  });

  test('two rows are merged, one renamed, and the table is exported as it is shown', async () => {
    await library.click('.summary input[type=checkbox]');
    const name = '集体审议疑难复杂案件';
    const before = await eventually(rowCount, (count) => count > 100);
    await filter(name);
    await eventually(rowCount, (count) => count === 1);
    const summary = await (await rowOf(name)).$('summary');
    await summary?.click();
    const row = await rowOf(name);
    own = (await row.$eval('.cell', (cell) => cell.textContent)) ?? '';
    const [value, words] = await eventually(
      () =>
        row.$$eval('select option:not([value=""])', (options) =>
          options.map((option) => [option.getAttribute('value') ?? '', option.textContent ?? '']),
        ),
      (options) => options.length > 0,
    ).then((options) => options[0] ?? ['', '']);
    partner = words?.split(' ').at(-1) ?? '';
    const select = await row.$('select');
    await select?.select(value ?? '');
    await filter('');
    await eventually(rowCount, (count) => count === before - 1);
    await library.click('.summary input[type=checkbox]');
    const [file] = await eventually(
      async () => {
        await library.evaluate((words) => {
          for (const button of document.querySelectorAll('button')) {
            if (button.textContent === words) button.click();
          }
        }, zh.compare.exportTable);
        return readdirSync(downloads).filter((name) => name.endsWith('.csv'));
      },
      (files) => files.length > 0,
    );
    const text = readFileSync(join(downloads, file ?? ''), 'utf8');
    const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''));
    const merged = data.find((cells) => cells.includes(own) && cells.includes(partner));
    expect(merged?.filter((cell) => cell !== '').length).toBeGreaterThanOrEqual(3);
  });

  test('rows are sorted and filtered, and copied as they are shown', async () => {
    await filter('案件');
    const count = await eventually(rowCount, (rows) => rows > 3 && rows < 30);
    const label = '临渚市公安局 2024年';
    const header = await library.waitForSelector(`::-p-xpath(//thead//button[contains(., "${label}")])`);
    await header?.click();
    const column = () =>
      library.evaluate((name) => {
        const heads = [...document.querySelectorAll('.indicators thead th')];
        const at = heads.findIndex((head) => head.textContent?.includes(name));
        return [...document.querySelectorAll<HTMLTableRowElement>('.indicators tbody tr')].map(
          (row) => row.cells[at]?.querySelector('.cell')?.childNodes[0]?.textContent ?? '',
        );
      }, label);
    const shown = await eventually(column, (cells) => cells[0] === '13603起');
    const stated = shown.filter((cell) => cell !== '');
    expect(shown.slice(0, stated.length)).toEqual(stated);
    const sorted = await library.$eval('[aria-sort]', (head) => head.getAttribute('aria-sort'));
    expect(sorted).toBe('descending');

    await library.evaluate((words) => {
      for (const button of document.querySelectorAll('button'))
        if (button.textContent === words) button.click();
    }, zh.compare.copyTable);
    await library.waitForFunction(
      (said) => document.querySelector('.summary [role=status]')?.textContent === said,
      {},
      zh.compare.copied(count),
    );
    await library.evaluate(() => {
      const world = window as unknown as { pasted?: { text: string; html: string } };
      const box = document.createElement('textarea');
      box.addEventListener('paste', ({ clipboardData }) => {
        const [text = '', html = ''] = ['text/plain', 'text/html'].map((type) =>
          clipboardData?.getData(type),
        );
        world.pasted = { text, html };
      });
      document.body.append(box);
      box.focus();
    });
    // a driver's Ctrl+V pastes only when it is told so
    await library.keyboard.press('v', { commands: ['Paste'] });
    const copied = await eventually(
      () =>
        library.evaluate(
          () => (window as unknown as { pasted?: { text: string; html: string } }).pasted ?? null,
        ),
      (pasted) => pasted !== null,
    ).then((pasted) => pasted ?? { text: '', html: '' });
    await library.evaluate(() => document.querySelector('body > textarea')?.remove());
    const lines = copied.text.split(/\r?\n/).map((line) => line.split('\t'));
    expect(lines.length).toBe(count + 1);
    expect(new Set(lines.map((line) => line.length))).toEqual(new Set([REPORTS.length + 1]));
    expect(lines[1]).toContain('13603起');
    const cells = await library.evaluate((html) => {
      const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
      return [...(table?.rows ?? [])].map((row) => [...row.cells].map((cell) => cell.textContent ?? ''));
    }, copied.html);
    expect(cells).toEqual(lines);
    await filter('');
    await library.select('.summary select', 'place');
  });

  test('arrow keys go from figure to figure', async () => {
    await library.evaluate(() => document.querySelector<HTMLElement>('.indicators td .cell')?.focus());
    const place = () =>
      library.evaluate(() => {
        const cell = document.activeElement?.closest('td');
        return [cell?.closest('tr')?.rowIndex ?? -1, cell?.cellIndex ?? -1] as const;
      });
    const [row, column] = await place();
    await library.keyboard.press('ArrowDown');
    const [below, same] = await place();
    expect(below).toBeGreaterThan(row);
    expect(same).toBe(column);
    await library.keyboard.press('ArrowLeft');
    expect((await place())[0] === below || (await place())[0] === -1).toBe(true);
  });

  test('a row is drawn as a chart and saved as a picture, with its source', async () => {
    const summary = await (await rowOf('办理行政案件')).$('summary');
    await summary?.click();
    const chart = await library.waitForSelector(`::-p-xpath(//button[text()="${zh.compare.chart}"])`);
    await chart?.click();
    await library.waitForSelector('.chart svg text');
    for (const format of ['SVG', 'PNG']) {
      const button = await library.waitForSelector(
        `::-p-xpath(//dialog//button[contains(., "${zh.compare.exportChart}") and contains(., "${format}")])`,
      );
      await button?.click();
    }
    const files = await eventually(
      async () => readdirSync(downloads).filter((name) => /\.(?:svg|png)$/.test(name)),
      (names) => names.length === 2,
    );
    const svg = readFileSync(join(downloads, files.find((name) => name.endsWith('.svg')) ?? ''), 'utf8');
    expect(svg).toContain('13603起');
    // as its source it names the bodies whose figures it shows, and no others
    const lines = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, line]) => line ?? '');
    const named = REPORTS.map(({ expected }) => expected.issuer ?? '');
    const [source = ''] = lines.splice(-1);
    expect(named.filter((issuer) => source.includes(issuer))).toEqual(
      named.filter((issuer) => lines.some((line) => line.startsWith(issuer))),
    );
    expect(source).toContain('临渚市公安局');
    const png = readFileSync(join(downloads, files.find((name) => name.endsWith('.png')) ?? ''));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.length).toBeGreaterThan(5_000);
    await library.keyboard.press('Escape');
    await library.waitForFunction(() => !document.querySelector('.drawer'));
  });

  test('two years of one body stand side by side', async () => {
    await show(zh.compare.sideBySide);
    await library.waitForSelector('.side-by-side');
    const fates = await library.$$eval('.side-by-side [data-fate]', (rows) =>
      rows.map((row) => (row as HTMLElement).dataset.fate),
    );
    expect(new Set(fates).size).toBeGreaterThan(1);
    const texts = (selector: string) =>
      library.$$eval(selector, (all) => all.map(({ textContent }) => textContent ?? ''));
    for (const words of [
      await texts('.side-by-side td:first-child del'),
      await texts('.side-by-side td:last-child ins'),
    ])
      expect(words.length).toBeGreaterThan(5);
    const [was = ''] = await texts('.side-by-side .was');
    await library.click('.side-by-side .was');
    await library.waitForSelector('.drawer mark');
    expect(was).toBe(zh.compare.was(await library.$eval('.drawer mark', (mark) => mark.textContent ?? '')));
    const [earlier] = await texts('.side-by-side thead th');
    expect(await library.$eval('.drawer h2', (head) => head.textContent)).toBe(earlier);
    await library.keyboard.press('Escape');
    await library.waitForFunction(() => !document.querySelector('.drawer'));
  });

  test('topics and coverage show every report', async () => {
    await show(zh.compare.topics);
    await library.waitForSelector('.matrix tbody tr');
    expect(await library.$$eval('.matrix tbody tr', (rows) => rows.length)).toBe(REPORTS.length);
    await show(zh.compare.coverage);
    await library.waitForSelector('.coverage .covered');
    expect(await library.$$eval('.coverage .covered', (cells) => cells.length)).toBe(REPORTS.length);
    await library.click('.coverage .covered');
    await library.waitForSelector('.drawer mark');
    expect(
      await library.$eval('.drawer li a', (link) => new URL((link as HTMLAnchorElement).href).host),
    ).not.toBe(new URL(library.url()).host);
    await library.keyboard.press('Escape');
    await library.waitForFunction(() => !document.querySelector('.drawer'));
  });

  test.each([
    ['light', {}],
    ['dark', { scheme: 'dark' }],
    ['forced colours', { forced: true }],
  ] as const)(
    'axe finds nothing on any view, %s',
    async (_, { scheme, forced }: { scheme?: 'dark'; forced?: true }) => {
      await library.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: scheme ?? 'light' },
        { name: 'forced-colors', value: forced ? 'active' : 'none' },
      ]);
      const { search, compare, library: shelf } = zh;
      for (const tab of [
        shelf.reports,
        search.tab,
        compare.indicators,
        compare.sideBySide,
        compare.topics,
        compare.coverage,
        compare.codings,
      ]) {
        await show(tab);
        await library.waitForFunction(() => document.querySelector('[role=tabpanel]')?.children.length);
        expect({ tab, found: await violations(library) }).toEqual({ tab, found: [] });
      }
    },
  );

  test('after the browser was closed and opened again, all is still there', async () => {
    await stage.close();
    stage = await setStage([], { profile });
    await openLibrary();
    await show(zh.compare.indicators);
    const cells = await eventually(
      () =>
        library.$$eval('.indicators tbody tr', (rows) =>
          rows.map((row) => [...row.querySelectorAll('.cell')].map((cell) => cell.textContent ?? '')),
        ),
      (rows) => rows.length > 5,
    );
    expect(cells.some((row) => row.join().includes(own) && row.join().includes(partner))).toBe(true);
  });
});
