import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { bundleOf, readNothing } from '../../../lib/export/bundle.ts';
import { escaped, htmlOf } from '../../../lib/export/html.ts';
import { zh } from '../../../lib/messages/zh.ts';
import { libraries, NOW, sampleBundle } from '../../fixtures/libraries.ts';

const bundle = await sampleBundle();
const { document } = parseHTML(htmlOf(bundle, zh));

describe('the page', () => {
  test('holds each text whole, its marks around the words they stand for', () => {
    const texts = bundle.reports.flatMap(({ states }) => states.map(({ snapshot }) => snapshot));
    for (const [index, element] of [...document.querySelectorAll('.text')].entries()) {
      const clone = element.cloneNode(true) as Element;
      for (const number of clone.querySelectorAll('sup')) number.remove();
      const { text = '', blocks = [] } = texts[index] ?? {};
      expect([...clone.querySelectorAll('p')].map((block) => block.textContent)).toEqual(
        blocks.map(({ start, end }) => text.slice(start, end)),
      );
    }
    const notes = [...document.querySelectorAll('mark.note')].map((mark) => mark.textContent);
    expect(notes.join('|')).toContain('𠀀𠀁😀全年办理案件');
    expect(document.querySelectorAll('ol.notes li')).toHaveLength(6);
  });

  test('asks for nothing and runs nothing', () => {
    expect(
      document.querySelectorAll('script, img, link, iframe, object, embed, video, audio, base'),
    ).toHaveLength(0);
    expect(document.documentElement.outerHTML).not.toMatch(/\son\w+=|javascript:/i);
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain(
      "default-src 'none'",
    );
  });

  test('shows a table as a table', () => {
    const [report] = bundle.reports;
    const [state] = report?.states ?? [];
    if (!report || !state) throw new Error('the sample is empty');
    const words = ['前言', '指标', '件数', '案件', '36件', '结语'];
    const text = words.join('');
    let end = 0;
    const cells = [null, [0, 0], [0, 1], [1, 0], [1, 1], null];
    const blocks = words.map((word, index) => {
      const start = end;
      end += word.length;
      const [row = 0, column = 0] = cells[index] ?? [];
      return { start, end, ...(cells[index] === null ? {} : { cell: { table: 0, row, column } }) };
    });
    const snapshot = { ...state.snapshot, text, blocks };
    const states = [{ ...state, snapshot, notes: [], findings: [] }];
    const page = parseHTML(htmlOf({ ...bundle, reports: [{ ...report, states }] }, zh)).document;
    const rows = [...page.querySelectorAll('.text table tr')].map((row) =>
      [...row.querySelectorAll('td')].map((cell) => cell.textContent),
    );
    expect(rows).toEqual([
      ['指标', '件数'],
      ['案件', '36件'],
    ]);
    expect([...page.querySelectorAll('.text > p')].map((line) => line.textContent)).toEqual(['前言', '结语']);
  });

  test('no library at all brings markup of its own', () => {
    const plainTags = new Set(htmlOf(bundle, zh).match(/<[a-z]+\b/g));
    fc.assert(
      fc.property(libraries, (library) => {
        const place = () => 'lost' as const;
        const strange = bundleOf({
          collection: library,
          name: '<b>',
          now: NOW,
          read: readNothing,
          place,
          topics: {},
        });
        const tags = htmlOf(strange, zh).match(/<[a-z]+\b/g) ?? [];
        expect(tags.filter((tag) => !plainTags.has(tag))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

test.each([
  ['<script>', '&lt;script&gt;'],
  [`"'&`, '&quot;&#39;&amp;'],
  ['a\u0000b\ud800', 'a\ufffdb\ufffd'],
  ['𠮷', '𠮷'],
])('%j is written %j', (text, written) => {
  expect(escaped(text)).toBe(written);
});
