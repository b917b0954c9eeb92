import type { Language, Words } from '../model/words.ts';
import { en } from './en.ts';
import { languageFor } from './language-for.ts';
import { zh } from './zh.ts';

export const WORDS: Record<Language, Words> = { zh, en };

export function wordsFor(choice: Language | null, browserLanguage: string): Words {
  return WORDS[languageFor(choice, browserLanguage)];
}
