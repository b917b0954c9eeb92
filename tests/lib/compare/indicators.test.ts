import { describe, expect, test } from 'vitest';
import { alignIndicators, CERTAIN } from '../../../lib/compare/indicators.ts';
import pairs from '../../../seeds/pairs.json' with { type: 'json' };
import { comparedSample } from '../../fixtures/compared.ts';

describe.each(pairs.pairs)('indicators of $earlier and $later', ({ earlier, later, indicators }) => {
  const reports = [comparedSample(earlier), comparedSample(later)];
  const rows = alignIndicators(reports);
  const shared = rows.flatMap(({ cells: [a, b], certainty }) => (a && b ? [{ a, b, certainty }] : []));
  const isTrue = ({ a, b }: (typeof shared)[number]) =>
    indicators.some((each) => each.earlier.text === a.written && each.later.text === b.written);

  test('what is claimed as the same thing is the same thing', () => {
    const wrong = shared.filter((row) => row.certainty >= CERTAIN && !isTrue(row));
    expect(
      wrong.map(({ a, b }) => `${a.written} ${a.figure.indicator} ~ ${b.written} ${b.figure.indicator}`),
    ).toEqual([]);
  });

  test('nearly all of what a reader would put in one row is claimed or proposed', () => {
    expect(shared.filter(isTrue).length / indicators.length).toBeGreaterThan(0.7);
    expect(shared.filter((row) => !isTrue(row)).length).toBeLessThanOrEqual(4);
  });

  test('every figure that is no plan’s stands in exactly one row, and none is changed', () => {
    const cells = rows.flatMap((row) => row.cells);
    expect(new Set(cells.map(({ figure }) => figure)).size).toBe(cells.length);
    for (const { reportId, figure, written } of cells) {
      const report = reports.find(({ id }) => id === reportId);
      expect(report?.text.slice(figure.start, figure.end)).toBe(written);
      expect(report?.figures).toContain(figure);
    }
  });
});

test('no row holds two figures of one report, or figures of different kinds or units', () => {
  const reports = ['trs-linzhu-gaj-2023', 'ucap-linzhu-gaj-2024', 'plain-yanping-gaj-2024'].map(
    comparedSample,
  );
  for (const { cells, kind } of alignIndicators(reports)) {
    expect(new Set(cells.map(({ reportId }) => reportId)).size).toBe(cells.length);
    expect(cells.every(({ figure }) => figure.kind === kind)).toBe(true);
  }
});

test('each row has a key of its own, so that hiding, naming or merging one touches no other', () => {
  const names = ['trs-linzhu-gaj-2023', 'ucap-linzhu-gaj-2024', 'plain-yanping-gaj-2024'];
  const keys = alignIndicators(names.map(comparedSample)).map(({ key }) => key);
  expect(keys.filter((key, index) => keys.indexOf(key) < index)).toEqual([]);
});

test('bodies that are not known are not taken for one', () => {
  const joinedOf = (...issuers: (string | null)[]) => {
    const reports = ['trs-linzhu-gaj-2023', 'ucap-linzhu-gaj-2024'].map(comparedSample);
    const given = reports.map((report, index) => ({
      ...report,
      facts: { ...report.facts, issuer: issuers[index] ?? null },
    }));
    return alignIndicators(given).filter(({ cells }) => cells.length > 1).length;
  };
  expect(joinedOf('甲局', '甲局')).toBeGreaterThan(joinedOf('甲局', '乙局'));
  expect(joinedOf(null, null)).toBe(joinedOf('甲局', '乙局'));
});
