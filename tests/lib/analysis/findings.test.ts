import { expect, test } from 'vitest';
import { analyse } from '../../../lib/analysis/analyse.ts';
import { findingsOf } from '../../../lib/analysis/findings.ts';
import { ruleset } from '../../../lib/rules/zh/index.ts';
import { leadPhrase } from '../../../lib/rules/zh/lead-phrase.ts';
import { reportTextOf } from '../../../lib/text/plain-text.ts';

const REPORT = [
  '一、2024年法治政府建设主要举措和成效',
  '（一）严格规范执法。一是强化监督检查。全年开展案卷评查2次，评查案卷310件。组织执法培训4期。二是优化服务供给。推出便民措施12项。',
  '（二）深化普法宣传。围绕重点人群，举办法治讲座25场，发放资料3000余份。',
  '二、存在的不足和原因',
  '我局法治建设还存在一些差距：一是执法力量仍然薄弱。二是部分人员法治意识有待提高。',
].join('\n');

function findings(report = REPORT) {
  let count = 0;
  const reportText = reportTextOf(report);
  return findingsOf(reportText.text, analyse(reportText, ruleset), leadPhrase, () => `id-${count++}`);
}
const marked = (category: string) =>
  findings()
    .filter((finding) => finding.category === category)
    .map(({ mark }) => REPORT.slice(mark.start, mark.end));

test('each figure is a finding of its own', () => {
  expect(marked('figure')).toEqual(['2次', '310件', '4期', '12项', '25场', '3000余份']);
});

test('the sentences of a labelled item are one measure, marked by its label; others by their first clause of action', () => {
  expect(marked('measure')).toEqual(['一是强化监督检查。', '二是优化服务供给。', '举办法治讲座25场']);
});

test('the extent of a labelled item is the whole item', () => {
  const [first] = findings().filter(({ category }) => category === 'measure');
  expect(first?.quote).toBe('一是强化监督检查。全年开展案卷评查2次，评查案卷310件。组织执法培训4期。');
});

test('a shortcoming is marked as its whole sentence', () => {
  expect(marked('shortcoming')).toContain('二是部分人员法治意识有待提高。');
});

test('ids are distinct and findings come in the order of the text', () => {
  const all = findings();
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(all.map(({ start }) => start)).toEqual(all.map(({ start }) => start).toSorted((a, b) => a - b));
});

test('work reported under the label of a weakness is marked by itself, not by the label', () => {
  const report = [
    '一、存在的不足和原因',
    '一是执法监督效能仍需进一步强化。近年来先后出台执法规范36项，对执法问题开展专项督查。但监督手段仍不够多。',
  ].join('\n');
  const measures = findings(report).filter(({ category }) => category === 'measure');
  expect(measures.map(({ mark }) => report.slice(mark.start, mark.end))).not.toContain(
    '一是执法监督效能仍需进一步强化。',
  );
});
