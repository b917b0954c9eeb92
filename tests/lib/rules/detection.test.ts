import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detect } from '../../../lib/analysis/detect.ts';
import type { Clues } from '../../../lib/model/clues.ts';
import { detectionRules } from '../../../lib/rules/zh/detection.ts';
import { cluesOf, reportTextOf } from '../../../lib/text/plain-text.ts';

interface Row {
  title: string;
  text: string;
  isReport: boolean;
  /** Where it stands; an office's site unless said. */
  url?: string;
  kind?: string;
  issuer?: string | null;
  level?: string;
  year?: number;
  published?: string;
  region?: { province: string | null; city: string | null; county: string | null };
}

const CORPUS = new URL('../../corpus/detection.json', import.meta.url);
const rows = JSON.parse(readFileSync(CORPUS, 'utf8')) as Row[];
const OFFICIAL = 'http://www.qinglan.gov.cn/zwgk/202503/t20250312_118.html';

function cluesFor(row: Row, url: string | null): Clues {
  return { ...cluesOf(reportTextOf(row.text), url), heading: row.title, textLength: 3000 };
}

describe('is it a report?', () => {
  it.each(rows)('$isReport: $title $text', (row) => {
    expect(detect(cluesFor(row, row.url ?? OFFICIAL), detectionRules).isReport).toBe(row.isReport);
  });
});

describe('facts', () => {
  it.each(rows.filter((row) => row.isReport))('$title', (row) => {
    const { facts } = detect(cluesFor(row, row.url ?? OFFICIAL), detectionRules, reportTextOf(row.text));
    const { kind, issuer, level, year, region, published } = facts;
    expect({ kind, issuer, level, year, region, published }).toMatchObject(
      Object.fromEntries(
        (['kind', 'issuer', 'level', 'year', 'region', 'published'] as const)
          .filter((k) => row[k] !== undefined)
          .map((k) => [k, row[k]]),
      ),
    );
  });
});

describe('the host', () => {
  const report = rows[0] as Row;
  const seenAt = (url: string | null) =>
    detect(cluesFor(report, url), detectionRules, reportTextOf(report.text));

  it.each([
    'http://www.qinglan.gov.cn/a.html',
    'http://zwgk.qinglan.gov.cn:8081/a.html',
    'https://big5.www.gov.cn/gate/big5/www.gov.cn/a.htm',
  ])('vouches: %s', (url) => {
    const { evidence, confidence } = seenAt(url);
    expect(evidence).toContainEqual(expect.objectContaining({ clue: 'official-host' }));
    expect(confidence).toBeGreaterThan(0.5);
  });

  it.each([
    'http://qinglan.gov.cn.example.com/a.html',
    'http://www.wenku-example.com/www.qinglan.gov.cn/a.html',
    'http://evil-gov.cn/a.html',
    'http://user@example.com/?x=.gov.cn',
  ])('does not vouch: %s', (url) => {
    const { isReport, evidence, confidence } = seenAt(url);
    expect(isReport).toBe(true);
    expect(evidence).toContainEqual(expect.objectContaining({ clue: 'unofficial-host' }));
    expect(confidence).toBeLessThan(0.5);
  });

  it('is neither for nor against when the address is not known', () => {
    const clues = seenAt(null).evidence.map(({ clue }) => clue);
    expect(clues).not.toContain('unofficial-host');
    expect(clues).not.toContain('official-host');
  });
});
