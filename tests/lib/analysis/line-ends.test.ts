import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, type Trace } from '../../../lib/analysis/analyse.ts';
import { findingsOf } from '../../../lib/analysis/findings.ts';
import type { Analysis } from '../../../lib/model/mention.ts';
import type { Span } from '../../../lib/model/span.ts';
import type { Block, ReportText } from '../../../lib/model/text.ts';
import { ruleset } from '../../../lib/rules/zh/index.ts';
import { leadPhrase } from '../../../lib/rules/zh/lead-phrase.ts';
import { withTopics } from '../../../lib/rules/zh/topics.ts';
import topics from '../../../seeds/topics.json' with { type: 'json' };
import { report } from './random-reports.ts';

const rules = withTopics(ruleset, topics);
const LINE_ENDS = ['\n', '\r\n', '\r', '\n　　', ' \n\t', '　\n\n  ', '\n\n— 3 —\n\n\f', '\n- 12 -\n'];

/** The lines of a text as blocks, whatever their lengths. */
function linesOf(text: string): ReportText {
  const blocks = [...text.matchAll(/\S(?:[^\n]*\S)?/g)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }));
  return { text, blocks };
}

interface Wrapped extends ReportText {
  /** For each character that was there before, its place before; of a line end: `undefined`. */
  before: (number | undefined)[];
}

/** The same text with line ends at some places within its blocks; `isKnown`: they are told as breaks. */
function wrapped(
  { text, blocks }: ReportText,
  places: ReadonlyMap<number, string>,
  isKnown: boolean,
): Wrapped {
  const whole: Wrapped = { text: '', blocks: [], before: [] };
  const take = (from: number, to: number): void => {
    for (let at = from; at < to; at++) whole.before.push(at);
    whole.text += text.slice(from, to);
  };
  let reached = 0;
  for (const { start, end } of blocks) {
    take(reached, start);
    const block: Block = { start: whole.text.length, end: 0 };
    const breaks: Span[] = [];
    take(start, start + 1);
    for (let at = start + 1; at < end; at++) {
      const lineEnd = places.get(at);
      if (lineEnd !== undefined && mayBreak(text, at)) {
        breaks.push({ start: whole.text.length, end: whole.text.length + lineEnd.length });
        whole.before.push(...Array.from(lineEnd, () => undefined));
        whole.text += lineEnd;
      }
      take(at, at + 1);
    }
    block.end = whole.text.length;
    if (isKnown && breaks.length > 0) block.breaks = breaks;
    whole.blocks.push(block);
    reached = end;
  }
  take(reached, text.length);
  return whole;
}

/** Not where white space stands already, nor in a Latin word, where a line end is a space. */
function mayBreak(text: string, at: number): boolean {
  const around = text.slice(at - 1, at + 1);
  return !/[\s\u00ad\u200b-\u200d\u2060\ufeff]|[A-Za-z\u00c0-\u024f]{2}/.test(around);
}

const spanBackTo =
  ({ before }: Wrapped) =>
  <T extends Span>(found: T): T => ({
    ...found,
    start: before[found.start],
    end: (before[found.end - 1] ?? Number.NaN) + 1,
  });

function backTo(typed: Wrapped) {
  const { before } = typed;
  const span = spanBackTo(typed);
  return ({ outline, sentences, figures, documents, documentNumbers, causes }: Analysis): Analysis => ({
    outline: outline.map((section) => ({
      ...span(section),
      bodyEnd: (before[section.bodyEnd - 1] ?? Number.NaN) + 1,
    })),
    sentences: sentences.map(span),
    figures: figures.map(span),
    documents: documents.map(span),
    documentNumbers: documentNumbers.map(span),
    causes: causes.map(span),
  });
}

const places = fc
  .array(fc.tuple(fc.nat(300), fc.constantFrom(...LINE_ENDS)), { maxLength: 40 })
  .map((pairs) => new Map(pairs));
const hasPageNumber = (text: string): boolean => /[-—]\d+[-—]/.test(text);

describe('a text that was typed line by line', () => {
  it('is read as if its paragraphs stood on one line each', () => {
    fc.assert(
      fc.property(report, places, fc.boolean(), (text, at, isKnown) => {
        fc.pre(!hasPageNumber(text));
        const plain = linesOf(text.replaceAll('\r', ''));
        const typed = wrapped(plain, at, isKnown);
        const found = analyse(typed, rules);
        expect(backTo(typed)(found)).toEqual(analyse(plain, rules));
        const marks = (own: ReportText, analysis: Analysis) =>
          findingsOf(own.text, analysis, leadPhrase, () => '').map(({ category, mark }) => ({
            category,
            ...mark,
          }));
        expect(marks(typed, found).map(spanBackTo(typed))).toEqual(marks(plain, analyse(plain, rules)));
      }),
      { numRuns: 1500 },
    );
  });
});

describe('words over a line end', () => {
  const CASES: [typed: string, figures: [words: string, value: number, unit: string | null][]][] = [
    ['全年共办结行政案件642\n家次。', [['642\n家次', 642, '家次']]],
    ['全年办理案件12\n345件。', [['12\n345件', 12345, '件']]],
    ['全年办理案件超\r\n　　过86件。', [['超\r\n　　过86件', 86, '件']]],
    [
      '办结率达98.\n5%，同比提高1.2个百\n分点。',
      [
        ['98.\n5%', 98.5, '%'],
        ['1.2个百\n分点', 1.2, '个百分点'],
      ],
    ],
    ['全年办理案件12\n\n- 3 -\n\n\f345件。', [['12\n\n- 3 -\n\n\f345件', 12345, '件']]],
    ['依照Water \nLaw办理案件7\n件。', [['7\n件', 7, '件']]],
  ];
  it.each(CASES)('%j', (text, expected) => {
    const { figures } = analyse({ text, blocks: [{ start: 0, end: text.length }] }, rules);
    expect(figures.map(({ start, end, value, unit }) => [text.slice(start, end), value, unit])).toEqual(
      expected,
    );
  });

  it('a document, its number, a heading and a shortcoming', () => {
    const text =
      '一、存在的\n不足。落实《云岫县节水\n办法》（云政办〔20\n21〕5号）有差距，执法力量\n仍然不足。';
    const found = analyse({ text, blocks: [{ start: 0, end: text.length }] }, rules);
    const words = (spans: readonly Span[]) => spans.map(({ start, end }) => text.slice(start, end));
    expect(found.outline.map(({ title, role }) => [title, role])).toEqual([['存在的不足', 'shortcomings']]);
    expect(found.documents.map(({ title }) => title)).toEqual(['云岫县节水办法']);
    expect(words(found.documentNumbers)).toEqual(['云政办〔20\n21〕5号']);
    expect(words(found.sentences.filter(({ category }) => category === 'shortcoming'))).toEqual([
      '落实《云岫县节水\n办法》（云政办〔20\n21〕5号）有差距，执法力量\n仍然不足。',
    ]);
  });

  it('the trace of the rules has the same places', () => {
    const text = '全年办理案件12\n345件。';
    const trace: Trace = [];
    analyse({ text, blocks: [{ start: 0, end: text.length }] }, rules, trace);
    expect(trace.map(({ start, end }) => text.slice(start, end))).toContain('12\n345件');
  });
});
