import type { Language, PageWords } from '../model/words.ts';
import { enPage } from './en-page.ts';
import { zhPage } from './zh-page.ts';

/** What a script in a report's page needs of the tables: it must stay small. */
export const PAGE_WORDS: Record<Language, PageWords> = { zh: zhPage, en: enPage };
