import { arrowOf } from '../../components/library/chart.ts';
import type { ShownRow } from '../../components/library/indicator-row.tsx';
import type { ShownFigure } from '../../components/library/indicator-table.tsx';
import { reportLabel } from '../../components/library/report-label.ts';
import { type CommonUnit, commonUnit, valueIn } from '../../lib/compare/normal.ts';
import type { IndicatorCell } from '../../lib/model/comparison.ts';
import type { ShelfEntry } from '../../lib/model/library.ts';
import type { Words } from '../../lib/model/words.ts';

const NUMBER = new Intl.NumberFormat('zh', { useGrouping: false, maximumFractionDigits: 10 });

/** The figure with its hedge and unit: as it is written, or in the unit that its row is shown in. */
function shownIn(cell: IndicatorCell, common: CommonUnit | null, words: Words): ShownFigure {
  const { figure, written } = cell;
  if (common === null && !figure.isCorrected) return { words: written, written: null };
  const own = common ?? { scale: '' as const, factor: 1, unit: figure.unit };
  const range = valueIn(cell, own)
    .map((value) => NUMBER.format(value))
    .join('–');
  // a number that the reader gave is as exact as it is given
  const { approx } = figure;
  const hedge = figure.isCorrected || approx === 'exact' ? '' : words.compare.hedges[approx];
  const shown = `${hedge}${range}${own.scale}${own.unit ?? ''}`;
  return { words: shown, written: shown === written ? null : written };
}

/** A figure by itself: which way it went, and how much it is, as it is written or as the reader corrected it. */
export function shownAlone(cell: IndicatorCell, words: Words): string {
  return `${arrowOf(cell)}${shownIn(cell, null, words).words}`;
}

/** What the figures of a row are shown in, found once. */
const commonUnits = new WeakMap<ShownRow, { common: CommonUnit | null }>();

/** A figure of a row as the table shows it. */
export function shownFigure(row: ShownRow, cell: IndicatorCell, words: Words): ShownFigure {
  const known = commonUnits.get(row) ?? { common: commonUnit(row) };
  commonUnits.set(row, known);
  return shownIn(cell, known.common, words);
}

/** The table as it is shown, cell by cell, the headings first: what is copied and exported. */
export function shownTable(
  rows: readonly ShownRow[],
  reports: readonly ShelfEntry[],
  words: Words,
): string[][] {
  const head = [words.compare.indicator, ...reports.map((report) => reportLabel(report, words))];
  return [
    head,
    ...rows.map((row) => {
      const cells = new Map(row.cells.map((cell) => [cell.reportId, cell]));
      return [
        row.label,
        ...reports.map(({ id }) => {
          const cell = cells.get(id);
          if (!cell) return '';
          return `${arrowOf(cell)}${shownFigure(row, cell, words).words}`;
        }),
      ];
    }),
  ];
}
