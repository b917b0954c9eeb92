import { describe, expect, test } from 'vitest';
import { initialsOf } from '../../../lib/text/initials.ts';

const ROWS: [name: string, initials: string][] = [
  ['行政执法', 'xzzf'],
  ['党的领导', 'ddld'],
  ['法治宣传教育', 'fzxcjy'],
  ['突发事件应对', 'tfsjyd'],
  ['矛盾纠纷 A2', 'mdjfa2'],
  ['', ''],
  ['……', ''],
];

describe('first letters in pinyin', () => {
  for (const [name, initials] of ROWS)
    test(`${name} → ${initials}`, () => expect(initialsOf(name)).toBe(initials));
});
