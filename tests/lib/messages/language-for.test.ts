import { expect, test } from 'vitest';
import { languageFor } from '../../../lib/messages/language-for.ts';
import type { Language } from '../../../lib/model/words.ts';

const CASES: [Language | null, string, Language][] = [
  [null, 'zh-CN', 'zh'],
  [null, 'zh-TW', 'zh'],
  [null, 'zh', 'zh'],
  [null, 'en-US', 'en'],
  [null, 'fr', 'en'],
  [null, 'zha', 'en'],
  ['en', 'zh-CN', 'en'],
  ['zh', 'de', 'zh'],
];
test.each(CASES)('chosen %s in a browser in %s: %s', (choice, browser, language) => {
  expect(languageFor(choice, browser)).toBe(language);
});
