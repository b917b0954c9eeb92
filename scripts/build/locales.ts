import { WORDS } from '../../lib/messages/words-for.ts';
import type { Language } from '../../lib/model/words.ts';

const FOLDERS: Record<Language, string> = { zh: 'zh_CN', en: 'en' };

/** The manifest's strings as `_locales` files: path below the package, and content. */
export function localeFiles(): { relativeDest: string; contents: string }[] {
  return Object.entries(WORDS).map(([language, { name, manifest }]) => {
    const messages = Object.fromEntries(
      Object.entries({ name, ...manifest }).map(([key, message]) => [key, { message }]),
    );
    return {
      relativeDest: `_locales/${FOLDERS[language as Language]}/messages.json`,
      contents: `${JSON.stringify(messages, null, 2)}\n`,
    };
  });
}
