import { type SignTable, signTable } from '../text/sign-table.ts';
import { FREE } from '../text/signs.ts';
import type { Ruleset } from './ruleset.ts';

/** A figure may begin here, or a pair of marks opens. */
export const FIGURE = FREE;
/** A cue may begin here, */
export const CUE = FREE << 1;
/** or a word of a topic. */
export const TOPIC = FREE << 2;

const tables = new WeakMap<Ruleset, SignTable>();

/** What the characters of a text may begin for a ruleset; made once for each. */
export function signTableOf(rules: Ruleset): SignTable {
  const known = tables.get(rules);
  if (known !== undefined) return known;
  const marks = rules.enclosures.map(({ open }) => open).join('');
  const table = signTable(
    [[rules.anchors + marks, FIGURE]],
    [[rules.cues, CUE], ...(rules.topics === null ? [] : [[rules.topics.finder, TOPIC] as const])],
  );
  tables.set(rules, table);
  return table;
}
