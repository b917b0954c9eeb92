import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { analyse, analyseInSlices } from '../../lib/analysis/analyse.ts';
import { ruleset } from '../../lib/rules/zh/index.ts';
import { withTopics } from '../../lib/rules/zh/topics.ts';
import { reportTextOf } from '../../lib/text/plain-text.ts';
import topics from '../../seeds/topics.json' with { type: 'json' };

const REPORTS = new URL('../../../shared/eval/reports/', import.meta.url);
const NAMES = ['000', '001', '004', 'gwr_dev'];
const rules = withTopics(ruleset, topics);

interface Suite {
  recognizeNumber(text: string, culture: string): unknown[];
}

/** How fast a whole analysis is: alone, beside a recogniser of numbers, in slices, and on hostile text. */
export async function bench(): Promise<void> {
  const text = sampleText();
  for (let i = 0; i < 6; i++) milliseconds(repeated(text, 100_000));
  speed(text);
  compare(text);
  await slices(text);
  hostile(text);
}

function sampleText(): string {
  if (existsSync(REPORTS)) {
    return NAMES.map((name) => readFileSync(new URL(`${name}.txt`, REPORTS), 'utf8')).join('\n');
  }
  console.warn('!! ../shared/eval/reports is missing: measured on one invented paragraph instead');
  return '一、主要工作情况\n（一）规范行政执法。评查案卷60宗，办结率98.5%，同比提高1.2个百分点。\n';
}

function repeated(text: string, length: number): string {
  return `${text}\n`.repeat(Math.ceil(length / (text.length + 1))).slice(0, length);
}

function milliseconds(text: string): number {
  const report = reportTextOf(text);
  const began = performance.now();
  analyse(report, rules);
  return performance.now() - began;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function speed(text: string): void {
  const rows = [10_000, 100_000, 1_000_000].map((length) => {
    const sample = repeated(text, length);
    const runs = Array.from({ length: length < 1_000_000 ? 25 : 7 }, () => milliseconds(sample));
    const time = median(runs);
    return {
      characters: length,
      'median ms': Number(time.toFixed(2)),
      'million characters a second': Number((length / time / 1000).toFixed(2)),
    };
  });
  console.table(rows);
  const [small, , large] = rows;
  if (small === undefined || large === undefined) return;
  const ratio = large['median ms'] / 100 / small['median ms'];
  console.log(`time per character at 1,000,000 is ${ratio.toFixed(2)} times that at 10,000 (bar: 1.3)`);
}

/** Same text, same process, runs by turns; the recogniser only looks for numbers, and slows down as texts grow. */
function compare(text: string): void {
  const suite = createRequire(import.meta.url)('@microsoft/recognizers-text-suite') as Suite;
  for (const length of [text.length, 5 * text.length]) {
    const sample = repeated(text, length);
    const ratios: number[] = [];
    for (let run = 0; run < 15; run++) {
      const began = performance.now();
      suite.recognizeNumber(sample, 'zh-cn');
      const theirs = performance.now() - began;
      if (run >= 5) ratios.push(theirs / milliseconds(sample));
      else milliseconds(sample);
    }
    console.log(
      `${sample.length} characters: whole analysis ${median(ratios).toFixed(1)} times faster than the recogniser's number pass (bar: 10)`,
    );
  }
}

async function slices(text: string): Promise<void> {
  const report = reportTextOf(repeated(text, 1_000_000));
  let began = performance.now();
  let longest = 0;
  const pause = async (): Promise<void> => {
    longest = Math.max(longest, performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 0));
    began = performance.now();
  };
  await analyseInSlices(report, rules, { now: () => performance.now(), pause, budget: 12 });
  longest = Math.max(longest, performance.now() - began);
  console.log(`longest slice on 1,000,000 characters: ${longest.toFixed(0)} ms (bar: 50)`);
}

function hostile(text: string): void {
  const texts: [string, string][] = [
    ['200,000 digits', '1'.repeat(200_000)],
    ['200,000 一是', '一是'.repeat(200_000)],
    ['200,000 open brackets', '（'.repeat(200_000)],
    ['200,000 open titles', '《'.repeat(200_000)],
    ['one line of 1,000,000 characters', repeated(text.replace(/\n/g, ''), 1_000_000)],
  ];
  for (const [name, sample] of texts)
    console.log(`${name}: ${milliseconds(sample).toFixed(0)} ms (bar: 1000)`);
}
