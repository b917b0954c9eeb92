import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { CoverageGrid, type Covered } from '../../../components/library/coverage-grid.tsx';
import { zh } from '../../../lib/messages/zh.ts';
import type { ShelfEntry } from '../../../lib/model/library.ts';

const host = document.createElement('div');
document.body.append(host);
afterEach(() => render(null, host));

const report = (id: string, issuer: string, year: number, address: string): ShelfEntry => ({
  id,
  ...{ address, url: address, created: '', projectIds: [] },
  facts: {
    ...{ title: null, kind: null, issuer, level: null, year, published: null },
    region: { province: null, city: null, county: null },
  },
});
const REPORTS = [
  report('a', '甲局', 2023, 'http://gaj.test.gov.cn/a.html'),
  report('b', '甲局', 2024, 'file:///b.html'),
  report('c', '乙局', 2023, 'file:///c.html'),
  report('d', '乙局', 2024, 'file:///d.html'),
];
const CELLS = REPORTS.map(
  ({ id, facts }): Covered => ({
    reportId: id,
    row: facts.issuer ?? '',
    place: facts.issuer,
    year: facts.year,
    missing: [],
    isLate: null,
    opening: { start: 0, end: Number.parseInt(id, 36) },
  }),
);

function drawn(covered = CELLS) {
  const onOpen = vi.fn();
  render(<CoverageGrid words={zh} reports={REPORTS} cells={covered} onOpen={onOpen} />, host);
  return onOpen;
}
const cells = () => [...host.querySelectorAll<HTMLElement>('.covered')];

/** Where the arrow keys lead, one after the other, from the first. */
function walked(...keys: string[]) {
  cells()[0]?.focus();
  return keys.map((key) => {
    const options = { key: `Arrow${key}`, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', options));
    return cells().indexOf(document.activeElement as HTMLElement);
  });
}

test('arrow keys go from cell to cell, those of reports from files, too', () => {
  drawn();
  expect(walked('Right', 'Down', 'Left', 'Up')).toEqual([1, 3, 2, 0]);
});

test('of several reports in one cell arrow keys reach each', () => {
  // two of 2023 in each row: they stand as 甲 2023 (0, 1), 甲 2024 (2), 乙 2023 (3, 4), 乙 2024 (5)
  const twice = CELLS.flatMap((cell) =>
    cell.year === 2023 ? [cell, { ...cell, reportId: `${cell.reportId}2` }] : [cell],
  );
  drawn(twice);
  expect(walked('Down', 'Down', 'Down', 'Right', 'Up', 'Left', 'Down', 'Down', 'Up')).toEqual([
    1, 3, 4, 5, 2, 0, 1, 3, 1,
  ]);
});

test('each cell opens its report where it begins', () => {
  const onOpen = drawn();
  for (const cell of cells()) cell.click();
  const opened = onOpen.mock.calls.map(([{ reportId, opening }]) => [reportId, opening.end]);
  expect(opened.toSorted()).toEqual([
    ['a', 10],
    ['b', 11],
    ['c', 12],
    ['d', 13],
  ]);
});
