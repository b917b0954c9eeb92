import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import floors from './floors.json' with { type: 'json' };

const ROOT = resolve(import.meta.dirname, '../..');
const SCORER = join(ROOT, '..', 'shared', 'eval', 'score.mjs');
const isHere = existsSync(SCORER);
if (!isHere) console.warn('SKIPPED: ../shared/eval is missing; the analysis is not scored on real reports.');

/** Floors are what was reached: they are raised, never lowered. */
describe.skipIf(!isHere).each([
  ['as the texts stand', []],
  ['with full-width punctuation', ['--wide']],
])('scores on real reports, %s', (_, options) => {
  let scores: Record<string, number> = {};
  beforeAll(() => {
    const printed = execFileSync(process.execPath, [SCORER, '--json', ...options], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    scores = JSON.parse(printed) as Record<string, number>;
  }, 60_000);

  test.each(Object.entries(floors))('%s is at least %d', (name, floor) => {
    expect(scores[name]).toBeGreaterThanOrEqual(floor);
  });

  test('at most one shortcoming is missed or invented', () => {
    expect(scores['shortcomings wrong']).toBeLessThanOrEqual(1);
  });
});
