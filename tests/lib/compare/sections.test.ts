import { describe, expect, test } from 'vitest';
import { alignSections } from '../../../lib/compare/sections.ts';
import pairs from '../../../seeds/pairs.json' with { type: 'json' };
import { comparedSample, comparedText } from '../../fixtures/compared.ts';

describe.each(pairs.pairs)('parts of $earlier and $later', ({ earlier, later, sections }) => {
  const rows = alignSections(comparedSample(earlier), comparedSample(later));

  const joined = rows.flatMap(({ earlier: a, later: b }) => (a && b ? [`${a.title} ~ ${b.title}`] : []));
  const truth = sections.map((pair) => `${pair.earlier} ~ ${pair.later}`);

  test('those that answer to each other stand side by side', () => {
    expect(joined.filter((pair) => truth.includes(pair)).length / truth.length).toBeGreaterThanOrEqual(0.75);
  });

  test('hardly any others do', () => {
    expect(joined.filter((pair) => !truth.includes(pair)).length).toBeLessThanOrEqual(1);
  });

  test('every part of both stands there once', () => {
    for (const [name, side] of [
      [earlier, 'earlier'],
      [later, 'later'],
    ] as const) {
      const own = comparedSample(name).outline.filter(
        ({ depth, number, end, bodyEnd }) => depth < 3 || (/^\d/.test(number ?? '') && bodyEnd > end),
      );
      const shown = rows.flatMap((row) => row[side]?.title ?? []);
      expect(shown.toSorted()).toEqual(own.map(({ title }) => title).toSorted());
    }
  });
});

describe('a main part that alone has its role answers to the one of another report', () => {
  const { facts } = comparedSample('trs-linzhu-gaj-2023');
  const OF_POLICE = '一、主要举措和成效\n开展夜间巡查86次。\n二、存在不足\n执法力量薄弱。';
  const joined = (later: string) =>
    alignSections(comparedText('1', facts, OF_POLICE), comparedText('2', facts, later)).flatMap(
      ({ earlier: a, later: b }) => (a && b ? [`${a.title} ~ ${b.title}`] : []),
    );

  test('whatever it is called and says', () => {
    const later = '一、主要工作情况\n完成公证事项办理。\n二、存在问题\n普法形式单一。';
    expect(joined(later)).toEqual(['主要举措和成效 ~ 主要工作情况', '存在不足 ~ 存在问题']);
  });

  test('but not to one of several', () => {
    const later =
      '一、优化公共法律服务\n完成公证事项办理。\n二、深化普法宣传\n举办宣讲。\n三、存在问题\n普法形式单一。';
    expect(joined(later)).toEqual(['存在不足 ~ 存在问题']);
  });
});
