import { describe, expect, test } from 'vitest';
import { coverageOf, DUE, missingParts } from '../../../lib/compare/coverage.ts';
import { comparedSample } from '../../fixtures/compared.ts';

const REPORT = comparedSample('trs-linzhu-gaj-2023');
const published = (day: string | null) => ({ ...REPORT, facts: { ...REPORT.facts, published: day } });

describe('what is collected, and what is missing in it', () => {
  test('a report with all prescribed parts lacks none', () => {
    expect(missingParts(REPORT)).toEqual([]);
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

  test('nothing is prescribed for other kinds, and a report without year has no cell', () => {
    const other = {
      ...REPORT,
      facts: { ...REPORT.facts, kind: '统计公报' as const },
      outline: [],
      sentences: [],
    };
    expect(coverageOf([other], DUE)).toMatchObject([{ missing: [], isLate: null }]);
    expect(coverageOf([{ ...REPORT, facts: { ...REPORT.facts, year: null } }], DUE)).toEqual([]);
  });
});
