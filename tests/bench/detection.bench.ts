import { existsSync, readFileSync } from 'node:fs';
import { analyse } from '../../lib/analysis/analyse.ts';
import { detect } from '../../lib/analysis/detect.ts';
import { detectionRules } from '../../lib/rules/zh/detection.ts';
import { ruleset } from '../../lib/rules/zh/index.ts';
import { withTopics } from '../../lib/rules/zh/topics.ts';
import { cluesOf, reportTextOf } from '../../lib/text/plain-text.ts';
import topics from '../../seeds/topics.json' with { type: 'json' };
import own from '../corpus/detection.json' with { type: 'json' };
import labels from '../corpus/topics.json' with { type: 'json' };

const EVAL = new URL('../../../shared/eval/', import.meta.url);

/** Where a sample of one's own stands, unless it says. */
const OFFICIAL = 'http://www.qinglan.gov.cn/zwgk/202503/t20250312_118.html';

interface Found {
  firstLine: string;
  cues: string[];
  url: string;
  isReport: boolean;
}

interface Sample {
  title: string;
  text: string;
  url: string | null;
  isReport: boolean;
}

/** How well reports are told from what looks like them, and how often a labelled sentence gets its topic. */
export async function bench(): Promise<void> {
  const rows = [
    row(
      'own corpus',
      (own as Omit<Sample, 'url'>[]).map((sample) => ({ url: OFFICIAL, ...sample })),
    ),
  ];
  if (existsSync(EVAL)) rows.push(row('addresses found by searching (title and cues only)', found()));
  else console.warn('!! ../shared/eval is missing: only the own corpus is measured');
  console.table(rows);
  if (existsSync(EVAL)) printTopics();
}

function found(): Sample[] {
  const samples = JSON.parse(readFileSync(new URL('detect-dev.json', EVAL), 'utf8')) as Found[];
  return samples.map(({ firstLine, cues, url, isReport }) => {
    const line = firstLine.replace(/^\(no title\)\s*/, '');
    return { title: line === firstLine ? line : '', text: [line, ...cues].join('\n'), url, isReport };
  });
}

function row(name: string, samples: readonly Sample[]) {
  const count = { right: 0, falseAlarms: 0, missed: 0, trueReports: 0 };
  for (const { title, text, url, isReport } of samples) {
    const report = reportTextOf(text);
    const clues = { ...cluesOf(report, url), heading: title, textLength: Math.max(text.length, 800) };
    const said = detect(clues, detectionRules, report).isReport;
    if (said === isReport) count.right++;
    else if (said) count.falseAlarms++;
    else count.missed++;
    if (isReport) count.trueReports++;
  }
  const kept = count.trueReports - count.missed;
  return {
    name,
    pages: samples.length,
    'false alarms': count.falseAlarms,
    missed: count.missed,
    precision: Number((kept / (kept + count.falseAlarms || 1)).toFixed(3)),
    recall: Number((kept / (count.trueReports || 1)).toFixed(3)),
  };
}

function printTopics(): void {
  const rules = withTopics(ruleset, topics);
  let right = 0;
  for (const name of new Set(labels.map(({ report }) => report))) {
    const text = reportTextOf(readFileSync(new URL(`reports/${name}.txt`, EVAL), 'utf8'));
    const { sentences } = analyse(text, rules);
    for (const { start, topic } of labels.filter(({ report }) => report === name)) {
      if (sentences.find((s) => s.start <= start && s.end > start)?.topic === topic) right++;
    }
  }
  console.log(
    `topics: ${right} of ${labels.length} labelled sentences right, ${(right / labels.length).toFixed(3)} (bar: 0.85)`,
  );
}
