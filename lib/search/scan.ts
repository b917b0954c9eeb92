import type { FigureMention } from '../model/mention.ts';
import type { SearchPlace, ValueFilter } from '../model/search.ts';
import type { Span } from '../model/span.ts';

/** Characters shown around words for which there is no sentence end near. */
const WINDOW = 60;
const MOST_PLACES = 3;
const STOP = /[。！？!?\n]/;

/** Where each of the words stands in a folded text; `null` when one of them is missing. */
export function findWords(
  folded: string,
  words: readonly string[],
): { places: Span[]; count: number } | null {
  const places: Span[] = [];
  let count = 0;
  for (const word of words) {
    let at = folded.indexOf(word);
    if (at < 0) return null;
    for (let kept = 0; at >= 0; at = folded.indexOf(word, at + word.length), count++) {
      if (kept++ < MOST_PLACES) places.push({ start: at, end: at + word.length });
    }
  }
  return { places: places.sort((a, b) => a.start - b.start), count };
}

/** Figures that a filter lets through. */
export function figuresFor(
  figures: readonly FigureMention[],
  { sign, value, unit }: ValueFilter,
): FigureMention[] {
  return figures.filter((figure) => {
    if (unit !== null && figure.unit !== unit) return false;
    if (sign === '>=') return figure.value >= value;
    if (sign === '<=') return figure.value <= value;
    if (sign === '>') return figure.value > value;
    return sign === '<' ? figure.value < value : figure.value === value;
  });
}

/** The places in their sentences; several in one sentence are one. At most three. */
export function inSentences(text: string, places: readonly Span[], of: SearchPlace['of']): SearchPlace[] {
  const shown: SearchPlace[] = [];
  for (const { start, end } of places) {
    const last = shown.at(-1);
    if (last && start < last.start + last.sentence.length) {
      if (end <= last.start + last.sentence.length) {
        last.marks.push({ start: start - last.start, end: end - last.start });
      }
      continue;
    }
    if (shown.length === MOST_PLACES) break;
    const from = boundary(text, start, -1);
    const to = boundary(text, end, 1);
    shown.push({
      of,
      sentence: text.slice(from, to),
      marks: [{ start: start - from, end: end - from }],
      start: from,
    });
  }
  return shown;
}

/** The end of the sentence in one direction, or as far as is shown. */
function boundary(text: string, at: number, step: 1 | -1): number {
  const stop = step > 0 ? Math.min(text.length, at + WINDOW) : Math.max(0, at - WINDOW);
  for (let i = at; i !== stop; i += step) {
    const sign = text.charAt(step > 0 ? i : i - 1);
    if (STOP.test(sign)) return step > 0 ? i + 1 : i;
  }
  return stop;
}
