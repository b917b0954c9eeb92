import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { withHidden, withMerged, withName, withSplit } from '../../../lib/compare/edit-indicators.ts';
import { editedRows } from '../../../lib/compare/edited-indicators.ts';
import { alignIndicators } from '../../../lib/compare/indicators.ts';
import type { ComparedReport } from '../../../lib/model/comparison.ts';
import { type IndicatorEdits, NO_EDITS } from '../../../lib/model/indicator-edits.ts';
import { comparedSample, comparedText } from '../../fixtures/compared.ts';

const { facts } = comparedSample('trs-linzhu-gaj-2023');
const report = (id: string, text: string) =>
  comparedText(id, { ...facts, issuer: '甲局', year: 2020 + Number(id) }, text);
const ONE = report('1', '组织开展执法案卷评查21次。开展夜间巡查7次。');
const TWO = report('2', '开展案卷评查24次。开展夜间巡查9次。');
const THREE = report('3', '组织开展执法案卷评查26次。开展夜间巡查11次。');
const FOUR = report('4', '开展案卷评查28次。开展案卷评查30次。');

const rowsOf = (reports: ComparedReport[], edits: IndicatorEdits = NO_EDITS) =>
  editedRows(alignIndicators(reports), edits);
const shown = (reports: ComparedReport[], edits: IndicatorEdits) =>
  rowsOf(reports, edits).map(({ label, isHidden, cells }) => [
    cells.map(({ written }) => written).join(),
    isHidden ? 'hidden' : label,
  ]);
const rowWith = (reports: ComparedReport[], written: string, edits: IndicatorEdits = NO_EDITS) => {
  const rows = rowsOf(reports, edits);
  const row = rows.find(({ cells }) => cells.some((cell) => cell.written === written));
  if (!row) throw new Error(`no row has ${written}`);
  return { row, rows };
};
const PAIR = [ONE, TWO];
const ALL = [ONE, TWO, THREE];

describe('what the reader made of a row, when other reports are chosen', () => {
  const { row, rows } = rowWith(PAIR, '21次');

  test('the label of the row is another with a third report: the case is one', () => {
    expect(rowWith(ALL, '21次').row.label).not.toBe(row.label);
  });

  test.each<[string, ComparedReport[]]>([
    ['with a third', ALL],
    ['without the first', [TWO, THREE]],
    ['without the second', [ONE, THREE]],
    ['the third alone, which says it in the words of the first', [THREE]],
  ])('hidden it stays hidden, %s', (_, reports) => {
    const edits = withHidden(NO_EDITS, row, true, rows);
    const hidden = rowsOf(reports, edits).filter(({ isHidden }) => isHidden);
    expect(hidden.length).toBe(1);
    expect(hidden[0]?.cells.every(({ figure }) => figure.indicator.includes('评查'))).toBe(true);
  });

  test('renamed it keeps its name, and the last one given', () => {
    const first = withName(NO_EDITS, row, '评查', rows);
    const again = rowWith(ALL, '26次', first);
    expect(again.row.label).toBe('评查');
    const second = withName(first, again.row, '案卷评查次数', again.rows);
    for (const reports of [PAIR, ALL, [THREE]])
      expect(rowsOf(reports, second).map(({ label }) => label)).toContain('案卷评查次数');
    expect(rowsOf(PAIR, second).some(({ label }) => label === '评查')).toBe(false);
  });

  test('brought back it is not hidden with any reports', () => {
    const hidden = withHidden(NO_EDITS, row, true, rows);
    const again = rowWith(ALL, '26次', hidden);
    const back = withHidden(hidden, again.row, false, again.rows);
    for (const reports of [PAIR, ALL, [TWO, THREE], [THREE]])
      expect(rowsOf(reports, back).filter(({ isHidden }) => isHidden)).toEqual([]);
  });

  test('taken apart it stays apart, and can be put together again', () => {
    const apart = withSplit(NO_EDITS, row, rows);
    expect(shown(ALL, apart).map(([figures]) => figures)).toEqual(
      expect.arrayContaining(['21次', '24次', '26次']),
    );
    const own = rowWith(PAIR, '21次', apart);
    const other = rowWith(PAIR, '24次', apart);
    const together = withMerged(
      apart,
      other.row,
      own.rows.find(({ key }) => key === own.row.key) ?? own.row,
      other.rows,
    );
    expect(shown(PAIR, together).map(([figures]) => figures)).toContain('21次,24次');
  });

  test('merged it stays merged, also without the row that it was merged into', () => {
    const apart = [report('5', '开展法治体检40家。'), report('6', '为中小企业把脉问诊50家。')];
    const rows = rowsOf(apart);
    const [into, own] = rows;
    if (!into || !own) throw new Error('there are two rows');
    const edits = withMerged(NO_EDITS, own, into, rows);
    expect(shown(apart, edits).map(([figures]) => figures)).toEqual(['40家,50家']);
    const others = [report('7', '开展法治体检60家。'), apart[1] as ComparedReport];
    expect(shown(others, edits).map(([figures]) => figures)).toEqual(['60家,50家']);
    const whole = rowsOf(apart, edits);
    const split = withSplit(edits, whole[0] as (typeof whole)[number], whole);
    expect(shown(apart, split).map(([figures]) => figures)).toEqual(['40家', '50家']);
  });

  test('no other row is hit, of the same report or of another', () => {
    const { row: own, rows: all } = rowWith([FOUR], '30次');
    const edits = withHidden(NO_EDITS, own, true, all);
    for (const reports of [[FOUR], [TWO, FOUR], [ONE, TWO, THREE, FOUR], PAIR, ALL])
      for (const { cells, isHidden } of rowsOf(reports, edits))
        expect(isHidden).toBe(cells.some(({ written }) => written === '30次'));
  });

  test('of all rows of the samples each is found again with one report less and one more, and nothing else with it', () => {
    const names = readdirSync('seeds/reports').filter((name) => name.endsWith('.expected.txt'));
    const samples = names.map((name) => comparedSample(name.replace('.expected.txt', '')));
    const whole = rowsOf(samples);
    const placesIn = ({ cells }: (typeof whole)[number]) =>
      cells.map(({ reportId, figure }) => `${reportId}@${figure.start}`);
    const astray: string[] = [];
    for (const left of samples) {
      const some = rowsOf(samples.filter((each) => each !== left));
      for (const [before, after] of [
        [whole, some],
        [some, whole],
      ] as const) {
        for (const row of before) {
          const places = new Set(placesIn(row));
          const edited = editedRows(after, withHidden(NO_EDITS, row, true, before));
          for (const now of edited)
            if (now.isHidden !== placesIn(now).some((place) => places.has(place)))
              astray.push(`${row.key}: ${now.key}`);
        }
      }
    }
    expect(whole.length).toBeGreaterThan(100);
    expect(astray).toEqual([]);
  });

  test('what was kept under a row’s label, kind and unit still counts', () => {
    const old = `${row.label}|count|次`;
    const edits = { ...NO_EDITS, hidden: [old] };
    for (const reports of [PAIR, ALL]) expect(rowWith(reports, '24次', edits).row.isHidden).toBe(true);
    const { row: own, rows: all } = rowWith(ALL, '24次', edits);
    expect(rowWith(ALL, '24次', withHidden(edits, own, false, all)).row.isHidden).toBe(false);
    expect(rowWith(PAIR, '24次', { ...NO_EDITS, names: { [old]: '评查' } }).row.label).toBe('评查');
  });
});
