import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { wordsFor } from '../../lib/messages/words-for.ts';
import type { ReadingView } from '../../lib/model/reading-view.ts';
import type { Words } from '../../lib/model/words.ts';
import { type DrivenFirefox, type FirefoxOptions, launchFirefox } from '../../scripts/drive/firefox.ts';
import { type FirefoxWindow, firefoxWindow } from '../../scripts/drive/firefox-window.ts';
import { type ServedPage, type Site, serveSite } from '../../scripts/serve/site.ts';
import { browserAdvice, findBrowser } from '../../scripts/setup/browsers.ts';
import { ensureBuilt, extensionFolder } from '../../scripts/setup/build.ts';
import { eventually, SAMPLES } from './harness.ts';
import { recordingProxy } from './recording-proxy.ts';

/** Path of the browser; `null`: none here, and every test in it is skipped. */
export const FIREFOX = findBrowser('firefox');
if (FIREFOX === null)
  console.warn(`SKIPPED: no Firefox is installed; nothing is tested in it. ${browserAdvice('firefox')}`);

export interface FirefoxStage extends DrivenFirefox {
  window: FirefoxWindow;
  site: Site;
  /** Every address that the browser or anything in it has asked for, in order. */
  asked: string[];
  /** Installs the extension, or, when it is there, puts it anew in its own place. */
  install(): Promise<void>;
  /** Waits until the sidebar shows the panel; its words, in the language it shows. */
  panel(): Promise<Words>;
  /** Opens a page of the extension's own, e.g. `library.html#search`, and waits until it is drawn; its words. */
  openOwn(address: string): Promise<Words>;
  /** What the annotator in the active tab tells the sidebar; `null`: there is no annotator. */
  view(): Promise<ReadingView | null>;
  /** Waits until the page, in the active tab, is read and marked. */
  marked(page: Page): Promise<NonNullable<ReadingView['report']>>;
}

/**
 * Firefox with all samples, and more pages, on loopback; not yet with the extension. Nothing beyond loopback can be
 * reached.
 */
export async function setFirefoxStage(
  more: ServedPage[] = [],
  options: Partial<FirefoxOptions> = {},
): Promise<FirefoxStage> {
  if (FIREFOX === null) throw new Error('no Firefox is installed');
  ensureBuilt(['firefox']);
  const samples = SAMPLES.map(({ file, expected }) => ({ url: expected.url, body: { file } }));
  const site = await serveSite([...samples, ...more]);
  const proxy = await recordingProxy(site.port);
  const driven = await launchFirefox({
    executable: FIREFOX,
    port: proxy.port,
    headless: true,
    isCaptive: true,
    systemAccess: true,
    ...options,
  });
  // the browser loads the scripts from where they lie: a build during the tests must not change them
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-extension-'));
  cpSync(extensionFolder('firefox'), folder, { recursive: true });
  const window = await firefoxWindow(driven.browser);
  const view = () =>
    window.inSidebar(async (): Promise<ReadingView | null> => {
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      const message = { id: 1, type: 'readingView', timestamp: Date.now() };
      const answer: { res: ReadingView } | undefined = await chrome.tabs
        .sendMessage(tab?.id ?? -1, message, { frameId: 0 })
        .catch(() => undefined);
      return answer?.res ?? null;
    });
  // a page has the language of its file until it is drawn, and the sidebar shows an empty page before the panel
  const drawn = async (languageOf: typeof window.inSidebar<[], string>): Promise<Words> => {
    const language = () =>
      languageOf(() =>
        location.protocol === 'moz-extension:' && document.querySelector('#app > *')
          ? document.documentElement.lang
          : '',
      );
    return wordsFor(null, await eventually(() => language().catch(() => ''), Boolean, 20_000));
  };
  const panel = () => drawn(window.inSidebar);
  return {
    ...driven,
    window,
    site,
    asked: proxy.asked,
    async install() {
      await driven.browser.installExtension(folder);
    },
    panel,
    async openOwn(address) {
      await panel();
      await window.inSidebar(async (path) => {
        await chrome.tabs.create({ url: chrome.runtime.getURL(path) });
      }, address);
      return drawn((work) => window.inTab(address.replace(/#.*/, ''), work));
    },
    view,
    async marked(page) {
      await page.waitForSelector('mark.zhupi', { timeout: 15_000 });
      for (;;) {
        const report = (await view())?.report;
        if (report) return report;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async close() {
      await driven.close();
      await proxy.close();
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
