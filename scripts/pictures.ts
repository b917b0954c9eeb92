// `npm run pictures`: makes the picture of the README anew from the first sample report.
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { launchChromium } from './drive/chromium.ts';
import { selectWords } from './drive/select.ts';
import { samplePages } from './serve/pages.ts';
import { servedAddress, serveSite } from './serve/site.ts';
import { browserAdvice, ensureBrowser, ensureChineseFont } from './setup/browsers.ts';
import { ensureBuilt, extensionFolder, ROOT } from './setup/build.ts';

const PICTURE = join(ROOT, 'scripts', 'pictures', 'report-with-panel.png') as `${string}.png`;
const PANEL_WIDTH = 380;
const SIZE = { width: 1520, height: 820 };

const executable = ensureBrowser('chromium');
if (!executable) throw new Error(browserAdvice('chromium'));
ensureChineseFont();
ensureBuilt(['chrome']);
const pages = samplePages();
const site = await serveSite(pages);
const driven = await launchChromium({
  executable,
  extensionFolder: extensionFolder('chrome'),
  port: site.port,
  headless: true,
});
try {
  const page = await driven.open(servedAddress(pages.find(({ url }) => url.includes('linzhu'))?.url ?? ''));
  await page.setViewport({ width: SIZE.width - PANEL_WIDTH, height: SIZE.height });
  await page.waitForSelector('mark.zhupi[data-category="shortcoming"]', { timeout: 15_000 });
  const panel = await driven.openPanel(page);
  await panel.setViewport({ width: PANEL_WIDTH, height: SIZE.height });
  await panel.waitForSelector('[data-finding]');
  const first = await page.$eval('mark.zhupi[data-category="shortcoming"]', (mark) => mark.textContent ?? '');
  await selectWords(page, first.slice(0, 12));
  // the panel goes along with the page; the picture shows its beginning
  await new Promise((resolve) => setTimeout(resolve, 600));
  await panel.evaluate(() => scrollTo(0, 0));
  const [left, right] = [await photograph(page), await photograph(panel)];
  const sheet = await driven.browser.newPage();
  await sheet.setViewport(SIZE);
  await sheet.setContent(
    `<style>body{margin:0;display:flex;background:#ddd6cb;gap:2px}img{display:block;height:${SIZE.height}px}</style>
     <img src="data:image/png;base64,${left}"><img src="data:image/png;base64,${right}">`,
  );
  await sheet.screenshot({ path: PICTURE });
  console.log(`made ${PICTURE}`);
} finally {
  await driven.close();
  await site.close();
}

function photograph(page: Page): Promise<string> {
  return page.screenshot({ encoding: 'base64', captureBeyondViewport: false });
}
