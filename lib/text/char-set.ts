/** A set of UTF-16 code units, a bit each: the sets of all rules together stay small enough to be near at hand. */
export type CharSet = Int32Array;

const WORDS = 65_536 / 32;

/** The set of the given characters (all in the basic plane). */
export function charSet(characters: string): CharSet {
  const set = new Int32Array(WORDS);
  for (let i = 0; i < characters.length; i++) {
    const code = characters.charCodeAt(i);
    set[code >>> 5] = (set[code >>> 5] ?? 0) | (1 << (code & 31));
  }
  return set;
}

/** Whether a code unit is in the set; `NaN`, what `charCodeAt` gives outside a text, is in none. */
export function isIn(set: CharSet, code: number): boolean {
  return ((set[code >>> 5] ?? 0) & (1 << (code & 31))) !== 0;
}

/** The pairs of a character and one of those that may stand on its other side, as one number each. */
export type CharPairs = ReadonlySet<number>;

/** The pairs of a record of single characters, each with the characters it pairs with. */
export function charPairs(record: Readonly<Record<string, string>>): CharPairs {
  const pairs = new Set<number>();
  for (const [first, seconds] of Object.entries(record)) {
    for (let i = 0; i < seconds.length; i++) pairs.add(pairOf(first.charCodeAt(0), seconds.charCodeAt(i)));
  }
  return pairs;
}

/** The number of a pair of UTF-16 code units. */
export function pairOf(first: number, second: number): number {
  return (first << 16) | second;
}

/** Whether one of the characters stands in `text[start, end)`: asked before a closer look that is seldom needed. */
export function holds(text: string, set: CharSet, start: number = 0, end: number = text.length): boolean {
  for (let i = start; i < end; i++) if (isIn(set, text.charCodeAt(i))) return true;
  return false;
}

/** Whether the character at `at` is `character` (one code unit); cheaper than cutting it out. */
export function stands(text: string, at: number, character: string): boolean {
  return text.charCodeAt(at) === character.charCodeAt(0);
}
