import { browser } from 'wxt/browser';
import { languageFor } from '../../lib/messages/language-for.ts';
import { LANGUAGES, type Language } from '../../lib/model/words.ts';

const KEY = 'language';

/** The language the reader chose in options; `null`: as the browser's. */
export async function chosenLanguage(): Promise<Language | null> {
  const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
  return LANGUAGES.find((language) => language === stored) ?? null;
}

export async function chooseLanguage(language: Language | null): Promise<void> {
  if (language === null) await browser.storage.local.remove(KEY);
  else await browser.storage.local.set({ [KEY]: language });
}

export async function currentLanguage(): Promise<Language> {
  return languageFor(await chosenLanguage().catch(() => null), browser.i18n.getUILanguage());
}

/** Calls back with the language in force whenever the reader chooses another. */
export function onLanguageChange(listener: (language: Language) => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (KEY in changes) void currentLanguage().then(listener);
  });
}
