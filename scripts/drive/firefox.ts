import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

export interface FirefoxOptions {
  executable: string;
  extensionFolder: string;
  port: number;
  headless: boolean;
  language?: string;
}

export interface DrivenFirefox {
  browser: Browser;
  open(url: string): Promise<Page>;
  close(): Promise<void>;
}

/** Starts Firefox with the extension installed; a proxy rule sends `*.gov.cn` to loopback. */
export async function launchFirefox(options: FirefoxOptions): Promise<DrivenFirefox> {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-firefox-'));
  const pac = join(folder, 'loopback.pac');
  writeFileSync(
    pac,
    `function FindProxyForURL(url, host) { return dnsDomainIs(host, '.gov.cn') || dnsDomainIs(host, '.localhost') ? 'PROXY 127.0.0.1:${options.port}' : 'DIRECT'; }`,
  );
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: options.executable,
    headless: options.headless,
    defaultViewport: null,
    args: ['--width=1440', '--height=900'],
    extraPrefsFirefox: {
      'network.proxy.type': 2,
      'network.proxy.allow_hijacking_localhost': true,
      'network.proxy.autoconfig_url': `file://${pac}`,
      'intl.accept_languages': options.language ?? 'zh-CN',
      'intl.locale.requested': options.language ?? 'zh-CN',
      'dom.security.https_first': false,
      'xpinstall.signatures.required': false,
      'extensions.webextensions.restrictedDomains': '',
      'datareporting.policy.dataSubmissionEnabled': false,
      'app.normandy.enabled': false,
      'app.update.disabledForTesting': true,
    },
  });
  await browser.installExtension(options.extensionFolder);
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
