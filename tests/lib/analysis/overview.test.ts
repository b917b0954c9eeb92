import { expect, test } from 'vitest';
import { backingOf } from '../../../lib/analysis/overview.ts';
import type { Finding } from '../../../lib/model/reading-view.ts';

const findingOf = (category: Finding['category'], start: number, end: number): Finding => ({
  id: `${category}-${start}`,
  category,
  start,
  end,
  mark: { start, end },
  quote: '',
  certainty: 1,
  ruleId: 'test',
});

test.each<[string, Finding[], number]>([
  ['no figure', [findingOf('measure', 0, 10)], 0],
  ['a figure within', [findingOf('measure', 0, 10), findingOf('figure', 4, 6)], 1],
  [
    'two figures count once',
    [findingOf('measure', 0, 10), findingOf('figure', 2, 3), findingOf('figure', 4, 6)],
    1,
  ],
  ['a figure at its first character', [findingOf('figure', 5, 6), findingOf('measure', 5, 10)], 1],
  ['a figure right behind', [findingOf('measure', 0, 10), findingOf('figure', 10, 12)], 0],
  ['a figure before', [findingOf('figure', 0, 3), findingOf('measure', 5, 10)], 0],
  ['another category', [findingOf('measure', 0, 10), findingOf('shortcoming', 4, 6)], 0],
])('measures that carry a number: %s', (_, findings, withFigure) => {
  expect(backingOf(findings)).toEqual({ measures: 1, withFigure });
});
