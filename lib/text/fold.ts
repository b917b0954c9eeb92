const WIDE = /[\uff01-\uff5e\u3000\u2002\u2003\u2009\u00a0\u2236]/g;
const FIRST = 0xff01;
const LAST = 0xff5e;
const SHIFT = 0xfee0;

/** One character for one: full-width ASCII becomes ASCII, the ratio sign a colon, wide spaces a space. */
function narrow(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= FIRST && code <= LAST) return String.fromCharCode(code - SHIFT);
  return code === 0x2236 ? ':' : ' ';
}

/**
 * The text in one width: `，：；（）％１` as `,:;()%1`. Never changes the length, so offsets hold in both.
 * All rules read folded text; what is shown is always cut from the original.
 */
export function fold(text: string): string {
  return text.replace(WIDE, narrow);
}
