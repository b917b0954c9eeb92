import { describe, expect, test } from 'vitest';
import { suggestCodes } from '../../../components/suggest-codes.ts';
import { initialsOf } from '../../../lib/text/initials.ts';
import { codeOf } from '../../fixtures/codes.ts';

const USED = { 党的领导: '2026-03-02T00:00:00Z', 行政执法: '2026-03-01T00:00:00Z' } as Record<string, string>;
const CODES = ['机构职能', '行政执法', '执法监督', '党的领导', '突发事件应对', 'GDP 增速'].map((name) =>
  codeOf(name, name, { initials: initialsOf(name), used: USED[name] ?? null }),
);

const ROWS: [typed: string, names: string[]][] = [
  ['执法', ['执法监督', '行政执法']],
  ['xzzf', ['行政执法']],
  ['zf', ['执法监督', '行政执法']],
  ['行法', ['行政执法']],
  ['gdp', ['GDP 增速']],
  ['tfsj', ['突发事件应对']],
  ['税', []],
];

describe('codes for what was typed', () => {
  for (const [typed, names] of ROWS) {
    test(`${typed} → ${names.join(', ') || 'none'}`, () =>
      expect(suggestCodes(CODES, [], typed).map(({ name }) => name)).toEqual(names));
  }

  test('nothing typed: the last used first', () => {
    expect(
      suggestCodes(CODES, [], '')
        .slice(0, 2)
        .map(({ name }) => name),
    ).toEqual(['党的领导', '行政执法']);
  });

  test('what is chosen already is not offered', () => {
    expect(suggestCodes(CODES, ['行政执法'], '执法').map(({ name }) => name)).toEqual(['执法监督']);
  });
});
