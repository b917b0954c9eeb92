// `npm run gallery [-- --serve]`: builds the page that shows each component in all its states, and photographs it in
// both languages, light and dark, narrow and wide. `--serve` leaves it open to be looked at.
import { launchBare } from './drive/chromium.ts';
import { serveGallery } from './gallery/build.ts';
import { LOOKS, photograph } from './gallery/photograph.ts';
import { browserAdvice, ensureBrowser, ensureChineseFont } from './setup/browsers.ts';

const { url, close } = await serveGallery();
if (process.argv.includes('--serve')) {
  console.log(`zhupi: the gallery is at ${url} and ${url}?lang=en. End it with Ctrl+C.`);
} else {
  const executable = ensureBrowser('chromium');
  if (!executable) throw new Error(browserAdvice('chromium'));
  ensureChineseFont();
  const browser = await launchBare(executable, 9);
  const page = await browser.open('about:blank');
  for (const look of LOOKS) console.log(await photograph(page, url, look));
  await browser.close();
  await close();
}
