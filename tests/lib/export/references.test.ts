import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bibtexOf, cslItems, cslJson, risOf } from '../../../lib/export/references.ts';
import { sampleBundle } from '../../fixtures/libraries.ts';

interface Item {
  type: string;
  title: string;
  author: { literal?: string; family?: string }[];
  issued?: { 'date-parts': (number | string)[][] };
  accessed: { 'date-parts': (number | string)[][] };
  URL: string;
  /** RIS has one for each line. */
  note?: string | string[];
  publisher?: string;
}

const bundle = await sampleBundle();
const items = cslItems(bundle);
/** What every format keeps. */
const core = ({ type, title, author, issued, accessed, URL: url }: Item) => ({
  type,
  title,
  author: author.map(({ literal, family }) => literal ?? family),
  issued: issued?.['date-parts'][0]?.map(Number),
  accessed: accessed['date-parts'][0]?.map(Number),
  url,
});
const expected = items.map((item) => core(item as Item));
const read = (text: string, type: string) => new Cite(text, { forceType: type }).data as Item[];

test('a report is a report of its body, with its own date and the day it was read', () => {
  expect(expected).toEqual([
    {
      type: 'report',
      title: '示例市水务局2024年度法治政府建设情况报告',
      author: ['示例市水务局'],
      issued: [2025, 1, 20],
      accessed: [2026, 3, 1],
      url: 'http://sw0.shili.gov.cn/a?id=1&x=2',
    },
    {
      type: 'report',
      title: '𠮷县示例局2025年度法治政府建设情况报告',
      author: ['𠮷县示例局'],
      issued: [2026, 2, 10],
      accessed: [2026, 2, 28],
      url: 'http://sw1.shili.gov.cn/a?id=1&x=2',
    },
  ]);
});

test.each([
  ['RIS', risOf(bundle), '@ris/file'],
  ['BibTeX', bibtexOf(bundle), '@biblatex/text'],
  ['CSL-JSON', cslJson(bundle), '@csl/list+object'],
])('%s is read as the same items, notes attached', (name, text, type) => {
  const back = name === 'CSL-JSON' ? (new Cite(JSON.parse(text)).data as Item[]) : read(text, type);
  expect(back.map(core)).toEqual(expected);
  for (const [index, item] of back.entries()) {
    for (const words of ['36件', '𠀀𠀁😀全年办理案件41件'].slice(index, index + 1)) {
      expect(String(item.note)).toContain(words);
    }
  }
});

test.each([
  ['RIS', risOf, '@ris/file'],
  ['BibTeX', bibtexOf, '@biblatex/text'],
])('%s keeps a title whatever signs it holds', (_, write, type) => {
  const [report] = bundle.reports;
  if (!report) throw new Error('the sample is empty');
  const sign = fc.constantFrom(...'法治𠮷😀{}\\&%$#_^~@"\'`-<>[]()|=+*/:;,.!?1aZ '.split(/(?:)/u));
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 20 }), (signs) => {
      const title = `题${signs.join('').replace(/ +/g, ' ')}末`;
      const one = { ...bundle, reports: [{ ...report, facts: { ...report.facts, title } }] };
      expect(read(write(one), type).map((item) => item.title)).toEqual([title]);
    }),
    { examples: [[["'", "'"]], [['-', '-', '-']], [['`', '`']]], numRuns: 200 },
  );
});
