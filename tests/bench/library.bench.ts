import type { Page } from 'puppeteer-core';
import { setStage } from '../e2e/harness.ts';
import { largeLibrary } from '../fixtures/large-library.ts';

const NOTES_EACH = 20;
const BATCH = 200;
const RUNS = 7;

/** Reports in one indicator table, and the time for which the first twelve are looked at, in milliseconds. */
const COMPARED = 300;
const LOOKED = 5_000;

/** The library with 1,000 and with 10,000 reports, 20 notes each: opening, search cold and warm, indicators, memory. */
export async function bench(): Promise<void> {
  console.table([await measureIndicators()]);
  const rows = [];
  for (const count of [1_000, 10_000]) rows.push(await measure(count));
  console.table(rows);
}

async function measure(count: number) {
  const stage = await setStage();
  try {
    const empty = await stage.openExtensionPage('library.html');
    await empty.waitForSelector('.empty h2');
    await fill(empty, count);
    const bytes = await empty.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    await empty.close();

    const opening: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const page = await stage.openExtensionPage('library.html');
      await page.waitForSelector('tbody tr');
      opening.push(await page.evaluate(() => performance.now()));
      await page.close();
    }
    const page = await stage.openExtensionPage('library.html');
    await page.waitForSelector('tbody tr');
    await watchFrames(page);
    await tab(page, 1);
    await page.waitForSelector('input[type=search]');
    const cold = await search(page, '行政执法');
    await settled(page);
    const warm: number[] = [];
    for (const words of ['矛盾纠纷', '营商环境', '案件', '复议', '普法', '公平竞争', '督察']) {
      warm.push(await search(page, words));
    }
    const longest = await page.evaluate(() => (window as unknown as { longest: number }).longest);
    const memory = await memoryOf(page);
    return {
      reports: count,
      'first rows, ms (300)': Math.round(median(opening)),
      'search cold, ms (1000)': Math.round(cold),
      'search warm, ms (100)': Math.round(median(warm)),
      'longest task, ms (50)': Math.round(longest),
      'memory, MB (400)': memory,
      'kB a report (40)': Number((bytes / 1_000 / count).toFixed(1)),
    };
  } finally {
    await stage.close();
  }
}

/**
 * The indicator table of 300 reports, from the click that chooses them to the table: cold (at once in a page just opened),
 * when the table of the first twelve was looked at for a while, left and shown again, and with one report less.
 */
async function measureIndicators() {
  const stage = await setStage();
  try {
    const empty = await stage.openExtensionPage('library.html');
    await empty.waitForSelector('.empty h2');
    await fill(empty, COMPARED);
    await empty.close();
    const runs: Awaited<ReturnType<typeof timeIndicators>>[] = [];
    const ahead: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const page = await stage.openExtensionPage('library.html');
      await page.setViewport({ width: 1440, height: 900 });
      await page.waitForFunction(
        (count) => document.querySelector('.tabs span')?.textContent === String(count),
        {},
        COMPARED,
      );
      await watchFrames(page);
      runs.push(await timeIndicators(page, 0));
      await page.close();
      const later = await stage.openExtensionPage('library.html');
      await later.waitForFunction(
        (count) => document.querySelector('.tabs span')?.textContent === String(count),
        {},
        COMPARED,
      );
      ahead.push((await timeIndicators(later, LOOKED)).cold);
      await later.close();
    }
    const of = (name: keyof (typeof runs)[number]) => Math.round(median(runs.map((run) => run[name])));
    return {
      reports: COMPARED,
      'indicators cold, ms (500)': of('cold'),
      'after a look at twelve, ms (500)': Math.round(median(ahead)),
      'shown again, ms': of('again'),
      'one report less, ms': of('less'),
      'longest task, ms (50)': of('longest'),
      'longest task while scrolling, ms (50)': of('scrolling'),
      'cells in the document': of('cells'),
    };
  } finally {
    await stage.close();
  }
}

