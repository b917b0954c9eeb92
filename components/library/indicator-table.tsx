import { useMemo } from 'preact/hooks';
import type { Dated, IndicatorCell, RowOrder } from '../../lib/model/comparison.ts';
import type { ShelfEntry } from '../../lib/model/library.ts';
import type { Words } from '../../lib/model/words.ts';
import { arrowOf, linesOf } from './chart.ts';
import { Grid, type GridColumn } from './grid.tsx';
import { type RowActions, RowName, type ShownRow } from './indicator-row.tsx';
import { reportLabel } from './report-label.ts';
import { ReportName } from './report-name.tsx';
import { Sparkline } from './sparkline.tsx';

/** A figure as the table shows it. */
export interface ShownFigure {
  words: string;
  /** As the report writes it, where that is something else. */
  written: string | null;
}

interface IndicatorTableProps extends RowActions {
  words: Words;
  reports: ShelfEntry[];
  /** The same reports, as figures are placed in time by them. */
  dated: readonly Dated[];
  rows: readonly ShownRow[];
  /** How a figure is shown in its row. */
  shownOf(row: ShownRow, cell: IndicatorCell): ShownFigure;
  /** From this certainty on a row is claimed; below it is proposed. */
  certain: number;
  /** By what the rows were chosen and sorted. */
  arrangement: unknown;
  order: RowOrder;
  onOrder(order: RowOrder): void;
  onOpen(cell: IndicatorCell): void;
}

/** Widths in CSS pixels. */
const NAME = 260;
const TREND = 104;
const FIGURE = 136;

/**
 * Reports × indicators: each cell the figure with its hedge and unit; empty where none is stated. Of a row whose figures are
 * written in several units all are shown in one, with what is written below.
 */
export function IndicatorTable(props: IndicatorTableProps) {
  const { words, reports, dated, rows, shownOf, certain, order, onOrder, onOpen } = props;
  const { compare } = words;
  const byRow = useMemo(() => new WeakMap<ShownRow, Laid>(), [dated, words]);
  const laid = (row: ShownRow): Laid => {
    const known = byRow.get(row) ?? laidOut(row, dated, shownOf);
    byRow.set(row, known);
    return known;
  };
  const columns = useMemo(
    () => [
      { key: 'trend', head: compare.trend, width: TREND, kind: 'trend' },
      ...reports.map((report): GridColumn => {
        const label = reportLabel(report, words);
        const own = order.by === 'report' && order.reportId === report.id ? order.direction : undefined;
        const direction = own === 'descending' ? 'ascending' : 'descending';
        return {
          key: report.id,
          width: FIGURE,
          kind: 'number',
          ...(own && { sorted: own }),
          head: (
            <button
              type="button"
              class="sorter"
              title={compare.sortBy(label)}
              onClick={() => onOrder({ by: 'report', reportId: report.id, direction })}
            >
              <ReportName report={report} words={words} />
              {own && <span aria-hidden="true">{own === 'descending' ? ' ↓' : ' ↑'}</span>}
            </button>
          ),
        };
      }),
    ],
    [reports, words, order],
  );
  const rowAt = (at: number) => {
    const row = rows[at] as ShownRow;
    const isProposed = row.cells.length > 1 && row.certainty < certain;
    return {
      kind: row.isHidden ? 'hidden-row' : '',
      name: <RowName {...props} row={row} isProposed={isProposed} all={reports.length} />,
    };
  };
  const cellAt = (at: number, column: number) => {
    const row = rows[at] as ShownRow;
    const { cells, lines, said } = laid(row);
    if (column === 0) return <Sparkline lines={lines} label={compare.trendOf(row.label, said)} />;
    const cell = cells.get(reports[column - 1]?.id ?? '');
    return cell && <Figure words={words} cell={cell} shown={shownOf(row, cell)} onOpen={onOpen} />;
  };
  return (
    <Grid
      label={compare.indicators}
      kind="indicators"
      corner={compare.indicator}
      nameWidth={NAME}
      columns={columns}
      count={rows.length}
      arrangement={props.arrangement}
      data={rows}
      keyOf={(at) => rows[at]?.key ?? ''}
      rowAt={rowAt}
      cellAt={cellAt}
    />
  );
}

/** What of a row is looked up for each of its cells. */
interface Laid {
  cells: Map<string, IndicatorCell>;
  lines: (number | null)[][];
  said: string;
}

type ShownOf = IndicatorTableProps['shownOf'];

function laidOut(row: ShownRow, dated: readonly Dated[], shownOf: ShownOf): Laid {
  const cells = new Map(row.cells.map((cell) => [cell.reportId, cell]));
  const lines = linesOf(
    dated,
    dated.map(({ id }) => cells.get(id) ?? null),
  );
  return { cells, lines, said: trendWords(row, shownOf) };
}

/** A row's trend for those who don't see it: its figures as the table shows them. */
export function trendWords(row: ShownRow, shownOf: ShownOf): string {
  return row.cells.map((cell) => shownOf(row, cell).words).join(' → ');
}

interface FigureProps extends Pick<IndicatorTableProps, 'words' | 'onOpen'> {
  cell: IndicatorCell;
  shown: ShownFigure;
}

function Figure({ words, cell, shown, onOpen }: FigureProps) {
  const { compare } = words;
  const { direction, isCorrected } = cell.figure;
  const arrow = arrowOf(cell);
  const written = shown.written === null ? undefined : compare.asWritten(shown.written);
  return (
    <button
      type="button"
      class="cell"
      data-corrected={isCorrected}
      title={isCorrected ? `${compare.corrected} ${written ?? ''}` : written}
      onClick={() => onOpen(cell)}
    >
      {direction && arrow !== '' && (
        <>
          <span aria-hidden="true">{arrow}</span>
          <span class="visually-hidden">{words.card[direction]}</span>
        </>
      )}
      {shown.words}
      {shown.written !== null && <small class="written">{shown.written}</small>}
    </button>
  );
}
