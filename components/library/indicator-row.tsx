import { useState } from 'preact/hooks';
import type { IndicatorRow } from '../../lib/model/comparison.ts';
import type { Words } from '../../lib/model/words.ts';

export type ShownRow = IndicatorRow & { isHidden: boolean };

export interface RowActions {
  /** Rows that a row may be merged into. */
  partnersOf(row: ShownRow): ShownRow[];
  onChart(row: ShownRow): void;
  onMerge(row: ShownRow, into: ShownRow): void;
  onSplit(row: ShownRow): void;
  onRename(row: ShownRow, name: string): void;
  onHide(row: ShownRow, isHidden: boolean): void;
}

interface RowNameProps extends RowActions {
  words: Words;
  row: ShownRow;
  /** Whether it waits for the reader to agree. */
  isProposed: boolean;
  /** Number of reports in the table. */
  all: number;
}

/** What a row counts, in how many reports, and what can be done with it. */
export function RowName({
  words,
  row,
  isProposed,
  partnersOf,
  onMerge,
  onSplit,
  onRename,
  onHide,
  onChart,
  all,
}: RowNameProps) {
  const { compare } = words;
  const [isOpen, setOpen] = useState(false);
  const partners = isOpen ? partnersOf(row) : [];
  return (
    <details class="row-name" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {row.label || compare.notStated} <small class="stated">{compare.stated(row.cells.length, all)}</small>
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
            onChange={({ currentTarget }) => onRename(row, currentTarget.value.trim())}
          />
          {partners.length > 0 && (
            <select
              aria-label={compare.mergeWith}
              value=""
              onChange={({ currentTarget }) => {
                const into = partners.find(({ key }) => key === currentTarget.value);
                if (into) onMerge(row, into);
              }}
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
            <button type="button" class="button" onClick={() => onSplit(row)}>
              {compare.split}
            </button>
          )}
          <button type="button" class="button" onClick={() => onChart(row)}>
            {compare.chart}
          </button>
          <button type="button" class="button" onClick={() => onHide(row, !row.isHidden)}>
            {row.isHidden ? compare.unhide : compare.hide}
          </button>
        </p>
      )}
    </details>
  );
}
