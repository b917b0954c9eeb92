import { useState } from 'preact/hooks';
import type { IndicatorCell, IndicatorRow } from '../../lib/model/comparison.ts';
import type { ShelfEntry } from '../../lib/model/library.ts';
import type { Words } from '../../lib/model/words.ts';
import { arrowOf, linesOf } from './chart.ts';
import { reportLabel } from './report-label.ts';
import { ScrollBox } from './scroll-box.tsx';
import { Sparkline } from './sparkline.tsx';

export type ShownRow = IndicatorRow & { isHidden: boolean };

export interface RowActions {
  onOpen(cell: IndicatorCell): void;
  onChart(row: ShownRow): void;
  /** The row belongs to the one of that key. */
  onMerge(key: string, intoKey: string): void;
  onSplit(key: string): void;
  onRename(key: string, name: string): void;
  onHide(key: string, isHidden: boolean): void;
}

interface IndicatorTableProps extends RowActions {
  words: Words;
  reports: ShelfEntry[];
  rows: ShownRow[];
  /** From this certainty on a row is claimed; below it is proposed. */
  certain: number;
  /** Rows that a row may be merged into. */
  partnersOf(row: ShownRow): ShownRow[];
}

/** Reports × indicators: each cell the figure as it is written, with its hedge and unit; empty where none is stated. */
export function IndicatorTable(props: IndicatorTableProps) {
  const { words, reports, rows, certain, onOpen } = props;
  const { compare } = words;
  const bodies = reports.map(({ facts }) => facts.issuer);
  return (
    <ScrollBox label={compare.indicators}>
      <table class="indicators">
        <thead>
          <tr>
            <th scope="col">{compare.indicator}</th>
            {reports.map((report) => (
              <th key={report.id} scope="col" class="number">
                {reportLabel(report, words)}
              </th>
            ))}
            <th scope="col">{compare.trend}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const cells = reports.map(({ id }) => row.cells.find(({ reportId }) => reportId === id) ?? null);
            const written = cells.map((cell) => cell?.written ?? compare.notStated).join(' → ');
            return (
              <tr key={row.key} class={row.isHidden ? 'hidden-row' : ''}>
                <th scope="row">
                  <RowName
                    {...props}
                    row={row}
                    isProposed={row.cells.length > 1 && row.certainty < certain}
                  />
                </th>
                {cells.map((cell, index) => (
                  <td key={reports[index]?.id} class="number">
                    {cell && (
                      <button type="button" class="cell" onClick={() => onOpen(cell)}>
                        <Arrow cell={cell} words={words} />
                        {cell.written}
                      </button>
                    )}
                  </td>
                ))}
                <td>
                  <Sparkline lines={linesOf(bodies, cells)} label={compare.trendOf(row.label, written)} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Arrow({ cell, words }: { cell: IndicatorCell; words: Words }) {
  const { direction } = cell.figure;
  if (!direction) return null;
  return (
    <>
      <span aria-hidden="true">{arrowOf(cell)}</span>
      <span class="visually-hidden">{words.card[direction]}</span>
    </>
  );
}

function RowName({
  words,
  row,
  isProposed,
  partnersOf,
  onMerge,
  onSplit,
  onRename,
  onHide,
  onChart,
}: IndicatorTableProps & { row: ShownRow; isProposed: boolean }) {
  const { compare } = words;
  const [isOpen, setOpen] = useState(false);
  const partners = isOpen ? partnersOf(row) : [];
  return (
    <details class="row-name" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {row.label || compare.notStated}
        {isProposed && (
          <small class="proposed" title={compare.proposedHelp}>
            {compare.proposed}
          </small>
        )}
      </summary>
      {isOpen && (
        <p class="row-actions">
          <input
            aria-label={compare.rename}
            value={row.label}
            onChange={({ currentTarget }) => onRename(row.key, currentTarget.value.trim())}
          />
          {partners.length > 0 && (
            <select
              aria-label={compare.mergeWith}
              value=""
              onChange={({ currentTarget }) => onMerge(row.key, currentTarget.value)}
            >
              <option value="">{compare.mergeWith}…</option>
              {partners.map((partner) => (
                <option key={partner.key} value={partner.key}>
                  {partner.label} {partner.cells[0]?.written}
                </option>
              ))}
            </select>
          )}
          {row.cells.length > 1 && (
            <button type="button" class="button" onClick={() => onSplit(row.key)}>
              {compare.split}
            </button>
          )}
          <button type="button" class="button" onClick={() => onChart(row)}>
            {compare.chart}
          </button>
          <button type="button" class="button" onClick={() => onHide(row.key, !row.isHidden)}>
            {row.isHidden ? compare.unhide : compare.hide}
          </button>
        </p>
      )}
    </details>
  );
}
