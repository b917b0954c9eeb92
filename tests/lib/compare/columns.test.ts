import { describe, expect, test } from 'vitest';
import { type Pair, threeColumns } from '../../../lib/compare/columns.ts';
import { sideBySide } from '../../../lib/compare/side-by-side.ts';
import { comparedSample, comparedText } from '../../fixtures/compared.ts';

const { facts } = comparedSample('trs-linzhu-gaj-2023');

/** Things by name: `a1` is the first of the first column. */
const things = new Map<string, { name: string }>();
const thing = (name: string) => {
  const known = things.get(name) ?? { name };
  things.set(name, known);
  return known;
};
const pairs = (...names: [string | null, string | null][]): Pair<{ name: string }>[] =>
  names.map(
    ([earlier, later]) =>
      ({ earlier: earlier && thing(earlier), later: later && thing(later) }) as Pair<{ name: string }>,
  );
const rows = (...lists: [Pair<{ name: string }>[], Pair<{ name: string }>[], Pair<{ name: string }>[]]) =>
  threeColumns(...lists).map((row) => row.map((each) => each?.name ?? '—').join(' '));

describe('three columns', () => {
  test('what is in all three stands in one row', () =>
    expect(rows(pairs(['a', 'b']), pairs(['b', 'c']), pairs(['a', 'c']))).toEqual(['a b c']));

  test('what the second leaves out and the third has again stands in one row', () =>
    expect(rows(pairs(['a', null], ['x', 'y']), pairs(['y', 'z'], [null, 'c']), pairs(['a', 'c']))).toEqual([
      'x y z',
      'a — c',
    ]));

  test('what is dropped stands where it stood', () =>
    expect(rows(pairs(['a', 'b'], ['d', null], ['e', 'f']), pairs(['b', 'c'], ['f', 'g']), pairs())).toEqual([
      'a b c',
      'd — —',
      'e f g',
    ]));

  test('what only the second, or only the third has', () =>
    expect(rows(pairs([null, 'b']), pairs(['b', null], [null, 'c']), pairs())).toEqual(['— b —', '— — c']));
});

describe('reports side by side', () => {
  const report = (id: string, text: string) => comparedText(id, facts, text);
  const one = report('1', '一、主要举措\n全年办理案件86件。开展夜间巡查。健全诉调对接机制。');
  const two = report('2', '一、主要举措\n全年办理案件97件。健全诉调对接机制。');
  const three = report('3', '一、主要举措\n全年办理案件97件。开展夜间巡查。建成调解中心。');

  test('two: changed, dropped, same', () => {
    const { rows, texts, common } = sideBySide([one, two], []);
    expect(texts.length).toBe(2);
    expect(common.length).toBe(1);
    expect(rows.flatMap(({ passages }) => passages.map(({ fates }) => fates[1]))).toEqual([
      'changed',
      'dropped',
      'same',
    ]);
  });

  test('three: each column says what became of a sentence since the one before', () => {
    const { rows, texts, common } = sideBySide([one, two, three], []);
    expect(common.length).toBe(2);
    const told = rows.flatMap(({ passages }) =>
      passages.map(({ spans, fates }) => [
        ...spans.map((span, column) => (span ? texts[column]?.slice(span.start, span.end) : null)),
        ...fates.slice(1),
      ]),
    );
    expect(told).toEqual([
      ['全年办理案件86件。', '全年办理案件97件。', '全年办理案件97件。', 'changed', 'same'],
      ['健全诉调对接机制。', '健全诉调对接机制。', null, 'same', 'dropped'],
      ['开展夜间巡查。', null, '开展夜间巡查。', 'dropped', 'same'],
      [null, null, '建成调解中心。', null, 'added'],
    ]);
  });

  test('a figure is shown with what the same thing was before, in the nearest column that has it', () => {
    const said = (...reports: (typeof one)[]) => {
      const passages = sideBySide(reports, []).rows.flatMap((part) => part.passages);
      return reports.map((_, at) =>
        passages.flatMap(({ counterparts }) =>
          (counterparts[at] ?? []).map(({ figure, column, other }) => [
            figure.written,
            column,
            other.written,
          ]),
        ),
      );
    };
    expect(said(one, two)).toEqual([[], [['97件', 0, '86件']]]);
    const none = report('4', '一、主要举措\n开展夜间巡查。');
    expect(said(one, two, three)[2]).toEqual([['97件', 1, '97件']]);
    expect(said(one, none, three)).toEqual([[], [], [['97件', 0, '86件']]]);
  });

  test('every sentence of three samples stands there once', () => {
    const names = ['trs-linzhu-gaj-2023', 'ucap-linzhu-gaj-2024', 'plain-yanping-gaj-2024'];
    const samples = names.map(comparedSample);
    const { rows } = sideBySide(samples, []);
    for (const column of [0, 1, 2]) {
      const shown = rows.flatMap(({ passages }) =>
        passages.flatMap(({ spans }) => spans[column]?.start ?? []),
      );
      expect(new Set(shown).size).toBe(shown.length);
      const titles = rows.flatMap(({ sections }) => sections[column]?.start ?? []);
      expect(new Set(titles).size).toBe(titles.length);
      const own = samples[column]?.outline.filter(({ depth }) => depth < 3).length ?? 0;
      expect(titles.length).toBeGreaterThanOrEqual(own);
    }
  });
});
