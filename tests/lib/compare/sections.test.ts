import { describe, expect, test } from 'vitest';
import { alignSections } from '../../../lib/compare/sections.ts';
import pairs from '../../../seeds/pairs.json' with { type: 'json' };
import { comparedSample } from '../../fixtures/compared.ts';

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
