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

/**
 * Walks the main job by itself in a headless browser, printing what a reader would see. A page that fails is named
 * with the step that failed, and the others go on. Returns how many failed.
 */
export async function walk(pages: ServedPage[], site: Site, executable: string): Promise<number> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  console.log('zhupi: no display, so the main job is walked in a headless browser.\n');
  const driven = await launchChromium({
    executable,
    extensionFolder: extensionFolder('chrome'),
    port: site.port,
    headless: true,
  });
  let failures = 0;
  let noted = false;
  const attempt = async (name: string, work: (at: (step: string) => void) => Promise<void>) => {
    let step = '';
    try {
      await work((next) => {
        step = next;
      });
    } catch (error) {
      failures++;
      const reason = error instanceof Error ? error.message : String(error);
      console.error(`   zhupi: ${name}: ${step} failed: ${reason}`);
    }
  };
  try {
    for (const [index, served] of pages.entries()) {
      await attempt(served.source ?? served.url, async (at) => {
        noted = (await walkPage(driven, served, index + 1, noted, at)) || noted;
      });
    }
    if (noted) {
      await attempt('The library', async (at) => {
        at('exporting the notes');
        await exportNotes(driven);
      });
    } else if (failures === 0) console.log('\nNo page was recognised as a report, so no note was made.');
  } finally {
    await driven.close();
  }
  const files = readdirSync(FOLDER).sort();
  if (files.length > 0) console.log(`\nScreenshots and exported files: ${relative(ROOT, FOLDER)}/`);
  for (const name of files) console.log(`  ${name}`);
  return failures;
}

/** One page, with a note when there is none yet. Returns whether a note was made. */
async function walkPage(
  driven: DrivenChromium,
  { url, source }: ServedPage,
  number: number,
  hasNote: boolean,
  at: (step: string) => void,
): Promise<boolean> {
  console.log(`${number}. ${source ?? url}`);
  at('opening the page');
  const page = await driven.open(servedAddress(url));
  let panel: Page | null = null;
  try {
    for (const line of [await page.title(), source ? url : '']) if (line !== '') console.log(`   ${line}`);
    at('opening the side panel');
    // a page on no government's host is read when the reader presses the button
    if (isLocal(url)) panel = await driven.openPanel(page);
    const isMarked = await page
      .waitForSelector('mark.zhupi', { timeout: PATIENCE })
      .then(() => true)
      .catch(() => false);
    if (!isMarked) console.log(panel ? '   nothing to mark was found' : '   not a report: left alone');
    else {
      panel ??= await driven.openPanel(page);
      at('reading the side panel');
      await describeReport(panel);
      at('writing a note');
      if (!hasNote) await makeNote(page, panel);
    }
    at('taking the screenshots');
    await photograph(page, `${number}-page.png`);
    if (panel) await photograph(panel, `${number}-panel.png`);
    return isMarked && !hasNote;
  } finally {
    // else the next page would find this one's panel
    await panel?.close().catch(() => undefined);
    await page.close().catch(() => undefined);
  }
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
  await selectPassage(page, passage);
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
  // it covers the passage until the note is stored
  const until = Date.now() + PATIENCE;
  while (page.frames().some((each) => each.url().includes('/composer.html'))) {
    if (Date.now() > until) throw new Error('the note is stored and its frame did not close');
    await pause(20);
  }
  // the selection would colour the note in the picture
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await panel.waitForFunction(() => document.querySelectorAll('[role="tab"]')[1]?.textContent?.includes('1'));
  console.log(`   noted: “${passage}” with the tag 待跟进`);
}

/** The page is still drawn anew while the side panel slides in, and a drag across it may miss its words. */
async function selectPassage(page: Page, passage: string): Promise<void> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    await selectWords(page, passage);
    await pause(100);
    const selected = await page.evaluate(() => getSelection()?.toString() ?? '');
    if (selected.trim() === passage.trim()) return;
    if (Date.now() > until) throw new Error(`“${selected}” was selected in place of “${passage}”`);
  }
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
    await pause(50);
  }
  await photograph(library, '9-library.png');
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function photograph(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(FOLDER, name) as `${string}.png` });
}
