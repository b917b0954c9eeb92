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

function drawn() {
  const onOpen = vi.fn();
  render(<CoverageGrid words={zh} reports={REPORTS} cells={CELLS} onOpen={onOpen} />, host);
  return onOpen;
}
const cells = () => [...host.querySelectorAll<HTMLElement>('.covered')];

test('arrow keys go from cell to cell, those of reports from files, too', () => {
  drawn();
  cells()[0]?.focus();
  const places = ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'].map((key) => {
    const options = { key, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', options));
    return cells().indexOf(document.activeElement as HTMLElement);
  });
  expect(places).toEqual([1, 3, 2, 0]);
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
