import type { ComponentChildren } from 'preact';
import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';
import { useGridAxis } from './grid-axis.ts';
import { onGridKey } from './grid-keys.ts';
import { useNameWidth } from './name-width.ts';

export interface GridColumn {
  key: string;
  head: ComponentChildren;
  /** In CSS pixels. */
  width: number;
  /** Classes of its cells. */
  kind?: string;
  sorted?: 'ascending' | 'descending';
}

export interface GridRow {
  /** Classes of the row. */
  kind?: string;
  name: ComponentChildren;
}

interface GridProps {
  label: string;
  kind: string;
  /** Over the names of the rows. */
  corner: ComponentChildren;
  /**
   * Width of the names, in CSS pixels; a table that is narrower than its box widens all columns alike, and in a narrow box
   * the names are narrower.
   */
  nameWidth: number;
  columns: readonly GridColumn[];
  count: number;
  /** What the rows are made of: another object when there are others, or in another order. */
  data: unknown;
  keyOf(row: number): string;
  /** What the rows are arranged by: when it is another, the first row comes into sight. */
  arrangement?: unknown;
  rowAt(row: number): GridRow;
  cellAt(row: number, column: number): ComponentChildren;
  /** Shade of a cell, 0..1. */
  heatAt?(row: number, column: number): number | undefined;
}

/** Tables of so few cells are in the document as a whole: the browser's own search finds all in them. */
const WHOLE = 1_000;
/** Height of a row that was never drawn, and of the head, in CSS pixels. */
const ROW = 46;
const HEAD = 64;
const heightAt = () => ROW;

/**
 * A table that scrolls in a box of its own, its head and the names of its rows standing fast. Of a large one only the cells
 * near the box are in the document. Arrow keys go from cell to cell.
 */
export function Grid({
  label,
  kind,
  corner,
  nameWidth: wantedWidth,
  columns,
  count,
  data,
  keyOf,
  arrangement,
  rowAt,
  cellAt,
  heatAt,
}: GridProps) {
  const box = useRef<HTMLElement>(null);
  const nameWidth = useNameWidth(box, wantedWidth);
  const isWhole = count * columns.length <= WHOLE;
  // what is measured is kept as long as these are the same
  const keyAt = useCallback(keyOf, [data]);
  const columnKeyAt = useCallback((column: number) => columns[column]?.key ?? '', [columns]);
  const widthAt = useCallback((column: number) => columns[column]?.width ?? 0, [columns]);
  const rows = useGridAxis({ box, count, before: HEAD, sizeAt: heightAt, keyAt });
  const across = useGridAxis({
    box,
    count: columns.length,
    before: nameWidth,
    sizeAt: widthAt,
    keyAt: columnKeyAt,
    isHorizontal: true,
  });
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = 0;
  }, [arrangement]);
  const shownRows = isWhole ? whole(count) : rows.shown;
  const shownColumns = isWhole ? whole(columns.length) : across.shown;
  const width = nameWidth + columns.reduce((sum, column) => sum + column.width, 0);
  const [left, right] = isWhole ? [0, 0] : [across.before, across.after];
  const gap = (pixels: number) => pixels > 0 && <td class="gap" aria-hidden="true" />;

  return (
    <section
      class="grid-box"
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus (WCAG 2.1.1)
      tabIndex={0}
      aria-label={label}
      style={{ scrollPadding: `${HEAD + 8}px 8px 8px ${nameWidth + 8}px` }}
      onKeyDown={onGridKey}
    >
      <table
        class={`grid ${kind}`}
        aria-label={label}
        aria-rowcount={isWhole ? undefined : count + 1}
        aria-colcount={isWhole ? undefined : columns.length + 1}
        style={{ minWidth: `${width}px` }}
      >
        <colgroup>
          <col style={{ width: `${nameWidth}px` }} />
          {left > 0 && <col style={{ width: `${left}px` }} />}
          {shownColumns.map((column) => (
            <col key={columns[column]?.key} style={{ width: `${columns[column]?.width}px` }} />
          ))}
          {right > 0 && <col style={{ width: `${right}px` }} />}
        </colgroup>
        <thead>
          <tr aria-rowindex={isWhole ? undefined : 1}>
            <th scope="col">{corner}</th>
            {gap(left)}
            {shownColumns.map((at) => {
              const { key, head, kind: own, sorted } = columns[at] as GridColumn;
              return (
                <th
                  key={key}
                  scope="col"
                  class={own}
                  aria-sort={sorted}
                  aria-colindex={isWhole ? undefined : at + 2}
                >
                  {head}
                </th>
              );
            })}
            {gap(right)}
          </tr>
        </thead>
        <tbody>
          {!isWhole && rows.before > 0 && <Space height={rows.before} />}
          {shownRows.map((row) => {
            const { kind: own, name } = rowAt(row);
            return (
              <tr
                key={keyOf(row)}
                class={own}
                data-index={row}
                aria-rowindex={isWhole ? undefined : row + 2}
                ref={isWhole ? undefined : rows.measure}
              >
                <th scope="row">{name}</th>
                {gap(left)}
                {shownColumns.map((at) => {
                  const heat = heatAt?.(row, at);
                  return (
                    <td
                      key={columns[at]?.key}
                      class={columns[at]?.kind}
                      aria-colindex={isWhole ? undefined : at + 2}
                      {...(heat !== undefined && { 'data-heat': true, style: { '--heat': heat } })}
                    >
                      {cellAt(row, at)}
                    </td>
                  );
                })}
                {gap(right)}
              </tr>
            );
          })}
          {!isWhole && rows.after > 0 && <Space height={rows.after} />}
        </tbody>
      </table>
    </section>
  );
}

function Space({ height }: { height: number }) {
  return (
    <tr class="gap">
      <td aria-hidden="true" style={{ height: `${height}px` }} />
    </tr>
  );
}

function whole(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