/** `wait`: time for which the first table is looked at before all reports are chosen, in milliseconds. */
function timeIndicators(page: Page, wait: number) {
  return page.evaluate(async (looked) => {
    const world = window as unknown as { longest: number };
    const until = async (isSo: () => boolean) => {
      while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2));
    };
    const element = (selector: string, at = 0) => document.querySelectorAll<HTMLElement>(selector)[at];
    // the trend and the names stand beside the reports
    const columns = () => Number(element('.indicators')?.getAttribute('aria-colcount') ?? 0) - 2;
    const all = Number(element('.tabs span')?.textContent);
    element('.tabs [role=tab]', 2)?.click();
    await until(() => element('.indicators') !== undefined);
    await new Promise((resolve) => setTimeout(resolve, looked));
    element('.picker > summary')?.click();
    await until(() => element('.picker button') !== undefined);

    let began = performance.now();
    element('.picker button')?.click();
    await until(() => columns() === all);
    const cold = performance.now() - began;

    began = performance.now();
    element('.picker input[type=checkbox]')?.click();
    await until(() => columns() === all - 1);
    const less = performance.now() - began;
    element('.picker > summary')?.click();

    element('.tabs [role=tab]', 4)?.click();
    await until(() => element('.matrix') !== undefined);
    began = performance.now();
    element('.tabs [role=tab]', 2)?.click();
    await until(() => element('.indicators .stated') !== undefined);
    const again = performance.now() - began;

    const { longest } = world;
    world.longest = 0;
    const box = element('.grid-box');
    for (let frame = 0; frame < 180 && box; frame++) {
      await new Promise(requestAnimationFrame);
      box.scrollTop += 160;
      if (frame % 2 === 0) box.scrollLeft += 240;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    const cells = document.querySelectorAll('.indicators td').length;
    return { cold, less, again, longest, scrolling: world.longest, cells };
  }, wait);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function tab(page: Page, index: number): Promise<void> {
  await page.evaluate((at) => document.querySelectorAll<HTMLElement>('.tabs [role=tab]')[at]?.click(), index);
}

/** Time from typing to the hits, without the rest that typing is given. */
async function search(page: Page, words: string): Promise<number> {
  return page.evaluate(async (typed) => {
    const field = document.querySelector<HTMLInputElement>('input[type=search]');
    if (!field) return Number.NaN;
    const before = document.querySelector('.hits mark')?.textContent ?? null;
    const began = performance.now();
    field.value = typed;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    for (;;) {
      const now = document.querySelector('.hits mark')?.textContent ?? null;
      if (now === typed && now !== before) return performance.now() - began - 150;
      if (performance.now() - began > 60_000)
        throw new Error(
          `nothing was found for ${typed}: ${document.querySelector('main')?.textContent?.slice(0, 200)}`,
        );
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }, words);
}

/** Waits until no more is found: all texts have been read. */
async function settled(page: Page): Promise<void> {
  const found = () => page.$eval('[role=status]', (status) => status.textContent ?? '');
  for (let before = ''; ; ) {
    const now = await found();
    if (now !== '' && now === before) return;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 3_000));
  }
}

async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const world = window as unknown as { longest: number };
    world.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) world.longest = Math.max(world.longest, duration);
    }).observe({ type: 'longtask', buffered: false });
  });
}

/** Heap of the page and its worker, in MB, after what is no longer needed was thrown away. */
async function memoryOf(page: Page): Promise<number> {
  const sizes = await Promise.all(
    [page, ...page.workers()].map(async (each) => {
      const session = 'createCDPSession' in each ? await each.createCDPSession() : each.client;
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      return usedSize;
    }),
  );
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1_000_000);
}

async function fill(page: Page, count: number): Promise<void> {
  const reportAt = largeLibrary(NOTES_EACH);
  for (let from = 0; from < count; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - from) }, (_, index) => reportAt(from + index));
    await page.evaluate(async (records) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('zhupi');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const transaction = database.transaction(['reports', 'snapshots', 'annotations'], 'readwrite');
      for (const { report, snapshot, annotations } of records) {
        transaction.objectStore('reports').put(report);
        transaction.objectStore('snapshots').put(snapshot);
        for (const annotation of annotations) transaction.objectStore('annotations').put(annotation);
      }
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onerror = () => reject(transaction.error);
      });
      database.close();
    }, batch);
  }
}
