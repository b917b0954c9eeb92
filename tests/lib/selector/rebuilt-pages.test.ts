import { existsSync, readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { expect, describe as suite, test } from 'vitest';
import { readText } from '../../../lib/page/read-text.ts';
import { findReportRoot } from '../../../lib/page/root.ts';
import { describe } from '../../../lib/selector/describe.ts';
import { match } from '../../../lib/selector/match.ts';

const FOLDER = '../shared/pages';
const isThere = existsSync(FOLDER);
if (!isThere)
  console.warn('SKIPPED: ../shared/pages is not there; no report is matched across site families.');

const PAIRS = [
  ['trs-000', 'hanweb-000'],
  ['hanweb-000', 'vsb-000'],
  ['hanweb-001', 'gkmlpt-001'],
  ['ucap-001', 'hanweb-001'],
  ['trs-004', 'plain-004'],
  ['plain-004', 'ucap-004'],
] as const;

function textOf(name: string): { text: string; blocks: readonly { start: number; end: number }[] } {
  const root = findReportRoot(
    parseHTML(readFileSync(`${FOLDER}/${name}.html`, 'utf8')).document as unknown as Document,
  );
  if (!root) throw new Error('no text was found');
  return readText(root);
}

const bare = (text: string): string => text.replace(/[\s\u00ad]/g, '');

suite.skipIf(!isThere)('notes on one report, set by two site families, are all found', () => {
  for (const [from, to] of PAIRS) {
    test(`${from} to ${to}`, () => {
      const before = textOf(from);
      const after = textOf(to);
      // Titles and signatures stand on some of the pages only: where they don't, their notes are rightly lost.
      const quotes = before.blocks
        .filter(({ start, end }) => end - start > 25)
        .flatMap(({ start, end }) =>
          [...before.text.slice(start, end).matchAll(/[^，。；]+/g)].map((clause) => ({
            start: start + clause.index,
            end: start + clause.index + clause[0].length,
          })),
        );
      for (const snapshot of [before.text, undefined]) {
        const results = quotes.map((span) => {
          const { state, span: place } = match(after.text, describe(before.text, span), snapshot);
          const isSame =
            state === 'found' &&
            place &&
            bare(after.text.slice(place.start, place.end)) === bare(before.text.slice(span.start, span.end));
          return { quote: before.text.slice(span.start, span.end), state, isSame };
        });
        expect(results.filter(({ isSame }) => !isSame)).toEqual([]);
      }
    });
  }
});
