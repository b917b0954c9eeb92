import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, describe as suite, test } from 'vitest';
import { describe } from '../../../lib/selector/describe.ts';
import { match } from '../../../lib/selector/match.ts';
import { casesFrom } from './cases.ts';
import { CHANGES } from './changes.ts';
import { gradeOf } from './grade.ts';

const REAL = '../shared/eval/reports';
if (!existsSync(REAL))
  console.warn('SKIPPED: ../shared/eval/reports is not there; cases are made from the samples only.');

/** Longest text taken, in characters: of a very long one the beginning is as good as the whole. */
const MOST = 12_000;
const texts = [REAL, 'seeds/reports']
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => `${folder}/${name}`),
  )
  .map((path) => readFileSync(path, 'utf8').slice(0, MOST));

const cases = casesFrom(texts, Math.ceil(2100 / texts.length / Object.keys(CHANGES).length));

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
