import { type ComponentType, render } from 'preact';
import { WORDS } from '../../lib/messages/words-for.ts';
import type { Language, Words } from '../../lib/model/words.ts';
import { currentLanguage, onLanguageChange } from './language.ts';
import '../../components/tokens.css';
import '../../components/base.css';

/** Draws an extension page in the reader's language, again when that changes. */
export async function mountPage(App: ComponentType<{ words: Words }>, titleOf: (words: Words) => string) {
  const root = document.getElementById('app');
  if (!root) throw new Error('the page has no element #app');
  const draw = (language: Language) => {
    const words = WORDS[language];
    document.documentElement.lang = words.htmlLang;
    document.title = titleOf(words);
    render(<App words={words} />, root);
  };
  onLanguageChange(draw);
  draw(await currentLanguage());
}
