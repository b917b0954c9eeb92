import type { FigureRule, NumberContext } from './ruleset.ts';

/** The rules that may answer for a number, in the order of the list. */
export type RulesFor = (context: NumberContext) => readonly FigureRule[];

const UNITS = 65_536;
const SCRIPTS = { arabic: 0, chinese: 1, digits: 2, word: 3 } as const;
const SCRIPT_NAMES = Object.keys(SCRIPTS) as (keyof typeof SCRIPTS)[];
/** Bits of a number's traits beside its script. */
const LONG = 4;
const ZERO = 8;
const HEADING = 16;
const TITLE = 32;
const QUOTATION = 64;
const ALL_TRAITS = 128;
const LONG_FROM = 4;

const ONLY = { zero: ZERO, heading: HEADING, title: TITLE, quotation: QUOTATION } as const;

/**
 * Sorts the rules by what they say of a number they can answer for (its traits, the characters around it), so that a
 * number is not given to a score of rules that refuse it at the first look. The list for a sort of numbers is made when
 * the first of the sort is met.
 */
export function ruleTable(rules: readonly FigureRule[]): RulesFor {
  const before = classesOf(rules.map((rule) => rule.before));
  const after = classesOf(rules.map((rule) => rule.after));
  const width = after.members.length;
  const table: (readonly FigureRule[] | undefined)[] = Array.from({
    length: ALL_TRAITS * before.members.length * width,
  });
  const listFor = (traits: number, left: number, right: number): readonly FigureRule[] =>
    rules.filter(
      (rule, i) =>
        mayHave(rule, traits) &&
        ((rule.before === undefined && rule.after === undefined) ||
          before.members[left]?.[i] === true ||
          after.members[right]?.[i] === true ||
          (rule.orLong === true && (traits & LONG) !== 0)),
    );
  return (context) => {
    const { text, to, number } = context;
    const traits = traitsOf(context);
    const left = number.start > 0 ? (before.of[text.charCodeAt(number.start - 1)] ?? 0) : 0;
    const right = number.end < to ? (after.of[text.charCodeAt(number.end)] ?? 0) : 0;
    const index = (traits * before.members.length + left) * width + right;
    const list = table[index];
    if (list !== undefined) return list;
    const made = listFor(traits, left, right);
    table[index] = made;
    return made;
  };
}

function traitsOf({ number, enclosure, inHeading }: NumberContext): number {
  let traits: number = SCRIPTS[number.script];
  const isLong =
    number.script === 'arabic' ? number.end - number.start >= LONG_FROM : number.script === 'digits';
  if (isLong) traits |= LONG;
  if (number.value === 0) traits |= ZERO;
  if (inHeading) traits |= HEADING;
  if (enclosure !== null) traits |= enclosure.kind === 'title' ? TITLE : QUOTATION;
  return traits;
}

function mayHave({ scripts, only }: FigureRule, traits: number): boolean {
  const script = SCRIPT_NAMES[traits & 3];
  if (only !== undefined && (traits & ONLY[only]) === 0) return false;
  return scripts === undefined || script === undefined || scripts.includes(script);
}

/** Characters in classes by the rules that ask for them; class 0 is that of all others, and of no character at all. */
function classesOf(asked: readonly (string | undefined)[]): { of: Uint8Array; members: boolean[][] } {
  const of = new Uint8Array(UNITS);
  const members = [asked.map(() => false)];
  const known = new Map<string, number>();
  for (const c of new Set(asked.join(''))) {
    const member = asked.map((characters) => characters?.includes(c) === true);
    const key = member.join();
    const index = known.get(key) ?? members.push(member) - 1;
    known.set(key, index);
    of[c.charCodeAt(0)] = index;
  }
  return { of, members };
}
