// `npm start [-- FILE…]`: shows the main job on the sample reports, or on the reader's own pages.
import { parseArgs } from 'node:util';
import { launchChromium } from './drive/chromium.ts';
import { launchFirefox } from './drive/firefox.ts';
import { ownPages, samplePages } from './serve/pages.ts';
import { servedAddress, serveSite } from './serve/site.ts';
import { browserAdvice, ensureBrowser, ensureChineseFont, findBrowser } from './setup/browsers.ts';
import { ensureBuilt, extensionFolder } from './setup/build.ts';
import { walk } from './walk.ts';

const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: { headless: { type: 'boolean', default: false } },
});

const hasDisplay =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = values.headless || !hasDisplay;

/** Chromium's family first; Firefox only where it is there already and Chromium is not. */
function chooseBrowser(): { family: 'chromium' | 'firefox'; executable: string } {
  const chromium = findBrowser('chromium');
  if (chromium) return { family: 'chromium', executable: chromium };
  const firefox = headless ? null : findBrowser('firefox');
  if (firefox) return { family: 'firefox', executable: firefox };
  const installed = ensureBrowser('chromium');
  if (installed) return { family: 'chromium', executable: installed };
  throw new Error(`No browser was found and none could be installed. ${browserAdvice('chromium')}`);
}

async function main(): Promise<void> {
  // first, so that a wrong name is told at once
  const pages = files.length > 0 ? ownPages(files) : samplePages();
  const { family, executable } = chooseBrowser();
  if (headless) ensureChineseFont();
  ensureBuilt([family === 'firefox' ? 'firefox' : 'chrome']);
  const site = await serveSite(pages);
  if (headless) {
    try {
      if ((await walk(pages, site, executable)) > 0) process.exitCode = 1;
    } finally {
      await site.close();
    }
    return;
  }
  const first = servedAddress(pages[0]?.url ?? 'about:blank');
  const options = { executable, port: site.port, headless: false };
  const firefox =
    family === 'firefox'
      ? await launchFirefox({ ...options, extensionFolder: extensionFolder('firefox') })
      : null;
  const chromium = firefox
    ? null
    : await launchChromium({ ...options, extensionFolder: extensionFolder('chrome') });
  console.log('zhupi: the browser is open. The pages served for it:');
  for (const { url } of pages) console.log(`  ${servedAddress(url)}`);
  console.log('Press the 朱批 button in the toolbar for the side panel. Close the browser to end.');
  const page = await (firefox ?? chromium)?.open(first);
  if (page) await chromium?.openPanel(page);
  await new Promise<void>((resolve) => {
    (firefox ?? chromium)?.browser.once('disconnected', () => resolve());
  });
  await site.close();
}

main().catch((error: unknown) => {
  console.error(`zhupi: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
