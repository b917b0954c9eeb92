import type { Analysis, FigureMention } from '../model/mention.ts';
import type { Block, ReportText } from '../model/text.ts';
import type { Ruleset } from './ruleset.ts';

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
  const rowHeads = new Map<number, string>();
  const columnHeads = new Map<number, string>();
  for (const { block, words, isValue } of cells) {
    if (isValue || words === '' || block.cell === undefined) continue;
    const { row, column } = block.cell;
    if (!rowHeads.has(row)) rowHeads.set(row, words);
    // the lowest head above the values names the column best
    if (!columnHeads.has(column) || row < 3) columnHeads.set(column, words);
  }
  for (const { block, words, isValue } of cells) {
    if (!isValue || block.cell === undefined) continue;
    const start =
      block.start +
      (text.slice(block.start, block.end).length - text.slice(block.start, block.end).trimStart().length);
    const heads = [rowHeads.get(block.cell.row), columnHeads.get(block.cell.column)].filter(
      (head, i, all) => head !== undefined && all.indexOf(head) === i,
    );
    const indicator = heads.join(' ');
    const found = figures.get(start);
    if (found !== undefined) {
      found.indicator = indicator;
      continue;
    }
    const number = rules.readNumber(text, start, block.end);
    if (number === null || number.end < start + words.length) continue;
    figures.set(start, {
      start,
      end: number.end,
      value: number.value,
      unit: null,
      approx: 'exact',
      kind: 'count',
      indicator,
      certainty: 0.8,
      ruleId: 'table-cell',
    });
  }
}
