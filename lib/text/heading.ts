import type { Span } from '../model/span.ts';
import { charSet, isIn } from './char-set.ts';
import { type HeadingNumber, headingNumberAt } from './heading-number.ts';
import { trimmed } from './sentences.ts';

/** A heading or item as its form shows it, before anything is known of its role. */
export interface Heading extends Span {
  depth: 1 | 2 | 3;
  number: string | null;
  title: string;
  /** Where the title begins; it has the same length in the folded and in the original text. */
  titleStart: number;
  bodyEnd: number;
  /** Whether words of its own follow in the same paragraph, so that the heading is a label there. */
  runIn: boolean;
  series: HeadingNumber['series'] | 'none';
  value: number;
  block: number;
}

const LONGEST_TITLE = 60;
const LONGEST_LABEL = 48;
const STOP = charSet('。!');
/** An item of a list ends at its ; too: 一是…薄弱;二是…不足. */
const ITEM_STOP = charSet('。!;');
const CLAUSE = charSet(',;:。!');
const BLANK = charSet(' \t\r\n');
const INNER_STARTS = charSet('一(');

/** The heading that begins at `start`: to its 。, to the end of its line, or, when that is far, to its first clause. */
export function headingFrom(
  text: string,
  line: Span,
  start: number,
  number: HeadingNumber,
  block: number,
): Heading {
  const far = Math.min(line.end, number.end + 400);
  const stops = number.depth === 3 ? ITEM_STOP : STOP;
  let stop = number.end;
  while (stop < far && !isIn(stops, text.charCodeAt(stop))) stop++;
  const inner = number.depth < 3 ? firstInside(text, number.end, stop) : -1;
  if (inner >= 0) stop = inner;
  const closed = stop < far;
  const hasMark = closed && isIn(CLAUSE, text.charCodeAt(stop));
  const longest = number.depth === 3 ? LONGEST_LABEL : LONGEST_TITLE;
  let end = !closed ? line.end : hasMark ? stop + 1 : stop;
  let titleEnd = closed ? stop : line.end;
  const long = titleEnd - number.end > longest;
  const onlySentence = number.depth === 3 && closed && !goesOn(text, stop + 1, line.end);
  if (long || onlySentence) {
    let clause = number.end + 1;
    while (clause < end && !isIn(CLAUSE, text.charCodeAt(clause))) clause++;
    if (clause < titleEnd && clause - number.end <= LONGEST_TITLE) {
      titleEnd = clause;
      end = clause + 1;
    } else if (long) {
      titleEnd = Math.min(titleEnd, number.end + LONGEST_TITLE);
      end = titleEnd;
    }
  }
  const words = trimmed(text, number.end, titleEnd);
  const title = words === null ? '' : text.slice(words.start, words.end);
  const titleStart = words?.start ?? number.end;
  const { depth, series, value } = number;
  const runIn = goesOn(text, end, line.end);
  return {
    start,
    end,
    depth,
    number: number.number,
    title,
    titleStart,
    bodyEnd: end,
    runIn,
    series,
    value,
    block,
  };
}

/** Where something else begins inside the words of a heading: the mark before 一是, (一), a gap of blanks; -1: nowhere. */
function firstInside(text: string, start: number, end: number): number {
  const gaps = end - start > LONGEST_TITLE;
  for (let at = start + 1; at + 2 < end; at++) {
    const c = text.charCodeAt(at);
    if (
      gaps &&
      at > start + 3 &&
      isIn(BLANK, c) &&
      (isIn(BLANK, text.charCodeAt(at + 1)) || isTitle(text, start, at))
    )
      return at;
    if (!isIn(INNER_STARTS, c)) continue;
    if (text.startsWith('一是', at) && isIn(CLAUSE, text.charCodeAt(at - 1))) return at - 1;
    if (text.startsWith('(一)', at)) return at;
  }
  return -1;
}

const TITLE = /^[\u4e00-\u9fff]{4,20}$/;

/** Whether the words before a single blank are all of a title: (一)公开内容 通过门户网站…. */
function isTitle(text: string, start: number, end: number): boolean {
  return end - start <= 20 && TITLE.test(text.slice(start, end));
}

/** Whether words follow before the end of the line or the next item. */
function goesOn(text: string, from: number, end: number): boolean {
  let at = from;
  while (at < end && isIn(BLANK, text.charCodeAt(at))) at++;
  if (at >= end) return false;
  return headingNumberAt(text, at) === null;
}
