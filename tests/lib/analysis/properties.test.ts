import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, analyseInSlices } from '../../../lib/analysis/analyse.ts';
import type { Analysis } from '../../../lib/model/mention.ts';
import type { Span } from '../../../lib/model/span.ts';
import { ruleset } from '../../../lib/rules/zh/index.ts';
import { withTopics } from '../../../lib/rules/zh/topics.ts';
import { reportTextOf } from '../../../lib/text/plain-text.ts';
import topics from '../../../seeds/topics.json' with { type: 'json' };

const rules = withTopics(ruleset, topics);
const read = (text: string): Analysis => analyse(reportTextOf(text), rules);

/** Pieces reports are made of, so that random texts meet the rules. */
const PIECES = [
  '一、',
  '（二）',
  '3.',
  '一是',
  '二是',
  '①',
  '。',
  '，',
  '；',
  '：',
  '、',
  '\n',
  ' ',
  '　',
  '“',
  '”',
  '《',
  '》',
  '〈',
  '〉',
  '（',
  '）',
  '12',
  '3.5',
  '1,289',
  '２０',
  '%',
  '％',
  '万',
  '亿',
  '余',
  '多',
  '件',
  '起',
  '名',
  '万元',
  '个百分点',
  '年',
  '月',
  '日',
  '2024年',
  '第',
  '前',
  '由',
  '从',
  '至',
  '到',
  '延长',
  '缩短',
  '同比',
  '增长',
  '下降',
  '超过',
  '近',
  '约',
  '不少于',
  '以上',
  '左右',
  '零',
  '无一起',
  '半',
  '首位',
  '三分之二',
  '百分之',
  '九成',
  '翻一番',
  '连续',
  '每万人',
  '每季度',
  '十',
  '百',
  '千',
  '两',
  '二十',
  '存在',
  '不足',
  '问题',
  '但',
  '仍需',
  '下一步',
  '将',
  '我局',
  '公安局',
  '办理',
  '案件',
  '开展',
  '法治',
  '宣传',
  '〔2021〕5号',
  '主要举措和成效',
  '存在的不足和原因',
  '工作安排',
  'a',
  '-',
  '—',
  '+',
  '·',
  '?',
  '!',
];
const piece = fc.constantFrom(...PIECES);
const report = fc
  .array(fc.oneof({ weight: 9, arbitrary: piece }, { weight: 1, arbitrary: fc.string() }), { maxLength: 60 })
  .map((parts) => parts.join(''));
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
