import type { TextPositionSelector, TextQuoteSelector } from '../model/annotation.ts';
import type { Span } from '../model/span.ts';
import { foldedText } from './fold.ts';

/** Least context on each side, in characters that are no white space, where there are so many. */
const LEAST = 32;
/** Most: past it, only the place can tell two identical passages apart. */
const MOST = 512;

/** Start of a context of `size` visible characters that ends at `end`. */
function back(text: string, end: number, size: number): number {
  let at = end;
  for (let left = size; at > 0 && left > 0; ) {
    at--;
    if (text.charAt(at).trim() !== '') left--;
  }
  return at;
}

function forth(text: string, start: number, size: number): number {
  let at = start;
  for (let left = size; at < text.length && left > 0; at++) {
    if (text.charAt(at).trim() !== '') left--;
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
