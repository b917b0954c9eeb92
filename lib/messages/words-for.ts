import type { Language, Words } from '../model/words.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export const WORDS: Record<Language, Words> = { zh, en };

/** The reader's own choice, else Chinese for a browser in any Chinese, else English. */
export function wordsFor(choice: Language | null, browserLanguage: string): Words {
  return WORDS[choice ?? (/^zh\b/i.test(browserLanguage) ? 'zh' : 'en')];
}
