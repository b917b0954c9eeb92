import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse, type Trace } from '../../../lib/analysis/analyse.ts';
import { ruleset } from '../../../lib/rules/zh/index.ts';
import { reportTextOf } from '../../../lib/text/plain-text.ts';

const FOLDER = new URL('../../corpus/rules/', import.meta.url);
const PARTS: Readonly<Record<string, string>> = {
  intro: '',
  measures: '一、主要工作情况\n',
  shortcomings: '一、主要工作情况\n落实各项任务。\n二、存在的问题和原因\n',
  plans: '一、主要工作情况\n落实各项任务。\n二、下一步工作安排\n',
  leadership_duty: '一、主要负责人履行推进法治建设第一责任人职责情况\n',
  other: '一、其他需要报告的事项\n',
};

interface Row {
  text: string;
  /** Sentence rules: the part of the report the text stands in. */
  part?: string;
  /** Figure rules: the figure's own words and value. */
  figure?: string;
  value?: number;
  /** Rules that drop numbers: the number. */
  number?: string;
}

interface Corpus {
  positives: Row[];
  negatives: Row[];
}

/** What was kept, as `rule: words`, or with a value for figures. */
function kept({ text, part }: Row): string[] {
  const trace: Trace = [];
  const before =
    part === undefined && /^[一二三四五六七八九十（(\d]/.test(text) ? '' : (PARTS[part ?? 'measures'] ?? '');
  const after = part === 'intro' ? '\n一、主要工作情况\n落实各项任务。' : '';
  const report = reportTextOf(before + text + after);
  const analysis = analyse(report, ruleset, trace);
  const words = (span: { start: number; end: number }): string => report.text.slice(span.start, span.end);
  return [
    ...analysis.figures.map((f) => `${f.ruleId}: ${words(f)} = ${f.value}`),
    ...trace
      .filter((e) => e.outcome === 'kept' && e.start >= before.length)
      .map((e) => `${e.ruleId}: ${words(e)}`),
  ];
}

const rules = [...ruleset.figures, ...ruleset.sentences];

it('has a file for each rule of the list and no other', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(rules.map((rule) => `${rule.id}.json`).sort());
});

describe.each(rules.map((rule) => rule.id))('%s', (id) => {
  const corpus = JSON.parse(readFileSync(new URL(`${id}.json`, FOLDER), 'utf8')) as Corpus;

  it('has at least three positives and two negatives', () => {
    expect(corpus.positives.length).toBeGreaterThanOrEqual(3);
    expect(corpus.negatives.length).toBeGreaterThanOrEqual(2);
  });

  it.each(corpus.positives)('$text', (row) => {
    if (row.figure !== undefined) expect(kept(row)).toContain(`${id}: ${row.figure} = ${row.value}`);
    else expect(kept(row)).toContainEqual(expect.stringMatching(new RegExp(`^${id}: .*${row.number ?? ''}`)));
  });

  it.each(corpus.negatives)('not $text', (row) => {
    expect(kept(row).filter((line) => line.startsWith(`${id}: `))).toEqual([]);
  });
});
