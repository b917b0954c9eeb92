import { expect, describe as suite, test } from 'vitest';
import { describe } from '../../../lib/selector/describe.ts';
import { match } from '../../../lib/selector/match.ts';
import { CHANGES } from './changes.ts';
import { gradeOf } from './grade.ts';
import { allCases } from './texts.ts';

const cases = allCases();

suite.each([
  ['with the snapshot', true],
  ['by the quote alone', false],
])('re-anchoring %s', (_, hasSnapshot) => {
  const graded = cases.map((one) => {
    const target = describe(one.before, one.span);
    return { one, ...gradeOf(one, match(one.after, target, hasSnapshot ? one.before : undefined)) };
  });

  test('there are 2,000 cases', () => expect(cases.length).toBeGreaterThanOrEqual(2000));

  test('no note is attached in silence to other words or another place', () => {
    const wrong = graded.filter(({ isWrongAttachment }) => isWrongAttachment);
    expect(wrong.map(({ one }) => `${one.kind}: ${one.before.slice(one.span.start, one.span.end)}`)).toEqual(
      [],
    );
  });

  test.each(Object.keys(CHANGES))('%s', (kind) => {
    const own = graded.filter(({ one }) => one.kind === kind);
    const right = own.filter(({ isRight }) => isRight).length / own.length;
    const isFound = own[0]?.one.state === 'found';
    expect(right).toBeGreaterThanOrEqual(isFound && hasSnapshot ? 0.995 : 0.95);
  });
});
