/** A set of UTF-16 code units that is asked once per character of the text. */
export type CharSet = Uint8Array;

const UNITS = 65_536;

/** The set of the given characters (all in the basic plane). */
export function charSet(characters: string): CharSet {
  const set = new Uint8Array(UNITS);
  for (let i = 0; i < characters.length; i++) set[characters.charCodeAt(i)] = 1;
  return set;
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
  for (let i = start; i < end; i++) if (set[text.charCodeAt(i)] === 1) return true;
  return false;
}

/** Whether the character at `at` is `character` (one code unit); cheaper than cutting it out. */
export function stands(text: string, at: number, character: string): boolean {
  return text.charCodeAt(at) === character.charCodeAt(0);
}
