import type { Page } from 'puppeteer-core';
import { type Stage, setStage } from '../e2e/harness.ts';
import { largeLibrary } from '../fixtures/large-library.ts';

const NOTES_EACH = 20;
const BATCH = 200;
const RUNS = 7;

/** The library with 1,000 and with 10,000 reports, 20 notes each: opening, search cold and warm, memory. */
export async function bench(): Promise<void> {
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
    await empty.close();
    return { reports: count, ...(await figures(stage, count)) };
  } finally {
    await stage.close();
  }
}

/** What a reader of a library that is there already waits for. */
export async function figures(stage: Stage, count: number) {
  const opening: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const page = await stage.openExtensionPage('library.html');
    await page.waitForSelector('tbody tr');
    opening.push(await page.evaluate(() => performance.now()));
    // the next opening shall not wait for what this one still reads
    await page.waitForSelector('.tabs [role=tab] span');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
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
  const bytes = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  await page.close();
  return {
    'first rows, ms (300)': Math.round(median(opening)),
    'search cold, ms (1000)': Math.round(cold),
    'search warm, ms (100)': Math.round(median(warm)),
    'longest task, ms (50)': Math.round(longest),
    'memory, MB (400)': memory,
    'kB a report (40)': Number((bytes / 1_000 / count).toFixed(1)),
  };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

export async function tab(page: Page, index: number): Promise<void> {
  await page.evaluate((at) => document.querySelectorAll<HTMLElement>('.tabs [role=tab]')[at]?.click(), index);
}

/** Time from typing to the hits, without the rest that typing is given. */
export async function search(page: Page, words: string): Promise<number> {
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

/** Waits until all has been read. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('[role=status][aria-busy=false]', { timeout: 60_000 });
}

export async function watchFrames(page: Page): Promise<void> {
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

export async function fill(page: Page, count: number): Promise<void> {
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
