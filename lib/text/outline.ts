import type { Span } from '../model/span.ts';
import type { Block } from '../model/text.ts';
import { charSet } from './char-set.ts';
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

/** What the language's rules know of headings that their form does not show. */
export interface HeadingKnowledge {
  /** A line without a number that is a heading all the same (2025年工作安排建议). */
  isBareHeading(line: string): boolean;
  /** A numbered line that is none: a row of a prescribed table. */
  isNoHeading(line: string): boolean;
}

const LONGEST_TITLE = 60;
const LONGEST_BARE = 36;
const LONGEST_LABEL = 48;
const STOP = charSet('。!');
const CLAUSE = charSet(',;:。!');
/** After these a run-in item may begin in the middle of a paragraph. */
const BEFORE_ITEM = charSet('。;:,!?”)');
const BEFORE_HEADING = charSet('。!?');
const ITEM_STARTS = charSet('一二三四五六七八九十第①②③④⑤⑥⑦⑧⑨⑩(');
const BLANK = charSet(' \t\r\n');

/**
 * The headings and items of folded text, in order, with the end of what each governs.
 * Forms: 一、 (一) 1. ① 第一, 第一部分, 一是; a number counts as a heading only where its series goes on or begins anew.
 */
export function outlineOf(text: string, blocks: readonly Block[], knowledge: HeadingKnowledge): Heading[] {
  const headings: Heading[] = [];
  const chain = new Chain();
  blocks.forEach((block, index) => {
    if (block.cell === undefined) readBlock(text, block, index, headings, chain, knowledge);
  });
  return withBodies(text, blocks, headings);
}

/** Remembers how far each series has counted, so that lists, tables and quotations are told from headings. */
class Chain {
  private readonly last = new Map<HeadingNumber['series'], number>();

  /** Whether this number goes on with its series or may begin it anew here. */
  fits(number: HeadingNumber, inside: boolean): boolean {
    const last = this.last.get(number.series) ?? 0;
    if (number.value === last + 1) return true;
    if (number.series === 'level1') return !inside && number.value > last && number.value <= last + 3;
    return inside ? number.value === 1 : number.value === 1 || number.value > last;
  }

  /** A heading of one series ends the series below it. */
  note(series: HeadingNumber['series'], value: number): void {
    this.last.set(series, value);
    const below = BELOW[series];
    for (const other of below) this.last.delete(other);
  }

  /** A bare heading ends all series. */
  reset(): void {
    this.last.clear();
  }
}

const DEEP: readonly HeadingNumber['series'][] = ['bracketed', 'circled', 'ordinal', 'item'];
const BELOW: Readonly<Record<HeadingNumber['series'], readonly HeadingNumber['series'][]>> = {
  part: ['level1', 'level2', 'arabic', ...DEEP],
  level1: ['level2', 'arabic', ...DEEP],
  level2: ['arabic', ...DEEP],
  arabic: DEEP,
  bracketed: ['circled', 'item'],
  circled: [],
  ordinal: ['item'],
  item: [],
};

function readBlock(
  text: string,
  block: Block,
  index: number,
  headings: Heading[],
  chain: Chain,
  knowledge: HeadingKnowledge,
): void {
  const line = trimmed(text, block.start, block.end);
  if (line === null) return;
  const number = headingNumberAt(text, line.start);
  const whole = line.end - line.start <= LONGEST_TITLE ? text.slice(line.start, line.end) : '';
  let from = line.start;
  if (number !== null && !(whole !== '' && knowledge.isNoHeading(whole)) && number.end < line.end) {
    if (number.series === 'item' || chain.fits(number, false)) {
      chain.note(number.series, number.value);
      const heading = headingFrom(text, line, line.start, number, index);
      headings.push(heading);
      from = Math.max(number.end, line.start + 1);
    }
  } else if (whole !== '' && whole.length <= LONGEST_BARE && knowledge.isBareHeading(whole)) {
    chain.reset();
    headings.push({
      ...line,
      depth: 1,
      number: null,
      title: whole,
      titleStart: line.start,
      bodyEnd: block.end,
      runIn: false,
      series: 'none',
      value: 0,
      block: index,
    });
    return;
  }
  readInside(text, { start: from, end: line.end }, index, headings, chain);
}

