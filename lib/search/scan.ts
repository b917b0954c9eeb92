import type { SearchPlace, ValueFilter } from '../model/search.ts';
import type { Span } from '../model/span.ts';
import { sameUnit } from '../model/units.ts';

/** Characters shown around words for which there is no sentence end near. */
const WINDOW = 60;
const MOST_PLACES = 3;
const STOP = /[。！？!?\n]/;
const NUMBER = /[\d.,，．%％]/;

/** How often the words stand in a folded text, all together; 0 when one of them is missing. */
export function countWords(folded: string, words: readonly string[]): number {
  let count = 0;
  for (const word of words) {
    let at = folded.indexOf(word);
    if (at < 0) return 0;
    for (; at >= 0; at = folded.indexOf(word, at + word.length)) count++;
  }
  return count;
}

/** Every place of the words in a folded text, in their order; none when one of the words is missing. */
export function placesOf(folded: string, words: readonly string[]): Span[] {
  const places: Span[] = [];
  for (const word of words) {
    let at = folded.indexOf(word);
    if (at < 0) return [];
    for (; at >= 0; at = folded.indexOf(word, at + word.length))
      places.push({ start: at, end: at + word.length });
  }
  return places.sort((a, b) => a.start - b.start);
}

/** Whether a figure is as large as asked, in the unit that was asked for or one that counts the same. */
export function passesValue(
  value: number,
  unit: string | null,
  { sign, value: limit, unit: asked }: ValueFilter,
): boolean {
  if (asked !== null && sameUnit(unit) !== sameUnit(asked)) return false;
  if (sign === '>=') return value >= limit;
  if (sign === '<=') return value <= limit;
  if (sign === '>') return value > limit;
  return sign === '<' ? value < limit : value === limit;
}

/** The places in their sentences; several in one sentence are one. At most three; “…” where a sentence is cut. */
export function inSentences(text: string, places: readonly Span[], of: SearchPlace['of']): SearchPlace[] {
  const shown: SearchPlace[] = [];
  let shownTo = 0;
  for (const { start, end } of places) {
    const last = shown.at(-1);
    if (last && start < shownTo) {
      if (end <= shownTo) last.marks.push({ start: start - last.start, end: end - last.start });
      continue;
    }
    if (shown.length === MOST_PLACES) break;
    // what was shown before is not shown again
    const from = Math.max(boundary(text, start, -1), shownTo);
    const to = STOP.test(text.charAt(end - 1)) ? end : boundary(text, end, 1);
    shown.push({
      of,
      sentence: text.slice(from, to),
      marks: [{ start: start - from, end: end - from }],
      start: from,
      isCutBefore: from > 0 && !STOP.test(text.charAt(from - 1)),
      isCutAfter: to < text.length && !STOP.test(text.charAt(to - 1)) && text.charAt(to) !== '\n',
    });
    shownTo = to;
  }
  return shown;
}

/** The end of the sentence in one direction, or as far as is shown: never within a number. */
function boundary(text: string, at: number, step: 1 | -1): number {
  let stop = step > 0 ? Math.min(text.length, at + WINDOW) : Math.max(0, at - WINDOW);
  while (stop !== at && NUMBER.test(text.charAt(stop - 1)) && NUMBER.test(text.charAt(stop))) stop -= step;
  for (let i = at; i !== stop; i += step) {
    const sign = text.charAt(step > 0 ? i : i - 1);
    // the line feed that ends a paragraph is no part of its last sentence
    if (STOP.test(sign)) return step > 0 && sign !== '\n' ? i + 1 : i;
  }
  return stop;
}
