import type { Analysis, FigureMention } from '../model/mention.ts';
import type { Block, ReportText } from '../model/text.ts';
import type { CellUnit, Ruleset } from './ruleset.ts';

interface Cell {
  block: Block;
  words: string;
  isValue: boolean;
}

/**
 * Figures of table cells: a cell that is a number alone becomes a figure, and every figure of a cell is named by the
 * words that head its row and its column. Figures the rules found in such cells are completed, not doubled.
 */
export function tableFigures(report: ReportText, text: string, rules: Ruleset, analysis: Analysis): void {
  const tables = new Map<number, Cell[]>();
  for (const block of report.blocks) {
    if (block.cell === undefined) continue;
    const words = text.slice(block.start, block.end).trim();
    const cells = tables.get(block.cell.table) ?? [];
    cells.push({ block, words, isValue: rules.isCellValue(words) });
    tables.set(block.cell.table, cells);
  }
  if (tables.size === 0) return;
  const byStart = new Map(analysis.figures.map((figure) => [figure.start, figure]));
  for (const cells of tables.values()) nameCells(cells, text, rules, byStart);
  const known = new Set(analysis.figures);
  const added = [...byStart.values()].filter((figure) => !known.has(figure));
  if (added.length === 0) return;
  analysis.figures.push(...added);
  analysis.figures.sort((a, b) => a.start - b.start);
}

function nameCells(
  cells: readonly Cell[],
  text: string,
  rules: Ruleset,
  figures: Map<number, FigureMention>,
): void {
  const heads = headsOf(cells, rules);
  for (const { block, words, isValue } of cells) {
    if (!isValue || block.cell === undefined) continue;
    const { row, column } = block.cell;
    const own = text.slice(block.start, block.end);
    const start = block.start + own.length - own.trimStart().length;
    const named = [heads.rows.get(row), heads.columns.get(column)];
    const indicator = named.filter((head, i) => head !== undefined && named.indexOf(head) === i).join(' ');
    const found = figures.get(start) ?? figures.get(start + 1);
    if (found !== undefined) {
      found.indicator = indicator;
      continue;
    }
    const sign = '+-−'.includes(words.charAt(0)) ? words.charAt(0) : '';
    const number = rules.readNumber(text, start + sign.length, block.end);
    if (number === null || number.end < start + words.length) continue;
    const unit = heads.units.get(row) ?? heads.columnUnits.get(column);
    figures.set(start, {
      start,
      end: number.end,
      value: Number(
        (number.value * (unit?.scale ?? 1) * (sign === '-' || sign === '−' ? -1 : 1)).toPrecision(15),
      ),
      unit: unit?.unit ?? null,
      approx: 'exact',
      kind: unit?.kind ?? 'count',
      indicator,
      certainty: 0.8,
      ruleId: 'table-cell',
    });
  }
}

interface Heads {
  rows: Map<number, string>;
  columns: Map<number, string>;
  units: Map<number, CellUnit>;
  columnUnits: Map<number, CellUnit>;
}

/** What heads rows and columns: the first words of a row, the lowest of the first rows of a column, and their units. */
function headsOf(cells: readonly Cell[], rules: Ruleset): Heads {
  const heads: Heads = { rows: new Map(), columns: new Map(), units: new Map(), columnUnits: new Map() };
  const unitColumns = new Set<number>();
  for (const { block, words, isValue } of cells) {
    if (isValue || words === '' || block.cell === undefined) continue;
    const { row, column } = block.cell;
    if (rules.isUnitHead(words)) unitColumns.add(column);
    const unit = rules.cellUnit(words, unitColumns.has(column));
    if (unitColumns.has(column) && unit !== null) heads.units.set(row, unit);
    else if (!heads.rows.has(row)) {
      heads.rows.set(row, words);
      if (unit !== null && row > 0) heads.units.set(row, unit);
    }
    if (heads.columns.has(column) && row >= HEAD_ROWS) continue;
    heads.columns.set(column, words);
    if (unit !== null && row < HEAD_ROWS) heads.columnUnits.set(column, unit);
  }
  return heads;
}

const HEAD_ROWS = 3;
