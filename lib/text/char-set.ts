/** A set of UTF-16 code units that is asked once per character of the text. */
export type CharSet = Uint8Array;

const UNITS = 65_536;

/** The set of the given characters (all in the basic plane). */
export function charSet(characters: string): CharSet {
  const set = new Uint8Array(UNITS);
  for (let i = 0; i < characters.length; i++) set[characters.charCodeAt(i)] = 1;
  return set;
}

/** Whether the character at `at` is `character` (one code unit); cheaper than cutting it out. */
export function stands(text: string, at: number, character: string): boolean {
  return text.charCodeAt(at) === character.charCodeAt(0);
}
