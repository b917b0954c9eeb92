import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page, type WebWorker } from 'puppeteer-core';

export interface ChromiumOptions {
  executable: string;
  extensionFolder: string;
  /** Port of the loopback site that all of `*.gov.cn` and `*.localhost` is resolved to. */
  port: number;
  headless: boolean;
  /** Folder of the browser's profile; a fresh one, removed at the end, when it is left out. */
  profile?: string;
  /** Language of the browser's interface. */
  language?: string;
  windowSize?: { width: number; height: number };
  /** Move a caret through pages with the arrow keys, as F7 does for a reader. */
  hasCaret?: boolean;
  /** Leave the page open that greets newcomers. */
  keepsWelcome?: boolean;
}

export interface DrivenChromium {
  browser: Browser;
  extensionId: string;
  /** Opens an address in a new tab and waits for the document. */
  open(url: string): Promise<Page>;
  /** Opens one of the extension's own pages, e.g. `library.html`, in a tab. */
  openExtensionPage(path: string): Promise<Page>;
  /**
   * Presses the toolbar button on the page's tab and returns the real side panel. Throws a sentence when none comes
   * after several presses.
   */
  openPanel(page: Page): Promise<Page>;
  worker(): Promise<WebWorker>;
  /** Takes the extension out and puts it in again, as an update does: open pages keep scripts of the old one. */
  reinstall(): Promise<void>;
  /** Stops the extension's service worker, as the browser does when it is idle. */
  stopWorker(): Promise<void>;
  close(): Promise<void>;
}

/** How long a pressed toolbar button is given to bring the panel before it is pressed again, in milliseconds. */
const PRESS_PATIENCE = 4_000;
const PRESSES = 4;
/** How long the page that greets newcomers is waited for, in milliseconds. */
const GREETING = 5_000;

/** Government hosts lead to loopback, and the browser makes no connection of its own. */
function loopbackArguments(port: number): string[] {
  return [
    `--host-resolver-rules=MAP *.gov.cn 127.0.0.1:${port}, MAP *.localhost 127.0.0.1:${port}`,
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,Translate',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Chromium without the extension, to see pages as they are. */
export async function launchBare(executable: string, port: number) {
  const browser = await puppeteer.launch({
    executablePath: executable,
    headless: true,
    pipe: true,
    defaultViewport: null,
    args: [...loopbackArguments(port), '--lang=zh-CN', '--accept-lang=zh-CN', '--window-size=1440,900'],
  });
  return {
    async open(url: string): Promise<Page> {
      const page = await browser.newPage();
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      return page;
    },
    close: () => browser.close(),
  };
}

/** Starts Chromium with the extension installed and `*.gov.cn` resolved to loopback; nothing else is reachable. */
export async function launchChromium(options: ChromiumOptions): Promise<DrivenChromium> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'zhupi-chromium-'));
  const isNew = !existsSync(profile) || readdirSync(profile).length === 0;
  const { width, height } = options.windowSize ?? { width: 1440, height: 900 };
  const browser = await puppeteer.launch({
    executablePath: options.executable,
    headless: options.headless,
    pipe: true,
    enableExtensions: true,
    userDataDir: profile,
    defaultViewport: null,
    args: [
      ...loopbackArguments(options.port),
      `--lang=${options.language ?? 'zh-CN'}`,
      `--accept-lang=${options.language ?? 'zh-CN'}`,
      `--window-size=${width},${height}`,
      ...(options.hasCaret ? ['--enable-caret-browsing'] : []),
    ],
    env: { ...process.env, LANGUAGE: (options.language ?? 'zh-CN').replace('-', '_') },
  });
  const extensionId = await browser.installExtension(options.extensionFolder);
  const origin = `chrome-extension://${extensionId}`;
  const isWorker = (url: string) => url.startsWith(`${origin}/background`);
  /** Waits for the page that greets newcomers, and closes it: it would take the front from others later. */
  const passWelcome = async () => {
    if (options.keepsWelcome) return;
    const target = await browser
      .waitForTarget((t) => t.url() === `${origin}/welcome.html`, { timeout: GREETING })
      .catch(() => null);
    await (await target?.page())?.close();
  };
  if (isNew) await passWelcome();
  let isListening = false;
  /**
   * Waits until the worker has told the browser what it listens for. A press that comes before its very first start
   * is lost, since the browser does not know yet whom to wake; later the press itself wakes a worker that is idle.
   */
  const listening = async () => {
    if (isListening) return;
    const worker = await driven.worker();
    const until = Date.now() + PRESS_PATIENCE;
    while (!isListening && Date.now() < until) {
      isListening = await worker.evaluate(() => chrome.action.onClicked.hasListeners());
      if (!isListening) await pause(20);
    }
  };

  const driven: DrivenChromium = {
    browser,
    extensionId,
    async open(url) {
      const page = await browser.newPage();
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      return page;
    },
    async openExtensionPage(path) {
      const page = await browser.newPage();
      await page.goto(`${origin}/${path}`, { waitUntil: 'domcontentloaded' });
      return page;
    },
    async openPanel(page) {
      await page.bringToFront();
      const extension = (await browser.extensions()).get(extensionId);
      if (!extension) throw new Error('the extension is not installed');
      // without a worker the press is tried all the same: it may be asleep
      await listening().catch(() => undefined);
      for (let press = 0; press < PRESSES; press++) {
        await page.triggerExtensionAction(extension);
        const target = await browser
          .waitForTarget((t) => t.url().startsWith(`${origin}/sidepanel.html`), { timeout: PRESS_PATIENCE })
          .catch(() => null);
        if (target) return target.asPage();
      }
      throw new Error(`the toolbar button was pressed ${PRESSES} times and no side panel opened`);
    },
    async worker() {
      const target = await browser.waitForTarget((t) => t.type() === 'service_worker' && isWorker(t.url()), {
        timeout: 15_000,
      });
      const worker = await target.worker();
      if (!worker) throw new Error('the service worker is not running');
      return worker;
    },
    async reinstall() {
      isListening = false;
      await browser.uninstallExtension(extensionId);
      await browser.installExtension(options.extensionFolder);
      await passWelcome();
    },
    async stopWorker() {
      const target = browser.targets().find((t) => t.type() === 'service_worker' && isWorker(t.url()));
      const worker = await target?.worker();
      await worker?.close();
    },
    async close() {
      await browser.close();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return driven;
}
