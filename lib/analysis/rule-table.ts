import type { FigureRule, NumberContext } from './ruleset.ts';

/** The rules that may answer for a number, in the order of the list. */
export type RulesFor = (context: NumberContext) => readonly FigureRule[];

const UNITS = 65_536;
const SCRIPTS = ['arabic', 'chinese', 'digits', 'word'] as const;

/**
 * Sorts the rules beforehand by what they say of a number they can answer for (its script, the characters around it), so that
 * a number is not given to a score of rules that refuse it at the first look.
 */
export function ruleTable(rules: readonly FigureRule[]): RulesFor {
  const before = classesOf(rules.map((rule) => rule.before));
  const after = classesOf(rules.map((rule) => rule.after));
  const table = Object.fromEntries(
    SCRIPTS.map((script) => [
      script,
      before.members.flatMap((left) =>
        after.members.map((right) =>
          rules.filter((rule, i) => left[i] && right[i] && rule.scripts?.includes(script) !== false),
        ),
      ),
    ]),
  );
  const width = after.members.length;
  return ({ text, to, number: { start, end, script } }) => {
    const left = start > 0 ? (before.of[text.charCodeAt(start - 1)] ?? 0) : 0;
    const right = end < to ? (after.of[text.charCodeAt(end)] ?? 0) : 0;
    return table[script]?.[left * width + right] ?? rules;
  };
}

/** Characters in classes by the rules that ask for them; class 0 is that of all others, and of no character at all. */
function classesOf(asked: readonly (string | undefined)[]): { of: Uint8Array; members: boolean[][] } {
  const of = new Uint8Array(UNITS);
  const members = [asked.map((characters) => characters === undefined)];
  const known = new Map<string, number>();
  for (const c of new Set(asked.join(''))) {
    const member = asked.map((characters) => characters?.includes(c) !== false);
    const key = member.join();
    const index = known.get(key) ?? members.push(member) - 1;
    known.set(key, index);
    of[c.charCodeAt(0)] = index;
  }
  return { of, members };
}
