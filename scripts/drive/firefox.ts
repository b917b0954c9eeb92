import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

export interface FirefoxOptions {
  executable: string;
  /** Left out: none is installed at first; `browser.installExtension` brings one in. */
  extensionFolder?: string;
  /** Port of the loopback site that all of `*.gov.cn` and `*.localhost` is sent to. */
  port: number;
  headless: boolean;
  language?: string;
  /** Send everything that is asked for to the port, whatever its host: nothing goes unseen. */
  isCaptive?: boolean;
  /** Allow looking into the browser's own window: the sidebar, the browser's console. */
  systemAccess?: boolean;
  /** Move a caret through pages with the arrow keys, as F7 does for a reader. */
  hasCaret?: boolean;
  /** Folder of the browser's profile, in which the extension's data outlive the browser; a passing one when left out. */
  profile?: string;
  /** Folder in which the browser saves files without asking. */
  downloads?: string;
}

export interface DrivenFirefox {
  browser: Browser;
  /** Opens an address in a new tab and waits until it has loaded. */
  open(url: string): Promise<Page>;
  close(): Promise<void>;
}

/** Starts Firefox with the extension installed; a proxy rule sends `*.gov.cn` to loopback. */
export async function launchFirefox(options: FirefoxOptions): Promise<DrivenFirefox> {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-firefox-'));
  const pac = join(folder, 'loopback.pac');
  const proxy = `'PROXY 127.0.0.1:${options.port}'`;
  const isOurs = `dnsDomainIs(host, '.gov.cn') || dnsDomainIs(host, '.localhost')`;
  const rule = options.isCaptive ? proxy : `${isOurs} ? ${proxy} : 'DIRECT'`;
  writeFileSync(pac, `function FindProxyForURL(url, host) { return ${rule}; }`);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: options.executable,
    headless: options.headless,
    defaultViewport: null,
    ...(options.profile === undefined ? {} : { userDataDir: options.profile }),
    args: ['--width=1440', '--height=900', ...(options.systemAccess ? ['--remote-allow-system-access'] : [])],
    extraPrefsFirefox: {
      'network.proxy.type': 2,
      'network.proxy.allow_hijacking_localhost': true,
      'network.proxy.autoconfig_url': `file://${pac}`,
      'intl.accept_languages': options.language ?? 'zh-CN',
      'intl.locale.requested': options.language ?? 'zh-CN',
      'dom.security.https_first': false,
      'xpinstall.signatures.required': false,
      'extensions.webextensions.restrictedDomains': '',
      // a permission that the extension asks for is given without a question, which no driver could answer
      'extensions.webextOptionalPermissionPrompts': false,
      'accessibility.browsewithcaret': options.hasCaret ?? false,
      // what the driver installs is taken out when the browser ends
      'extensions.webextensions.keepUuidOnUninstall': options.profile !== undefined,
      'extensions.webextensions.keepStorageOnUninstall': options.profile !== undefined,
      'datareporting.policy.dataSubmissionEnabled': false,
      'app.normandy.enabled': false,
      'app.update.disabledForTesting': true,
      ...(options.downloads === undefined
        ? {}
        : { 'browser.download.folderList': 2, 'browser.download.dir': options.downloads }),
    },
  });
  if (options.extensionFolder !== undefined) await browser.installExtension(options.extensionFolder);
  return {
    browser,
    async open(url) {
      const page = await browser.newPage();
      await page.goto(url, { waitUntil: 'load' });
      return page;
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
