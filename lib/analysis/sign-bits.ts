import { type SignTable, signTable } from '../text/sign-table.ts';
import { FREE } from '../text/signs.ts';
import type { Ruleset } from './ruleset.ts';

/** A written number may begin here, */
export const NUMBER = FREE;
/** a pair of marks open, */
export const MARK = FREE << 1;
/** a cue begin, */
export const CUE = FREE << 2;
/** or a word of a topic. */
export const TOPIC = FREE << 3;

const tables = new WeakMap<Ruleset, SignTable>();

/** What the characters of a text may begin for a ruleset; made once for each. */
export function signTableOf(rules: Ruleset): SignTable {
  const known = tables.get(rules);
  if (known !== undefined) return known;
  const marks = rules.enclosures.map(({ open }) => open).join('');
  const table = signTable(
    [
      [rules.anchors, NUMBER],
      [marks, MARK],
    ],
    [[rules.cues, CUE], ...(rules.topics === null ? [] : [[rules.topics.finder, TOPIC] as const])],
  );
  tables.set(rules, table);
  return table;
}
