import { describe, expect, test } from 'vitest';
import { coverageOf, DUE, missingParts } from '../../../lib/compare/coverage.ts';
import type { ReportFacts } from '../../../lib/model/report.ts';
import { comparedSample } from '../../fixtures/compared.ts';

const REPORT = comparedSample('trs-linzhu-gaj-2023');
const published = (day: string | null) => ({ ...REPORT, facts: { ...REPORT.facts, published: day } });

describe('what is collected, and what is missing in it', () => {
  test('a report with all prescribed parts lacks none', () => {
    expect(missingParts(REPORT)).toEqual([]);
  });

  test('a report opens with its first sentence, else with its first line', () => {
    const opening = (report: typeof REPORT) =>
      coverageOf([report], DUE).map(({ opening: { start, end } }) => report.text.slice(start, end));
    const [first] = REPORT.sentences;
    expect(opening(REPORT)).toEqual([REPORT.text.slice(first?.start, first?.end)]);
    expect(opening({ ...REPORT, text: '年度报告\n目录', sentences: [] })).toEqual(['年度报告']);
  });

  test('a part of which nothing is left is missing, and no other', () => {
    const without = {
      ...REPORT,
      outline: REPORT.outline.filter(({ role }) => role !== 'leadership_duty'),
      sentences: REPORT.sentences.filter(({ role }) => role !== 'leadership_duty'),
    };
    expect(missingParts(without)).toEqual(['leadership_duty']);
  });

  const ROWS: [string | null, boolean | null][] = [
    ['2024-03-31', false],
    ['2024-04-01', true],
    ['2025-01-02', true],
    [null, null],
  ];
  for (const [day, isLate] of ROWS) {
    test(`published ${day ?? 'on a day not known'}: late ${isLate}`, () =>
      expect(coverageOf([published(day)], DUE)).toMatchObject([
        { place: '临渚市公安局', year: 2023, isLate },
      ]));
  }

  test('nothing is prescribed for other kinds, and of a report whose year isn’t known that is said', () => {
    const other = {
      ...REPORT,
      facts: { ...REPORT.facts, kind: '统计公报' as const },
      outline: [],
      sentences: [],
    };
    expect(coverageOf([other], DUE)).toMatchObject([{ missing: [], isLate: null }]);
    expect(coverageOf([{ ...REPORT, facts: { ...REPORT.facts, year: null } }], DUE)).toMatchObject([
      { place: '临渚市公安局', year: null, isLate: null },
    ]);
  });

  const NOWHERE: ReportFacts['region'] = { province: null, city: null, county: null };
  const at = (id: string, issuer: string | null, region: Partial<typeof NOWHERE>) => ({
    ...REPORT,
    id,
    facts: { ...REPORT.facts, issuer, region: { ...NOWHERE, ...region } },
  });

  test('reports of which neither body nor place is known share no row, those of a body do', () => {
    const reports = [at('a', null, {}), at('b', null, {}), at('c', '甲局', {}), at('d', '甲局', {})];
    const cells = coverageOf(reports, DUE);
    expect(cells.map(({ place }) => place)).toEqual([null, null, '甲局', '甲局']);
    const rows = cells.map(({ row }) => row);
    expect(rows[0]).not.toBe(rows[1]);
    expect(rows[2]).toBe(rows[3]);
  });

  test('counties of one name in two cities are two places', () => {
    const reports = [
      at('a', null, { city: '东江市', county: '城关区' }),
      at('b', null, { city: '西河市', county: '城关区' }),
    ];
    expect(new Set(coverageOf(reports, DUE).map(({ row }) => row)).size).toBe(2);
  });
});
