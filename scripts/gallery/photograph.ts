import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { GALLERY_PICTURES } from './build.ts';

/** How the gallery is looked at. */
export interface Look {
  language: 'zh' | 'en';
  scheme: 'light' | 'dark';
  width: number;
  forced?: boolean;
}

/** Every combination that a reader may have, and forced colours where it is narrow. */
export const LOOKS: Look[] = [
  ...(['zh', 'en'] as const).flatMap((language) =>
    (['light', 'dark'] as const).flatMap((scheme) =>
      [280, 900].map((width) => ({ language, scheme, width })),
    ),
  ),
  { language: 'zh', scheme: 'light', width: 280, forced: true },
];

export function nameOf({ language, scheme, width, forced = false }: Look): string {
  return `${language}-${scheme}-${width}${forced ? '-forced' : ''}`;
}

/** Shows the gallery so, and takes its picture. The file. */
export async function photograph(page: Page, url: string, look: Look): Promise<string> {
  mkdirSync(GALLERY_PICTURES, { recursive: true });
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: look.scheme },
      { name: 'forced-colors', value: look.forced ? 'active' : 'none' },
    ],
  });
  await page.setViewport({ width: look.width, height: 900 });
  await page.goto(`${url}?lang=${look.language}`, { waitUntil: 'load' });
  await page.waitForSelector('[data-component]');
  const path = join(GALLERY_PICTURES, `${nameOf(look)}.png`);
  await page.screenshot({ path: path as `${string}.png`, fullPage: true });
  return path;
}
