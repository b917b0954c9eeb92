import { parseHTML } from 'linkedom';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { alignIndicators } from '../../../lib/compare/indicators.ts';
import { passageAt } from '../../../lib/compare/passage-at.ts';
import { bundleOf } from '../../../lib/export/bundle.ts';
import { csvOf } from '../../../lib/export/csv.ts';
import { htmlOf } from '../../../lib/export/html.ts';
import { markdownOf } from '../../../lib/export/markdown.ts';
import { allRowsOf } from '../../../lib/export/note-rows.ts';
import { notesTable } from '../../../lib/export/notes-csv.ts';
import { zh } from '../../../lib/messages/zh.ts';
import { reportTextOf } from '../../../lib/text/plain-text.ts';
import { captureOf, passageAt as passageIn } from '../../fixtures/captures.ts';
import { comparedSample, comparedText } from '../../fixtures/compared.ts';
import { NOW, read } from '../../fixtures/libraries.ts';
import { byWidth, PARAGRAPHS } from '../../fixtures/typed.ts';

const PLAIN = PARAGRAPHS.join('\n');
const TYPED = PARAGRAPHS.map((paragraph) => `　　${byWidth(paragraph, 44).join('\n')}`).join('\n');
const QUOTE = '责令整改问题217个，立案查处水事违法案件36起';

/** A library of one report with a note on a passage. */
function bundleWith(text: string) {
  const at = [...text.matchAll(new RegExp([...QUOTE].join('\\s*'), 'g'))][0];
  if (!at) throw new Error('the passage is not in the text');
  const { address, ...content } = captureOf(text);
  const state = { id: 'state', reportId: 'report', retrievedAt: NOW.toISOString(), textHash: '0'.repeat(64) };
  const moment = NOW.toISOString();
  return bundleOf({
    collection: {
      reports: [
        {
          id: 'report',
          address,
          facts: content.detection.facts,
          projectIds: [],
          snapshotId: 'state',
          created: moment,
        },
      ],
      snapshots: [{ ...content, ...reportTextOf(text), ...state }],
      annotations: [
        {
          id: 'note',
          reportId: 'report',
          target: { snapshotId: 'state', ...passageIn(text, at.index, at.index + at[0].length) },
          body: { memo: '', codeIds: [] },
          motivation: 'highlighting',
          creator: { type: 'Person' },
          created: moment,
          modified: moment,
        },
      ],
      codes: [],
    },
    name: 'typed',
    now: NOW,
    read,
    place: () => 'found',
    topics: {},
  });
}

test('the case is one: words that are found stand over line ends', () => {
  const { figures } = comparedText('a', comparedSample('trs-linzhu-gaj-2023').facts, TYPED);
  expect(figures.filter(({ start, end }) => TYPED.slice(start, end).includes('\n')).length).toBeGreaterThan(
    1,
  );
  expect(bundleWith(TYPED).reports[0]?.states[0]?.notes[0]?.annotation.target.quote.exact).toContain('\n');
});

describe('a report that was typed line by line is shown like one that was not', () => {
  test('in a table and a reading note', () => {
    const shown = (text: string) => {
      const bundle = bundleWith(text);
      const csv = csvOf(notesTable(allRowsOf(bundle), zh));
      const { data } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true });
      const [report] = bundle.reports;
      if (!report) throw new Error('no report');
      return {
        quotes: data.map((row) => row[zh.columns.quote]),
        note: markdownOf(report, bundle, zh).replace(/^.*(?:textHash|offset).*$/gm, ''),
      };
    };
    expect(shown(TYPED)).toEqual(shown(PLAIN));
    expect(shown(TYPED).quotes).toContain(QUOTE);
  });

  test('in a page', () => {
    const shown = (text: string) => {
      const { document } = parseHTML(htmlOf(bundleWith(text), zh));
      const words = (selector: string) =>
        [...document.querySelectorAll(selector)].map(({ textContent }) => textContent?.trim());
      return [words('.text p'), words('blockquote')];
    };
    expect(shown(TYPED)).toEqual(shown(PLAIN));
  });

  test('beside another report, and in its sentence', () => {
    const { facts } = comparedSample('trs-linzhu-gaj-2023');
    const reports = [TYPED, PLAIN].map((text, at) =>
      comparedText(`${at}`, { ...facts, year: 2023 + at }, text),
    );
    const [typed, plain] = reports;
    if (!typed || !plain) throw new Error('no reports');
    const rows = alignIndicators(reports);
    const pairs = rows.filter(({ cells }) => cells.length > 1);
    expect(pairs.length).toBeGreaterThan(10);
    for (const { cells } of pairs) expect(cells[0]?.written).toBe(cells[1]?.written);
    const around = (report: typeof typed) =>
      report.figures.map((figure) => {
        const { before, words, after } = passageAt(report, figure);
        return [before, words, after];
      });
    expect(around(typed)).toEqual(around(plain));
  });
});
