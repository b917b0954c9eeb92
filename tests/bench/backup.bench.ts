import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { zh } from '../../lib/messages/zh.ts';
import { eventually, sample, setStage } from '../e2e/harness.ts';
import { captureOf } from '../fixtures/captures.ts';

const REPORTS = 10_000;
const NOTES = 5;
const PATIENCE = 600_000;

/** How long a backup and a restore of a large library take in Chromium, and how much memory their page. */
export async function bench(): Promise<void> {
  const stage = await setStage();
  const downloads = mkdtempSync(join(tmpdir(), 'zhupi-bench-'));
  try {
    const text = readFileSync(sample('trs-linzhu-gaj-2023').file.replace(/\.html$/, '.expected.txt'), 'utf8');
    const filling = await stage.openExtensionPage('composer.html');
    await fill(filling, text);
    await filling.close();
    const session = await stage.browser.target().createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
    const library = await stage.openExtensionPage('library.html');
    const { backup } = zh.export;
    await button(library, backup.open);
    const dialog = () => library.$eval('.modal', (box) => box.textContent ?? '');
    const until = (words: string) => eventually(dialog, (shown) => shown.includes(words), PATIENCE);
    await library.waitForSelector('.modal');
    console.log(`${REPORTS} reports of ${text.length} characters, ${REPORTS * NOTES} annotations:`);
    await measured(stage.browser, 'back up', async () => {
      await button(library, backup.make);
      await until(backup.made('').trim());
    });
    const name = await eventually(
      async () => readdirSync(downloads).find((each) => each.endsWith('.zhupi')),
      (each) => each !== undefined,
      PATIENCE,
    );
    const file = join(downloads, name ?? '');
    console.log(`  the file: ${(statSync(file).size / 1e6).toFixed(0)} MB`);
    await measured(stage.browser, 'look through', async () => {
      const input = await library.waitForSelector('.modal input[type=file]');
      await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
      await until(backup.dryRun);
    });
    await measured(stage.browser, 'restore', async () => {
      await button(library, backup.replace);
      await until(backup.restored);
    });
  } finally {
    await stage.close();
    rmSync(downloads, { recursive: true, force: true });
  }
}

async function button(page: Page, words: string): Promise<void> {
  await page.locator(`::-p-xpath(//button[normalize-space()="${words}"])`).click();
}

/** Prints time, and the most that any renderer's memory grew meanwhile. */
async function measured(browser: Browser, what: string, work: () => Promise<void>): Promise<void> {
  const session = await browser.target().createCDPSession();
  const sizes = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return new Map(
      processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => [id, residentOf(id)]),
    );
  };
  const before = await sizes();
  let most = 0;
  let whole = 0;
  const timer = setInterval(async () => {
    for (const [id, size] of await sizes().catch(() => before)) {
      most = Math.max(most, size - (before.get(id) ?? 0));
      whole = Math.max(whole, size);
    }
  }, 200);
  const began = performance.now();
  await work();
  const took = (performance.now() - began) / 1_000;
  clearInterval(timer);
  await session.detach();
  console.log(
    `  ${what}: ${took.toFixed(1)} s (bar 60), ${(most / 1e6).toFixed(0)} MB more than before, ${(whole / 1e6).toFixed(0)} MB altogether (bar 400)`,
  );
}

/** Resident memory of a process, in bytes; 0 when it is gone, or where there is no /proc. */
function residentOf(id: number): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Stores reports of one text, each a little different, with notes on each. */
async function fill(page: Page, text: string): Promise<void> {
  const { address: _, ...content } = captureOf(text);
  let end = -1;
  const blocks = text.split('\n').map((line) => {
    const start = end + 1;
    end = start + line.length;
    return { start, end };
  });
  await page.evaluate(
    async (state, count, notes) => {
      const ready = await chrome.runtime.sendMessage({ id: 1, type: 'offeredCodes', timestamp: Date.now() });
      if (!ready) throw new Error('the background did not answer');
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('zhupi');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const created = '2026-01-01T00:00:00.000Z';
      for (let from = 0; from < count; from += 200) {
        const transaction = database.transaction(['reports', 'snapshots', 'annotations'], 'readwrite');
        for (let each = from; each < Math.min(count, from + 200); each++) {
          const snapshotId = `state-${each}`;
          const reportId = `report-${each}`;
          const url = `http://gaj${each}.bench.gov.cn/1.html`;
          const own = `${each} ${state.text}`;
          transaction.objectStore('reports').put({
            id: reportId,
            address: url,
            facts: state.detection.facts,
            projectIds: ['starter'],
            snapshotId,
            created,
          });
          transaction.objectStore('snapshots').put({
            ...state,
            text: own,
            id: snapshotId,
            reportId,
            url,
            retrievedAt: created,
            textHash: each.toString(16).padStart(64, '0'),
          });
          for (let note = 0; note < notes; note++) {
            const start = 100 + note * 200;
            transaction.objectStore('annotations').put({
              id: `note-${each}-${note}`,
              reportId,
              target: {
                snapshotId,
                quote: {
                  type: 'TextQuoteSelector',
                  exact: own.slice(start, start + 20),
                  prefix: own.slice(start - 32, start),
                  suffix: own.slice(start + 20, start + 52),
                },
                position: { type: 'TextPositionSelector', start, end: start + 20 },
              },
              body: { memo: '与上一年度对照', codeIds: [] },
              motivation: 'commenting',
              creator: { type: 'Person' },
              created,
              modified: created,
            });
          }
        }
        await new Promise<void>((resolve, reject) => {
          transaction.oncomplete = () => resolve();
          transaction.onerror = () => reject(transaction.error);
        });
      }
      database.close();
    },
    { ...content, blocks },
    REPORTS,
    NOTES,
  );
}
