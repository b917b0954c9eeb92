const WIDE = /[\uff01-\uff5e\u3000\u2002\u2003\u2009\u00a0\u2236\u2f00-\u2fd5]/g;
const FIRST = 0xff01;
const LAST = 0xff5e;
const SHIFT = 0xfee0;
const RATIO = 0x2236;
/** The radicals of a dictionary, which stand for their characters (⼯ for 工) in texts copied out of PDF files. */
const FIRST_RADICAL = 0x2f00;
const LAST_RADICAL = 0x2fd5;
const SPACES: readonly number[] = [0x3000, 0x2002, 0x2003, 0x2009, 0xa0];

/** Whether a character is sure to stand for itself: nearly all do. */
export function isNarrow(code: number): boolean {
  return code < 0xa0 || (code > 0x3000 && code < FIRST);
}

/** One character for one: full-width ASCII becomes ASCII, the ratio sign a colon, wide spaces a space, radicals characters. */
export function narrow(code: number): number {
  if (code >= FIRST) return code <= LAST ? code - SHIFT : code;
  if (isNarrow(code)) return code;
  if (code >= FIRST_RADICAL && code <= LAST_RADICAL)
    return String.fromCharCode(code).normalize('NFKC').charCodeAt(0);
  return code === RATIO ? 0x3a : SPACES.includes(code) ? 0x20 : code;
}

/**
 * The text in one width: `，：；（）％１` as `,:;()%1`. Never changes the length, so offsets hold in both.
 * All rules read folded text; what is shown is always cut from the original.
 */
export function fold(text: string): string {
  return text.replace(WIDE, (character) => String.fromCharCode(narrow(character.charCodeAt(0))));
}
