import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServedPage } from '../../scripts/serve/site.ts';
import { ROOT } from '../../scripts/setup/build.ts';

/** A page as a browser saved it, and what is true of it. */
export interface SavedPage {
  file: string;
  url: string;
  isReport: boolean;
  kind?: string;
  issuer?: string;
  /** Other readings of the issuer that are as right. */
  issuerAlternatives?: string[];
  year?: number;
}

const FOLDER = join(ROOT, '..', 'shared', 'pages', 'real');
const INDEX = join(FOLDER, 'index.json');

if (!existsSync(INDEX)) console.warn('SKIPPED: ../shared/pages/real is missing; no saved page is opened.');

export const SAVED_PAGES: SavedPage[] = existsSync(INDEX)
  ? (JSON.parse(readFileSync(INDEX, 'utf8')) as SavedPage[])
  : [];

/** All are UTF-8; those that lost the line that says so when they were saved get it back. */
export function servedSavedPages(): ServedPage[] {
  return SAVED_PAGES.map(({ file, url }) => {
    const html = readFileSync(join(FOLDER, file), 'utf8');
    return { url, body: { bytes: /charset=/i.test(html) ? html : `<meta charset="utf-8">${html}` } };
  });
}
