import type { Language } from '../model/words.ts';

/** The reader's own choice, else Chinese for a browser in any Chinese, else English. */
export function languageFor(choice: Language | null, browserLanguage: string): Language {
  return choice ?? (/^zh\b/i.test(browserLanguage) ? 'zh' : 'en');
}
