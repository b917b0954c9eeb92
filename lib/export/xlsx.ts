import writeExcelFile, { type Feature, type Cell as SheetCell } from 'write-excel-file/universal';
import { xmlText } from './codebook-qdc.ts';
import type { Cell, Table } from './table.ts';

/** What a sheet of a workbook takes, at most (Excel: specifications and limits). */
const LONGEST_CELL = 32_767;
const MOST_ROWS = 1_048_576;
/** A Chinese character is as wide as two of the letters that column widths are counted in. */
const WIDE = 2;
const DAY = 'yyyy-mm-dd';
const MOMENT = 'yyyy-mm-dd hh:mm';

/**
 * A workbook, a sheet for each table: numbers as numbers, percentages as percentages, dates as dates (in UTC); the
 * first row frozen, with filters. Text that is longer than a cell may be ends in "…".
 */
export async function xlsxOf(tables: readonly Table[]): Promise<Blob> {
  const sheets = tables.map(({ name, columns, rows }) => ({
    sheet: sheetName(name),
    stickyRowsCount: 1,
    columns: columns.map(({ width }) => ({ width: width * WIDE })),
    data: [
      columns.map(({ heading }) => ({ ...textCell(heading), fontWeight: 'bold' as const })),
      ...rows.slice(0, MOST_ROWS - 1).map((row) => row.map(sheetCell)),
    ],
  }));
  return writeExcelFile(sheets, { features: [filters(tables)] }).toBlob();
}

function textCell(text: string) {
  const clean = xmlText(text);
  const value = clean.length > LONGEST_CELL ? `${clean.slice(0, LONGEST_CELL - 1)}…` : clean;
  return { value, type: String, alignVertical: 'top' as const };
}

function sheetCell(cell: Cell): SheetCell {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return textCell(cell);
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (cell instanceof Date) return { value: cell, type: Date, format: MOMENT };
  // midnight in UTC is what a spreadsheet takes for the day itself
  if ('day' in cell) return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: DAY };
  return { value: shareOf(cell.percent), type: Number, format: '0.######%' };
}

/** Per cent as the share that a spreadsheet shows as per cent, without what binary fractions add. */
export function shareOf(percent: number): number {
  return Number((percent / 100).toPrecision(15));
}

/** Excel: at most 31 characters, none of them one of these. */
function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}

/** Filters over each sheet's first row (ECMA-376, 18.3.1.2), which the library doesn't know. */
function filters(tables: readonly Table[]): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (content, _, { sheetIndex }) => {
            const { columns, rows } = tables[sheetIndex] ?? { columns: [], rows: [] };
            const area = `A1:${columnName(columns.length - 1)}${Math.min(MOST_ROWS, rows.length + 1)}`;
            return content.replace('</sheetData>', `</sheetData><autoFilter ref="${area}"/>`);
          },
        },
      },
    },
  };
}

/** 0: A, 25: Z, 26: AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
