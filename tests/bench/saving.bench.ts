import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { sample, setStage } from '../e2e/harness.ts';
import { captureOf, passageAt } from '../fixtures/captures.ts';

const STORED = 50_000;
const AWAKE_RUNS = 100;
const COLD_RUNS = 40;

/** How long saving a note takes, from the message to the committed answer, with many annotations stored. */
export async function bench(): Promise<void> {
  const stage = await setStage();
  try {
    // a page that watches nothing in the database
    const page = await stage.openExtensionPage('composer.html');
    const file = sample('trs-linzhu-gaj-2023').file.replace(/\.html$/, '.expected.txt');
    const text = readFileSync(file, 'utf8').repeat(4).slice(0, 13_000);
    await saveOne(page, text, 0);
    await fill(page, STORED);
    const awake: number[] = [];
    for (let run = 1; run <= AWAKE_RUNS; run++) awake.push(await saveOne(page, text, run));
    const cold: number[] = [];
    for (let run = 1; run <= COLD_RUNS; run++) {
      await stage.stopWorker();
      cold.push(await saveOne(page, text, AWAKE_RUNS + run));
    }
    const size = `a report of ${text.length} characters, ${STORED} annotations stored`;
    console.log(`saving a note (${size}), milliseconds:`);
    console.log(
      `  worker awake, ${AWAKE_RUNS} runs: median ${quantile(awake, 0.5)}, 95th percentile ${quantile(awake, 0.95)} (bar: median 20)`,
    );
    console.log(
      `  from cold, ${COLD_RUNS} runs: median ${quantile(cold, 0.5)}, 95th percentile ${quantile(cold, 0.95)} (bar: 95th percentile 200)`,
    );
  } finally {
    await stage.close();
  }
}

function quantile(times: number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
}

/** Milliseconds from sending the message to the answer, which comes after the commit. */
async function saveOne(page: Page, text: string, run: number): Promise<number> {
  const id = `00000000-0000-4000-8000-${String(run).padStart(12, '0')}`;
  const start = (run * 37) % (text.length - 20);
  const data = { id, capture: captureOf(text), passage: passageAt(text, start, start + 20) };
  const { took, answer } = await page.evaluate(async (message) => {
    const began = performance.now();
    const reply = await chrome.runtime.sendMessage({
      id: 1,
      type: 'addHighlight',
      timestamp: Date.now(),
      data: message,
    });
    return { took: performance.now() - began, answer: reply as { res: { ok: boolean } } };
  }, data);
  if (!answer.res.ok) throw new Error(`the note was not saved: ${JSON.stringify(answer)}`);
  return took;
}

/** Copies the one stored annotation many times over, a thousand reports' worth. */
function fill(page: Page, count: number): Promise<void> {
  return page.evaluate(async (total) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('zhupi');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const [first] = await new Promise<Record<string, unknown>[]>((resolve) => {
      const request = database.transaction('annotations').objectStore('annotations').getAll();
      request.onsuccess = () => resolve(request.result);
    });
    for (let from = 0; from < total; from += 5_000) {
      const transaction = database.transaction('annotations', 'readwrite');
      const store = transaction.objectStore('annotations');
      for (let each = from; each < Math.min(total, from + 5_000); each++) {
        store.put({ ...first, id: `stored-${each}`, reportId: `report-${each % 1_000}` });
      }
      await new Promise<void>((resolve) => {
        transaction.oncomplete = () => resolve();
      });
    }
    database.close();
  }, count);
}
