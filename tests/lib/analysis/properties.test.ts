import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, analyseInSlices } from '../../../lib/analysis/analyse.ts';
import type { Analysis } from '../../../lib/model/mention.ts';
import type { Span } from '../../../lib/model/span.ts';
import { ruleset } from '../../../lib/rules/zh/index.ts';
import { withTopics } from '../../../lib/rules/zh/topics.ts';
import { reportTextOf } from '../../../lib/text/plain-text.ts';
import topics from '../../../seeds/topics.json' with { type: 'json' };
import { report } from './random-reports.ts';

const rules = withTopics(ruleset, topics);
const read = (text: string): Analysis => analyse(reportTextOf(text), rules);

const any = fc.oneof(
  { weight: 3, arbitrary: report },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
);

function lists(analysis: Analysis): Span[][] {
  return [
    analysis.sentences,
    analysis.figures,
    analysis.documents,
    analysis.documentNumbers,
    analysis.causes,
  ];
}

const WIDE: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '(': '（',
  ')': '）',
  '?': '？',
  '!': '！',
  '%': '％',
};
const widen = (text: string): string => text.replace(/[,:;()?!%]/g, (c) => WIDE[c] ?? c);
const bare = (analysis: Analysis) => ({
  outline: analysis.outline.map(({ title, ...rest }) => rest),
  sentences: analysis.sentences,
  figures: analysis.figures.map(({ indicator, unit, ...rest }) => rest),
  documents: analysis.documents.map(({ start, end }) => ({ start, end })),
});

describe('any text', () => {
  it('is read without an error, spans in bounds, sorted and disjoint', () => {
    fc.assert(
      fc.property(any, (text) => {
        for (const list of lists(read(text))) {
          let end = 0;
          for (const span of list) {
            expect(span.start).toBeGreaterThanOrEqual(end);
            expect(span.end).toBeGreaterThan(span.start);
            end = span.end;
          }
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('has figures that hold a written number', () => {
    fc.assert(
      fc.property(any, (text) => {
        for (const { start, end } of read(text).figures) {
          expect(text.slice(start, end)).toMatch(/[0-9０-９零〇一二两三四五六七八九十百千万亿半首]/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same twice', () => {
    fc.assert(
      fc.property(any, (text) => {
        expect(read(text)).toEqual(read(text));
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same in slices', async () => {
    await fc.assert(
      fc.asyncProperty(any, async (text) => {
        let time = 0;
        const slicing = { now: () => time++, pause: () => Promise.resolve(), budget: 1 };
        expect(await analyseInSlices(reportTextOf(text), rules, slicing)).toEqual(read(text));
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same in full-width punctuation', () => {
    fc.assert(
      fc.property(any, (text) => {
        expect(bare(read(widen(text)))).toEqual(bare(read(text)));
      }),
      { numRuns: 400 },
    );
  });

  it('keeps its figures and documents when an unrelated paragraph follows', () => {
    fc.assert(
      fc.property(any, (text) => {
        const before = read(text);
        const after = read(`${text}\n全局上下团结一心。`);
        expect(after.figures.filter((f) => f.start < text.length)).toEqual(before.figures);
        expect(after.documents).toEqual(before.documents);
      }),
      { numRuns: 300 },
    );
  });
});

const HOSTILE: [string, string][] = [
  ['200,000 digits', '1'.repeat(200_000)],
  ['200,000 一是', '一是'.repeat(200_000)],
  ['200,000 open brackets', '（'.repeat(200_000)],
  ['200,000 open titles', '《'.repeat(200_000)],
  ['200,000 open quotation marks', '“'.repeat(200_000)],
  ['200,000 numerals', '十'.repeat(200_000)],
  ['one line of 1,000,000 characters', '全年办理案件12件，同比增长8.6%；'.repeat(50_000)],
  ['1,000,000 blanks', ' '.repeat(1_000_000)],
];

describe('hostile text ends soon', () => {
  it.each(HOSTILE)('%s', (_name, text) => {
    const began = performance.now();
    const analysis = read(text);
    expect(analysis.sentences.length).toBeLessThan(text.length);
    // generous for a busy machine: what must not happen is minutes
    expect(performance.now() - began).toBeLessThan(8000);
  });
});
