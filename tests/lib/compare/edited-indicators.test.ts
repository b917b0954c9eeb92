import { describe, expect, test } from 'vitest';
import { canMerge, editedRows } from '../../../lib/compare/edited-indicators.ts';
import type { IndicatorRow } from '../../../lib/model/comparison.ts';
import { NO_EDITS } from '../../../lib/model/indicator-edits.ts';
import type { FigureMention } from '../../../lib/model/mention.ts';

const figure = (indicator: string, unit: string, kind: FigureMention['kind'] = 'count'): FigureMention => ({
  start: 0,
  end: 3,
  value: 12,
  unit,
  kind,
  approx: 'exact',
  indicator,
  certainty: 1,
  ruleId: 'quantity',
});
const row = (
  label: string,
  reportIds: string[],
  unit = '件',
  kind: FigureMention['kind'] = 'count',
): IndicatorRow => ({
  key: label,
  label,
  kind,
  unit,
  certainty: 0.6,
  cells: reportIds.map((reportId) => ({
    reportId,
    figure: figure(label, unit, kind),
    written: `12${unit}`,
    isChange: false,
  })),
});
const CASES = row('办理案件', ['a', 'b']);
const SOLVED = row('侦办案件', ['c'], '起');
const PEOPLE = row('培训人员', ['c'], '人次');

describe('rows as the reader wants them', () => {
  test('merged rows hold the cells of both, and are sure', () => {
    const [merged, ...others] = editedRows([CASES, SOLVED], {
      ...NO_EDITS,
      merged: { 侦办案件: '办理案件' },
    });
    expect(others).toEqual([]);
    expect(merged).toMatchObject({ label: '办理案件', certainty: 1 });
    expect(merged?.cells.map(({ reportId }) => reportId)).toEqual(['a', 'b', 'c']);
  });

  test('a split row gives each figure a row of its own', () => {
    const rows = editedRows([CASES], { ...NO_EDITS, split: ['办理案件'] });
    expect(rows.map(({ cells }) => cells.map(({ reportId }) => reportId))).toEqual([['a'], ['b']]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(2);
  });

  test('a renamed and a hidden row', () => {
    expect(
      editedRows([CASES], { ...NO_EDITS, names: { 办理案件: '案件数' }, hidden: ['办理案件'] }),
    ).toMatchObject([{ label: '案件数', isHidden: true }]);
  });

  test('a circle of merges loses no row', () => {
    const rows = editedRows([CASES, SOLVED], {
      ...NO_EDITS,
      merged: { 侦办案件: '办理案件', 办理案件: '侦办案件' },
    });
    expect(rows.flatMap(({ cells }) => cells).length).toBe(3);
  });

  test('figures of other units, kinds, or of one report are never put in one row', () => {
    expect(canMerge(CASES, SOLVED)).toBe(true);
    expect(canMerge(CASES, PEOPLE)).toBe(false);
    expect(canMerge(SOLVED, PEOPLE)).toBe(false);
    expect(canMerge(CASES, row('办结案件', ['b']))).toBe(false);
    expect(canMerge(CASES, row('办结率', ['c'], '%', 'percent'))).toBe(false);
    const rows = editedRows([CASES, PEOPLE], { ...NO_EDITS, merged: { 培训人员: '办理案件' } });
    expect(rows.length).toBe(2);
  });

  test.each([
    ['before', [PEOPLE, CASES]],
    ['after', [CASES, PEOPLE]],
  ])('a row that cannot be merged, and stands %s the other, keeps a key of its own', (_, given) => {
    const rows = editedRows(given, { ...NO_EDITS, merged: { 培训人员: '办理案件' }, hidden: ['办理案件'] });
    expect(new Set(rows.map(({ key }) => key)).size).toBe(2);
  });
});
