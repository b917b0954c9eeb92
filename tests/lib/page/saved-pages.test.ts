import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { readText } from '../../../lib/page/read-text.ts';
import { findReportRoot } from '../../../lib/page/root.ts';
import { difference, fold } from './compare.ts';

const SHARED = '../shared/pages';
const FOLDERS = [SHARED, 'seeds/reports'].filter((folder) => existsSync(folder));
if (!FOLDERS.includes(SHARED))
  console.warn('SKIPPED: ../shared/pages is not there; only the samples are read.');

describe('the report’s own text and nothing else, without layout', () => {
  for (const folder of FOLDERS) {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.expected.txt'))) {
      const path = `${folder}/${file.slice(0, -'.expected.txt'.length)}`;
      test(path, () => {
        const expected = JSON.parse(readFileSync(`${path}.expected.json`, 'utf8'));
        const lines = readFileSync(`${path}.expected.txt`, 'utf8').split('\n').map(fold).filter(Boolean);
        const { document } = parseHTML(readFileSync(`${path}.html`, 'utf8'));
        const root = findReportRoot(document as unknown as Document);
        if (!root) throw new Error('no text was found');
        const { text, blocks } = readText(root);
        const read = blocks.map(({ start, end }) => fold(text.slice(start, end)));
        const optional = ((expected.optionalLines ?? []) as string[]).map((line, at) => ({
          line: fold(line),
          at: expected.optionalAt[at] as number,
        }));
        expect(difference(read, lines, optional)).toBeNull();
        expect(fold(text)).toBe(read.join(''));
      });
    }
  }
});
