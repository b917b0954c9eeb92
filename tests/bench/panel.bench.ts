import type { Page } from 'puppeteer-core';
import { pause, setStage } from '../e2e/harness.ts';
import { fill } from './stored.ts';

const REPORTED = 1_200;
const RUNS = 15;
const STORED = 50_000;
const STROKES = 200;
const ADDRESS = 'http://www.qingxun.gov.cn/bench/1.html';

/** How long the side panel takes to open on a long report, and how even it stays while a note is typed. */
export async function bench(): Promise<void> {
  const stage = await setStage([{ url: ADDRESS, body: { bytes: longReport() } }]);
  try {
    const page = await stage.open(ADDRESS);
    const { findings } = await stage.marked(page);
    const panel = await stage.openPanel(page);
    const opened: number[] = [];
    for (let run = 0; run < RUNS; run++) opened.push(await openAgain(panel));
    console.log(
      `side panel with ${findings.length} findings, from its navigation to the frame that shows the first rows, ${RUNS} runs:` +
        ` median ${quantile(opened, 0.5)} ms, slowest ${quantile(opened, 1)} ms (bar: 150)`,
    );
    await typeInto(page, panel);
  } finally {
    await stage.close();
  }
}

async function typeInto(page: Page, panel: Page): Promise<void> {
  const id = '00000000-0000-4000-8000-000000000001';
  await page.bringToFront();
  // collected, with one note of its own
  await panel.waitForSelector('.collect button');
  await panel.click('.collect button');
  await panel.waitForFunction(() => !document.querySelector('.collect'));
  await fill(panel, STORED, id);
  await panel.reload();
  await (await panel.waitForSelector('[role="tab"]:nth-child(2)'))?.click();
  await (await panel.waitForSelector(`[data-note="${id}"] .actions button`))?.click();
  const memo = await panel.waitForSelector('.composer textarea');
  await pause(500);
  await panel.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const frame = (now: number) => {
      frames.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    Object.assign(globalThis, { frames });
  });
  await memo?.type('读'.repeat(STROKES), { delay: 15 });
  const frames = await panel.evaluate(() => (globalThis as unknown as { frames: number[] }).frames.slice(1));
  console.log(
    `typing ${STROKES} characters into a note in the panel, ${STORED} annotations stored: ${frames.length} frames,` +
      ` median ${quantile(frames, 0.5)} ms, longest ${quantile(frames, 1)} ms (bar: 50)`,
  );
}

/** Milliseconds from the panel's navigation to the first frame after its rows are there. */
async function openAgain(panel: Page): Promise<number> {
  const script = await panel.evaluateOnNewDocument(() => {
    const watch = () => {
      if (document.querySelector('[data-finding]')) {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => Object.assign(globalThis, { shown: performance.now() });
          channel.port2.postMessage(null);
        });
      } else requestAnimationFrame(watch);
    };
    requestAnimationFrame(watch);
  });
  await panel.reload();
  const shown = await panel.waitForFunction(() => (globalThis as { shown?: number }).shown);
  await panel.removeScriptToEvaluateOnNewDocument(script.identifier);
  await pause(200);
  return (await shown.jsonValue()) ?? Number.NaN;
}

/** A report about a body that doesn’t exist; of what it reports, somewhat less than that many are findings. */
function longReport(): string {
  const items = Array.from(
    { length: REPORTED / 4 },
    (_, index) =>
      `<p>${index + 1}.推进第${index + 1}项工作。全年办理案件${index + 100}件，开展检查${index + 20}次，整改问题${index + 3}个。</p>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>清浔市2024年法治政府建设年度报告</title>
    <h1>清浔市2024年法治政府建设年度报告</h1><div class="content" id="zoom">
    <p>一、主要举措和成效</p>${items.join('')}
    <p>二、存在的不足</p><p>执法规范化水平仍需提高，基层力量不足的问题较为突出。</p></div>`;
}

function quantile(times: number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
}