/** Items (一是, ①, 第一,) and, where paragraph breaks were lost, headings in the middle of a block. */
function readInside(text: string, rest: Span, block: number, headings: Heading[], chain: Chain): void {
  for (let at = rest.start + 1; at < rest.end; at++) {
    if (ITEM_STARTS[text.charCodeAt(at)] !== 1) continue;
    let before = at - 1;
    while (before >= rest.start && BLANK[text.charCodeAt(before)] === 1) before--;
    if (before < rest.start || BEFORE_ITEM[text.charCodeAt(before)] !== 1) continue;
    const number = headingNumberAt(text, at);
    if (number === null || number.end >= rest.end || !chain.fits(number, true)) continue;
    const deep = number.depth === 3;
    if (!deep && BEFORE_HEADING[text.charCodeAt(before)] !== 1) continue;
    if (number.series === 'arabic' || number.series === 'ordinal') {
      if (BEFORE_HEADING[text.charCodeAt(before)] !== 1 && text[before] !== ':' && text[before] !== ';')
        continue;
    }
    chain.note(number.series, number.value);
    headings.push(headingFrom(text, { start: at, end: rest.end }, at, number, block));
    at = number.end - 1;
  }
}

/** The heading that begins at `start`: to its 。, to the end of its line, or, when that is far, to its first clause. */
function headingFrom(text: string, line: Span, start: number, number: HeadingNumber, block: number): Heading {
  const far = Math.min(line.end, number.end + 400);
  let stop = number.end;
  while (stop < far && STOP[text.charCodeAt(stop)] !== 1) stop++;
  const item = number.depth < 3 ? firstItem(text, number.end, stop) : -1;
  if (item >= 0) stop = item;
  const closed = stop < far;
  const longest = number.depth === 3 ? LONGEST_LABEL : LONGEST_TITLE;
  let end = closed ? stop + 1 : line.end;
  let titleEnd = closed ? stop : line.end;
  const long = titleEnd - number.end > longest;
  const onlySentence = number.depth === 3 && closed && !goesOn(text, stop + 1, line.end);
  if (long || onlySentence) {
    let clause = number.end + 1;
    while (clause < end && CLAUSE[text.charCodeAt(clause)] !== 1) clause++;
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

/** The mark before 一是 where items begin inside the words of a heading; -1: none. */
function firstItem(text: string, start: number, end: number): number {
  for (let at = start + 1; at + 2 < end; at++) {
    if (text[at] === '一' && text[at + 1] === '是' && CLAUSE[text.charCodeAt(at - 1)] === 1) return at - 1;
  }
  return -1;
}

/** Whether words follow before the end of the line or the next item. */
function goesOn(text: string, from: number, end: number): boolean {
  let at = from;
  while (at < end && BLANK[text.charCodeAt(at)] === 1) at++;
  if (at >= end) return false;
  return headingNumberAt(text, at) === null;
}

/** Each heading governs the text up to the next of its depth or above; a run-in item never past its paragraph. */
function withBodies(text: string, blocks: readonly Block[], headings: Heading[]): Heading[] {
  const last = blocks.at(-1)?.end ?? text.length;
  const open: Heading[] = [];
  for (const heading of headings) {
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= heading.depth)
      close(text, open.pop(), heading.start);
    open.push(heading);
  }
  while (open.length > 0) close(text, open.pop(), last);
  for (const heading of headings) {
    if (heading.series !== 'item' && heading.series !== 'circled') continue;
    heading.bodyEnd = Math.min(heading.bodyEnd, blocks[heading.block]?.end ?? heading.bodyEnd);
  }
  return headings;
}

function close(text: string, heading: Heading | undefined, at: number): void {
  if (heading === undefined) return;
  let end = at;
  while (end > heading.end && BLANK[text.charCodeAt(end - 1)] === 1) end--;
  heading.bodyEnd = end;
}
