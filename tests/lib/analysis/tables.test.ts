import { expect, it } from 'vitest';
import { analyse } from '../../../lib/analysis/analyse.ts';
import type { Block } from '../../../lib/model/text.ts';
import { ruleset } from '../../../lib/rules/zh/index.ts';

const ROWS = [
  ['指标', '单位', '2023年', '增长'],
  ['粮食产量', '万吨', '132.5', '1.8%'],
  ['案件数', '件', '1,024', '-3.2%'],
];

/** The cells of a table as a page gives them: run together, with block boundaries beside the text. */
function table(rows: readonly string[][]): { text: string; blocks: Block[] } {
  let text = '';
  const blocks: Block[] = [];
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      blocks.push({ start: text.length, end: text.length + cell.length, cell: { table: 0, row, column } });
      text += cell;
    });
  });
  return { text, blocks };
}

it('names the figures of a table after their row and column', () => {
  const report = table(ROWS);
  const figures = analyse(report, ruleset).figures.map(({ start, end, value, unit, indicator }) => ({
    text: report.text.slice(start, end),
    value,
    unit,
    indicator,
  }));
  expect(figures).toEqual([
    { text: '132.5', value: 1_325_000, unit: '吨', indicator: '粮食产量 2023年' },
    { text: '1.8%', value: 1.8, unit: '%', indicator: '粮食产量 增长' },
    { text: '1,024', value: 1024, unit: '件', indicator: '案件数 2023年' },
    { text: '-3.2%', value: -3.2, unit: '%', indicator: '案件数 增长' },
  ]);
});

it('takes the unit from the head of a row or column', () => {
  const report = table([
    ['项目', '金额（万元）'],
    ['本年收入', '1,236.5'],
    ['收到申请（件）', '27'],
  ]);
  const figures = analyse(report, ruleset).figures.map(({ value, unit, kind }) => ({ value, unit, kind }));
  expect(figures).toEqual([
    { value: 12_365_000, unit: '元', kind: 'money' },
    { value: 27, unit: '件', kind: 'count' },
  ]);
});

it('takes no heading, item or role from a table', () => {
  const report = table([
    ['一、本年新收', '3'],
    ['二、上年结转', '0'],
  ]);
  expect(analyse(report, ruleset).outline).toEqual([]);
});

it('reads the signs of cells', () => {
  const report = table([
    ['指标', '本年', '同比增减(%)'],
    ['办结案件', '298', '-3.5'],
    ['受理案件', '310', '+5.3'],
    ['检查次数', '96', '+4.2%'],
  ]);
  const values = analyse(report, ruleset).figures.map(({ value, unit }) => `${value} ${unit}`);
  expect(values).toEqual(['298 null', '-3.5 %', '310 null', '5.3 %', '96 null', '4.2 %']);
});
