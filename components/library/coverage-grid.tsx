import { useMemo } from 'preact/hooks';
import type { ShelfEntry } from '../../lib/model/library.ts';
import type { Span } from '../../lib/model/span.ts';
import type { Role } from '../../lib/model/text.ts';
import type { Words } from '../../lib/model/words.ts';
import { Grid } from './grid.tsx';
import { reportLabel } from './report-label.ts';

export interface Covered {
  reportId: string;
  /** The row that it stands in. */
  row: string;
  /** The body or place; `null`: neither is known. */
  place: string | null;
  /** `null`: not known. */
  year: number | null;
  missing: Role[];
  isLate: boolean | null;
  /** What the report begins with. */
  opening: Span;
}

interface CoverageGridProps {
  words: Words;
  reports: ShelfEntry[];
  cells: Covered[];
  onOpen(cell: Covered): void;
}

/** Widths in CSS pixels. */
const NAME = 220;
const COLUMN = 168;

/**
 * Bodies × years: what is collected, which prescribed part is missing, published late or in time. A report of which body and
 * place are unknown has a row of its own.
 */
export function CoverageGrid({ words, reports, cells, onOpen }: CoverageGridProps) {
  const { compare, panel } = words;
  const [years, rows, byCell] = useMemo(() => arranged(cells), [cells]);
  const reportOf = useMemo(() => new Map(reports.map((report) => [report.id, report])), [reports]);
  const columns = useMemo(
    () =>
      years.map((year) => ({
        key: String(year),
        head: year === null ? compare.unknownYear : panel.yearValue(year),
        width: COLUMN,
      })),
    [years, words],
  );
  return (
    <Grid
      label={compare.coverage}
      kind="coverage"
      corner={compare.place}
      nameWidth={NAME}
      columns={columns}
      count={rows.length}
      data={rows}
      keyOf={(at) => rows[at]?.row ?? ''}
      rowAt={(at) => {
        const { place, reportId } = rows[at] as Covered;
        const report = reportOf.get(reportId);
        return {
          name: place ?? (
            <>
              {compare.unknownPlace} {report && <small>{reportLabel(report, words)}</small>}
            </>
          ),
        };
      }}
      cellAt={(at, column) =>
        (byCell.get(`${rows[at]?.row} ${years[column]}`) ?? []).map((cell) => (
          <Cell key={cell.reportId} words={words} cell={cell} onOpen={onOpen} />
        ))
      }
    />
  );
}

/** The years and the rows in their order, and the cells by both. */
function arranged(cells: readonly Covered[]) {
  const years = [...new Set(cells.map(({ year }) => year))].sort(
    (a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY),
  );
  const { compare } = new Intl.Collator('zh');
  const rows = [...new Map(cells.map((cell) => [cell.row, cell])).values()].sort((a, b) =>
    a.place === null || b.place === null
      ? Number(a.place === null) - Number(b.place === null)
      : compare(a.place, b.place),
  );
  const byCell = new Map<string, Covered[]>();
  for (const cell of cells) {
    const key = `${cell.row} ${cell.year}`;
    const known = byCell.get(key);
    if (known) known.push(cell);
    else byCell.set(key, [cell]);
  }
  return [years, rows, byCell] as const;
}

type CellProps = Pick<CoverageGridProps, 'words' | 'onOpen'> & { cell: Covered };

function Cell({ words, cell, onOpen }: CellProps) {
  const { compare, roles } = words;
  const { missing, isLate } = cell;
  const isComplete = missing.length === 0;
  return (
    <button type="button" class="cell covered" title={compare.openPassage} onClick={() => onOpen(cell)}>
      <span data-complete={isComplete}>
        {isComplete
          ? `✓ ${compare.complete}`
          : `✗ ${compare.missing(missing.map((role) => roles[role]).join('、'))}`}
      </span>
      {isLate !== null && <small data-late={isLate}>{isLate ? compare.late : compare.onTime}</small>}
    </button>
  );
}
