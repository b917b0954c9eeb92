import type { Page } from 'puppeteer-core';
import { setStage } from '../e2e/harness.ts';
import { fill, median, watchFrames } from './library.bench.ts';

const RUNS = 7;
/** Reports in one indicator table, and the time for which the first twelve are looked at, in milliseconds. */
const COMPARED = 300;
const LOOKED = 5_000;

/** The indicator table of 300 reports with 20 notes each. */
export async function bench(): Promise<void> {
  console.table([await measureIndicators()]);
}

/**
 * The indicator table of 300 reports, from the click that chooses them to the table: cold (at once in a page just opened)
 * with a choice never made before, of which no rows are stored, and with one that was; when the table of the first twelve
 * was looked at for a while; left and shown again; and with one report less.
 */
async function measureIndicators() {
  const stage = await setStage();
  try {
    const empty = await stage.openExtensionPage('library.html');
    await empty.waitForSelector('.empty h2');
    await fill(empty, COMPARED);
    await empty.close();
    const open = async () => {
      const page = await stage.openExtensionPage('library.html');
      await page.setViewport({ width: 1440, height: 900 });
      await page.waitForFunction(
        (count) => document.querySelector('.tabs span')?.textContent === String(count),
        {},
        COMPARED,
      );
      await watchFrames(page);
      return page;
    };
    const time = async (wait: number) => {
      const page = await open();
      const times = await timeIndicators(page, wait);
      await page.close();
      return times;
    };
    const runs: Awaited<ReturnType<typeof timeIndicators>>[] = [];
    const known: number[] = [];
    const ahead: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      runs.push(await time(0));
      known.push((await time(0)).cold);
      const page = await open();
      await forgetRows(page);
      ahead.push((await timeIndicators(page, LOOKED)).cold);
      await forgetRows(page);
      await page.close();
    }
    const of = (name: keyof (typeof runs)[number]) => Math.round(median(runs.map((run) => run[name])));
    return {
      reports: COMPARED,
      // what the rules find is stored with the first table
      'the very first time, ms': Math.round(runs[0]?.cold ?? 0),
      'indicators cold, a new choice, ms (500)': of('cold'),
      'cold, a choice made before, ms (500)': Math.round(median(known)),
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

/** Takes out the rows that are stored, so that the next table is lined up anew. */
function forgetRows(page: Page) {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('zhupi-search');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const writing = request.result.transaction('alignments', 'readwrite');
          writing.objectStore('alignments').clear();
          writing.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      }),
  );
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
