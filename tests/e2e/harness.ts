import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Finding, ReadingView } from '../../lib/model/reading-view.ts';
import { type ChromiumOptions, type DrivenChromium, launchChromium } from '../../scripts/drive/chromium.ts';
import { type Sample, samplesIn } from '../../scripts/serve/samples.ts';
import { type ServedPage, type Site, servedAddress, serveSite } from '../../scripts/serve/site.ts';
import { findBrowser } from '../../scripts/setup/browsers.ts';
import { ensureBuilt, extensionFolder, ROOT } from '../../scripts/setup/build.ts';

export const CHROMIUM = findBrowser('chromium');

const SHARED_PAGES = join(ROOT, '..', 'shared', 'pages');
if (!existsSync(SHARED_PAGES))
  console.warn('SKIPPED: ../shared/pages is missing; only the samples are opened.');

/** Every page with a known truth: the samples, and the real pages where they are at hand. */
export const SAMPLES: Sample[] = [
  join(ROOT, 'seeds', 'reports'),
  join(ROOT, 'seeds', 'lookalikes'),
  SHARED_PAGES,
].flatMap(samplesIn);

export function sample(name: string): Sample {
  const found = SAMPLES.find((each) => each.name === name);
  if (!found) throw new Error(`there is no sample ${name}`);
  return found;
}

export const addressOf = ({ expected }: Sample): string => servedAddress(expected.url);

export interface Stage extends DrivenChromium {
  site: Site;
  /** What the annotator in the page’s tab tells the panel; `null`: there is no annotator. */
  view(page: Page): Promise<ReadingView | null>;
  /** Waits until the page is read and marked. */
  marked(page: Page): Promise<NonNullable<ReadingView['report']>>;
}

/** Chromium with the extension and all samples on loopback. */
export async function setStage(
  more: ServedPage[] = [],
  options: Partial<ChromiumOptions> = {},
): Promise<Stage> {
  if (CHROMIUM === null) throw new Error('no Chromium is installed');
  ensureBuilt(['chrome']);
  const site = await serveSite([
    ...SAMPLES.map(({ file, expected }) => ({ url: expected.url, body: { file } })),
    ...more,
  ]);
  const driven = await launchChromium({
    executable: CHROMIUM,
    extensionFolder: extensionFolder('chrome'),
    port: site.port,
    headless: true,
    ...options,
  });
  const view = async (page: Page): Promise<ReadingView | null> => {
    const worker = await driven.worker();
    return worker.evaluate(async (url: string) => {
      const [tab] = await chrome.tabs.query({ url: url.replace(/#.*/, '') });
      if (tab?.id === undefined) return null;
      const message = { id: 1, type: 'readingView', timestamp: Date.now() };
      const answer: { res: ReadingView } | undefined = await chrome.tabs
        .sendMessage(tab.id, message, { frameId: 0 })
        .catch(() => undefined);
      return answer?.res ?? null;
    }, page.url());
  };
  return {
    ...driven,
    site,
    view,
    async marked(page) {
      await eventually(
        () => drawnMarks(page),
        (marks) => Object.keys(marks).length > 0,
        20_000,
      );
      for (;;) {
        const report = (await view(page))?.report;
        if (report) return report;
        await pause(50);
      }
    },
    async close() {
      await driven.close();
      await site.close();
    },
  };
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Calls again and again until the value passes, or fails with what it was last. */
export async function eventually<T>(
  look: () => Promise<T>,
  isRight: (value: T) => boolean,
  patience = 10_000,
): Promise<T> {
  const until = Date.now() + patience;
  for (;;) {
    const value = await look();
    if (isRight(value)) return value;
    if (Date.now() > until)
      throw new Error(`still ${JSON.stringify(value)?.slice(0, 400)} after ${patience} ms`);
    await pause(50);
  }
}

/** Text of each drawn mark, its pieces joined, by `data-id`. */
export function drawnMarks(page: Page, category?: string): Promise<Record<string, string>> {
  return page.evaluate((wanted) => {
    const drawn: Record<string, string> = {};
    const selector = `mark.zhupi${wanted ? `[data-category="${wanted}"]` : ''}`;
    const frames = [...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument);
    for (const each of [document, ...frames]) {
      for (const mark of each?.querySelectorAll<HTMLElement>(selector) ?? []) {
        const id = mark.dataset.id ?? '';
        drawn[id] = (drawn[id] ?? '') + mark.textContent;
      }
    }
    return drawn;
  }, category ?? '');
}

/** Errors that the page’s console or its scripts report, collected from now on. */
export function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/404|ERR_/.test(message.text())) heard.push(message.text());
  });
  return heard;
}

/** Ids of drawn marks that do not hold the words that were found, each with what it holds. */
export function wrongMarks(findings: readonly Finding[], drawn: Record<string, string>): string[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  return Object.entries(drawn)
    .filter(([id, text]) => {
      const finding = byId.get(id);
      const { quote = '', start = 0, mark = { start: 0, end: 0 } } = finding ?? {};
      return quote.slice(mark.start - start, mark.end - start) !== text;
    })
    .map(([id, text]) => `${id}: ${text}`);
}
