import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from 'puppeteer-core';
import { wordsFor } from '../lib/messages/words-for.ts';
import { type DrivenChromium, launchChromium } from './drive/chromium.ts';
import { shadowView } from './drive/pierce.ts';
import { selectWords } from './drive/select.ts';
import { isLocal } from './serve/pages.ts';
import { type ServedPage, type Site, servedAddress } from './serve/site.ts';
import { extensionFolder, OUTPUT, ROOT } from './setup/build.ts';

const FOLDER = join(OUTPUT, 'walk');
/** How long a page is given to be recognised and marked, in milliseconds. */
const PATIENCE = 6_000;

/** Walks the main job by itself in a headless browser, printing what a reader would see. */
export async function walk(pages: ServedPage[], site: Site, executable: string): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  console.log('zhupi: no display, so the main job is walked in a headless browser.\n');
  const driven = await launchChromium({
    executable,
    extensionFolder: extensionFolder('chrome'),
    port: site.port,
    headless: true,
  });
  try {
    let noted = false;
    for (const [index, { url }] of pages.entries()) {
      const page = await driven.open(servedAddress(url));
      // a page on no government's host is read when the reader presses the button
      const asked = isLocal(url) ? await driven.openPanel(page) : null;
      const isReport = await page
        .waitForSelector('mark.zhupi', { timeout: PATIENCE })
        .then(() => true)
        .catch(() => false);
      console.log(`${index + 1}. ${await page.title()}\n   ${url}`);
      if (!isReport) console.log('   not a report: left alone');
      else {
        const panel = asked ?? (await driven.openPanel(page));
        await describeReport(panel);
        if (!noted) {
          await makeNote(page, panel);
          noted = true;
        }
        await photograph(page, `${index + 1}-page.png`);
        await photograph(panel, `${index + 1}-panel.png`);
        await panel.close().catch(() => undefined);
      }
      await page.close();
    }
    if (noted) await exportNotes(driven);
    else console.log('\nNo page was recognised as a report, so no note was made.');
  } finally {
    await driven.close();
  }
  console.log(`\nScreenshots and exported files: ${relative(ROOT, FOLDER)}/`);
  for (const name of readdirSync(FOLDER).sort()) console.log(`  ${name}`);
}

async function describeReport(panel: Page): Promise<void> {
  await panel.waitForSelector('.facts dd');
  const { facts, counts } = await panel.evaluate(() => ({
    facts: [...document.querySelectorAll('.facts dl > div')].map(
      (row) => `${row.querySelector('dt')?.textContent} ${row.querySelector('dd')?.textContent}`,
    ),
    counts: [...document.querySelectorAll('.chip[data-category]')].map(
      (chip) => `${chip.firstChild?.textContent} ${chip.querySelector('span')?.textContent}`,
    ),
  }));
  console.log(`   ${facts.join(' · ')}\n   ${counts.join(' · ')}`);
}

/** One note with a tag on the first shortcoming, or on the first thing found. */
async function makeNote(page: Page, panel: Page): Promise<void> {
  const passage = await page.evaluate(() => {
    const mark =
      document.querySelector('mark.zhupi[data-category="shortcoming"]') ??
      document.querySelector('mark.zhupi');
    return mark?.textContent?.slice(0, 40) ?? '';
  });
  await page.bringToFront();
  await selectWords(page, passage);
  const shadow = await shadowView(page);
  // in whichever language this browser gave the interface
  const language = await panel.evaluate(() => document.documentElement.lang);
  const words = wordsFor(null, language);
  await shadow.click('BUTTON', words.toolbar.tag);
  const frame = await page.waitForFrame((each) => each.url().includes('/composer.html'));
  await (await frame.waitForSelector('[role="combobox"]'))?.type('待跟进');
  await frame.waitForSelector('.suggestions .new, .suggestions [role="option"]');
  await page.keyboard.press('Enter');
  await frame.waitForSelector('.tag');
  await (await frame.waitForSelector('textarea'))?.type('请与下一年度的安排对照。');
  await photograph(page, '0-composer.png');
  await (await frame.waitForSelector('button[type="submit"]'))?.click();
  await page.waitForSelector('mark.zhupi[data-category="note"]');
  await panel.waitForFunction(() => document.querySelectorAll('[role="tab"]')[1]?.textContent?.includes('1'));
  console.log(`   noted: “${passage}” with the tag 待跟进`);
}

async function exportNotes(driven: DrivenChromium): Promise<void> {
  const library = await driven.openExtensionPage('library.html');
  const session = await library.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: FOLDER });
  await library.waitForSelector('.actions button');
  for (const button of await library.$$('.actions button')) {
    await button.click();
    await library.waitForFunction(() => document.querySelector('[role="status"]')?.textContent !== '');
  }
  const until = Date.now() + 10_000;
  while (readdirSync(FOLDER).filter((name) => /\.(csv|json)$/.test(name)).length < 2 && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await photograph(library, '9-library.png');
}

async function photograph(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(FOLDER, name) as `${string}.png` });
}
