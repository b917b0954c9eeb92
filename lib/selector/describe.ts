import type { TextPositionSelector, TextQuoteSelector } from '../model/annotation.ts';
import type { Span } from '../model/span.ts';
import { foldedText } from './fold.ts';

/** Least context on each side, in characters that are no white space, where there are so many. */
const LEAST = 32;
/** Most: past it, only the place can tell two identical passages apart. */
const MOST = 512;

/** Context goes past the borders of the sentence by so much: a sentence may be repeated, its neighbours seldom are. */
const BEYOND = 20;

const isInk = (character: string): boolean => character.trim() !== '';
const isEnd = (character: string): boolean => '。！？!?'.includes(character);

/** Start of the context before `end`: `size` visible characters, and `BEYOND` of them past a sentence's end. */
function back(text: string, end: number, size: number): number {
  let at = end;
  let passed = -1;
  for (let ink = 0; at > 0 && ink < MOST && !(ink >= size && passed >= BEYOND); ) {
    at--;
    const character = text.charAt(at);
    if (!isInk(character)) continue;
    ink++;
    if (passed >= 0) passed++;
    else if (isEnd(character)) passed = 0;
  }
  return at;
}

function forth(text: string, start: number, size: number): number {
  let at = start;
  let passed = isEnd(text.charAt(start - 1)) ? 0 : -1;
  for (let ink = 0; at < text.length && ink < MOST && !(ink >= size && passed >= BEYOND); at++) {
    const character = text.charAt(at);
    if (!isInk(character)) continue;
    ink++;
    if (passed >= 0) passed++;
    else if (isEnd(character)) passed = 0;
  }
  return at;
}

/**
 * The selectors of a span (W3C Web Annotation, 4.2.4 and 4.2.5). Context is widened until quote and context together
 * occur once in the text, white space and width folded. Throws `RangeError` for a span outside the text.
 */
export function describe(
  text: string,
  span: Span,
): { quote: TextQuoteSelector; position: TextPositionSelector } {
  const { start, end } = span;
  if (!(start >= 0 && start <= end && end <= text.length))
    throw new RangeError(`no such span: ${start}–${end}`);
  const folded = foldedText(text);
  for (let size = LEAST; ; size *= 2) {
    const from = back(text, start, size);
    const to = forth(text, end, size);
    const pattern = foldedText(text.slice(from, to));
    const first = folded.indexOf(pattern);
    const isUnique = folded.indexOf(pattern, first + 1) === -1;
    if (isUnique || size >= MOST || (from === 0 && to === text.length)) {
      return {
        quote: {
          type: 'TextQuoteSelector',
          exact: text.slice(start, end),
          prefix: text.slice(from, start),
          suffix: text.slice(end, to),
        },
        position: { type: 'TextPositionSelector', start, end },
      };
    }
  }
}
