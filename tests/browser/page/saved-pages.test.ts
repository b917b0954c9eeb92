import { describe, expect, test } from 'vitest';
import { readText } from '../../../lib/page/read-text.ts';
import { findReportRoot } from '../../../lib/page/root.ts';
import { difference, fold } from '../../lib/page/compare.ts';
import { fileOf, openPage, PAGE_NAMES } from './open-page.ts';

describe.skipIf(PAGE_NAMES.length === 0)('the report’s own text and nothing else, in a browser', () => {
  for (const name of PAGE_NAMES.filter((page) => !page.startsWith('neg-') && !page.startsWith('real/'))) {
    test(name, async () => {
      const expected = JSON.parse((await fileOf(`${name}.expected.json`)) ?? '{}');
      const lines = ((await fileOf(`${name}.expected.txt`)) ?? '').split('\n').map(fold).filter(Boolean);
      const root = findReportRoot(await openPage(name));
      if (!root) throw new Error('no text was found');
      const { text, blocks } = readText(root);
      const optional = (expected.optionalLines as string[]).map((line, at) => ({
        line: fold(line),
        at: expected.optionalAt[at] as number,
      }));
      const read = blocks.map(({ start, end }) => fold(text.slice(start, end)));
      expect(difference(read, lines, optional)).toBeNull();
      expect(fold(text)).toBe(read.join(''));
    });
  }
});
