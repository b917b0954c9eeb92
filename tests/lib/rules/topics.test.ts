import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { analyse } from '../../../lib/analysis/analyse.ts';
import { ruleset } from '../../../lib/rules/zh/index.ts';
import { withTopics } from '../../../lib/rules/zh/topics.ts';
import { reportTextOf } from '../../../lib/text/plain-text.ts';
import topics from '../../../seeds/topics.json' with { type: 'json' };
import labels from '../../corpus/topics.json' with { type: 'json' };

const REPORTS = new URL('../../../../shared/eval/reports/', import.meta.url);
const rules = withTopics(ruleset, topics);

if (!existsSync(REPORTS))
  console.warn('!! ../shared/eval/reports is missing: the topic labels are not checked');

it.skipIf(!existsSync(REPORTS))('assigns at least 85 of 100 labelled sentences their topic', () => {
  const right = labels.filter(({ report, start, topic }) => {
    const text = reportTextOf(readFileSync(new URL(`${report}.txt`, REPORTS), 'utf8'));
    const sentence = analyse(text, rules).sentences.find((s) => s.start <= start && s.end > start);
    return sentence?.topic === topic;
  });
  expect(labels.length).toBeGreaterThanOrEqual(100);
  expect(right.length / labels.length).toBeGreaterThanOrEqual(0.85);
});

it('gives no topic without a list, nor to sentences that say nothing', () => {
  const report = reportTextOf('一、工作情况\n开展普法宣传12场。\n各位代表！');
  expect(analyse(report, ruleset).sentences.map(({ topic }) => topic)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(analyse(report, rules).sentences.map(({ topic }) => topic)).toEqual([
    undefined,
    'publicity',
    undefined,
  ]);
});

it('takes the reader’s own list', () => {
  const own = withTopics(ruleset, [{ id: 'mine', words: ['宣传'] }]);
  expect(analyse(reportTextOf('一、工作情况\n开展普法宣传12场。'), own).sentences[1]?.topic).toBe('mine');
});
