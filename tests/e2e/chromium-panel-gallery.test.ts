import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBare } from '../../scripts/drive/chromium.ts';
import { serveGallery } from '../../scripts/gallery/build.ts';
import { LOOKS, nameOf, photograph } from '../../scripts/gallery/photograph.ts';
import { ROOT } from '../../scripts/setup/build.ts';
import { violations } from './axe.ts';
import { CHROMIUM, complaints } from './harness.ts';

/** The gallery shows a component in many states on one page: the same region more than once is its nature. */
const OF_THE_GALLERY = /^landmark-unique:/;

test('every component of the panel, and what is shared, is in the gallery', () => {
  const shown = globSync('scripts/gallery/*.tsx', { cwd: ROOT })
    .map((file) => readFileSync(join(ROOT, file), 'utf8'))
    .join();
  const components = globSync('components/{*,panel/*}.tsx', { cwd: ROOT });
  // parts of others, which show them
  const within = ['icon', 'tag-field', 'virtual-list'];
  const missing = components.filter(
    (file) => !shown.includes(file) && !within.some((name) => file.endsWith(`/${name}.tsx`)),
  );
  expect(components.length).toBeGreaterThan(20);
  expect(missing).toEqual([]);
});

describe.skipIf(CHROMIUM === null)('the gallery', () => {
  let gallery: Awaited<ReturnType<typeof serveGallery>>;
  let browser: Awaited<ReturnType<typeof launchBare>>;
  let page: Page;
  let heard: string[];

  beforeAll(async () => {
    gallery = await serveGallery();
    browser = await launchBare(CHROMIUM ?? '', 9);
    page = await browser.open('about:blank');
    heard = complaints(page);
  });
  afterAll(async () => {
    await browser?.close();
    await gallery?.close();
  });

  test.each(LOOKS.map((look) => [nameOf(look), look] as const))(
    '%s: photographed, accessible, nothing too wide',
    async (_, look) => {
      const picture = await photograph(page, gallery.url, look);
      expect(statSync(picture).size).toBeGreaterThan(50_000);
      expect((await violations(page)).filter((each) => !OF_THE_GALLERY.test(each))).toEqual([]);
      const tooWide = await page.$$eval('.state-drawn', (states) =>
        states
          .filter((state) => state.scrollWidth > state.clientWidth && !state.querySelector('.in-shadow'))
          .map((state) => state.closest('article')?.getAttribute('aria-label')),
      );
      expect(tooWide).toEqual([]);
      expect(heard).toEqual([]);
    },
  );
});
