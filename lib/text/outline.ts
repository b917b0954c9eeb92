import type { Span } from '../model/span.ts';
import type { Block } from '../model/text.ts';
import { charSet, isIn, stands } from './char-set.ts';
import { type Heading, headingFrom } from './heading.ts';
import { type HeadingNumber, headingNumberAt, setApartNumber } from './heading-number.ts';
import { trimmed } from './sentences.ts';
import { ITEM, nextSign, type Signs } from './signs.ts';

export type { Heading } from './heading.ts';

/** What the language's rules know of headings that their form does not show. */
export interface HeadingKnowledge {
  /** A line without a number that is a heading all the same (2025年工作安排建议). */
  isBareHeading(line: string): boolean;
  /** A numbered line that is none: a row of a prescribed table. */
  isNoHeading(line: string): boolean;
}

const LONGEST_TITLE = 60;
const LONGEST_BARE = 36;
const LONGEST_ALONE = 40;
const LONGEST_JUMP = 12;
/** Marks that a heading alone on its line does not hold. */
const IN_SENTENCES = /[。;!?]|:(?!$)/;
/** After these a run-in item may begin in the middle of a paragraph. */
const BEFORE_ITEM = charSet('。;:,!?”)');
const BEFORE_HEADING = charSet('。!?');
const BLANK = charSet(' \t\r\n');

/**
 * The headings and items of folded text, in order, with the end of what each governs.
 * Forms: 一、 (一) 1. ① 第一, 第一部分, 一是; a number counts as a heading only where its series goes on or begins anew.
 */
export function outlineOf(
  text: string,
  signs: Signs,
  blocks: readonly Block[],
  knowledge: HeadingKnowledge,
): Heading[] {
  const headings: Heading[] = [];
  const chain = new Chain();
  blocks.forEach((block, index) => {
    if (block.cell === undefined) readBlock(text, signs, block, index, headings, chain, knowledge);
  });
  return withBodies(text, blocks, headings);
}

/** Remembers how far each series has counted, so that lists, tables and quotations are told from headings. */
class Chain {
  private readonly last = new Map<HeadingNumber['series'], number>();

  /** Whether this number goes on with its series or may begin it anew here; `alone`: nothing else stands on its line. */
  fits(number: HeadingNumber, inside: boolean, alone = false): boolean {
    const last = this.last.get(number.series) ?? 0;
    if (number.value === last + 1) return true;
    // parts may be lost with their tables, or stand on the page before
    const jump = alone ? LONGEST_JUMP : 3;
    if (number.series === 'level1') return !inside && number.value > last && number.value <= last + jump;
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
  signs: Signs,
  block: Block,
  index: number,
  headings: Heading[],
  chain: Chain,
  knowledge: HeadingKnowledge,
): void {
  const line = trimmed(text, block.start, block.end);
  if (line === null) return;
  const whole = line.end - line.start <= LONGEST_TITLE ? text.slice(line.start, line.end) : '';
  const number = headingNumberAt(text, line.start) ?? setApartNumber(whole, line.start);
  let from = line.start;
  if (number !== null && !(whole !== '' && knowledge.isNoHeading(whole)) && number.end < line.end) {
    const alone = whole !== '' && whole.length <= LONGEST_ALONE && !IN_SENTENCES.test(whole);
    if (number.series === 'item' || chain.fits(number, false, alone)) {
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
  readInside(text, signs, { start: from, end: line.end }, index, headings, chain);
}

/** Items (一是, ①, 第一,) and, where paragraph breaks were lost, headings in the middle of a block. */
function readInside(
  text: string,
  signs: Signs,
  rest: Span,
  block: number,
  headings: Heading[],
  chain: Chain,
): void {
  const loose = rest.end - rest.start > LOST_BREAKS;
  for (
    let at = nextSign(signs, ITEM, rest.start + 1, rest.end);
    at < rest.end;
    at = nextSign(signs, ITEM, at + 1, rest.end)
  ) {
    let before = at - 1;
    while (before >= rest.start && at - before < 8 && isIn(BLANK, text.charCodeAt(before))) before--;
    if (before < rest.start) continue;
    const code = text.charCodeAt(before);
    if (!isIn(BEFORE_ITEM, code) && !loose) continue;
    const number = headingNumberAt(text, at);
    if (number === null || number.end >= rest.end || !mayFollow(number, code, at - before - 1, loose))
      continue;
    if (!chain.fits(number, true)) continue;
    const heading = headingFrom(text, { start: at, end: rest.end }, at, number, block);
    // 内容包括:1.总体情况;2.主动公开情况;: a list of names
    if (number.series === 'arabic' && !stands(text, heading.end - 1, '。')) continue;
    chain.note(number.series, number.value);
    headings.push(heading);
    at = number.end - 1;
  }
}

/** A block longer than this has lost its paragraph breaks, or may have: headings are then looked for anywhere. */
const LOST_BREAKS = 800;
const ARTICLE = charSet('第条款项(');

/** Whether a number may open a heading or item after the character `before`, with so many blanks between. */
function mayFollow(number: HeadingNumber, before: number, blanks: number, loose: boolean): boolean {
  if (isIn(BEFORE_HEADING, before)) return true;
  const colon = before === 0x3a;
  if (number.depth < 3)
    return loose && (colon || blanks >= 2 || (number.series === 'level2' && !isIn(ARTICLE, before)));
  if (number.series === 'arabic' || number.series === 'ordinal') return colon || before === 0x3b;
  return isIn(BEFORE_ITEM, before);
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
  while (end > heading.end && isIn(BLANK, text.charCodeAt(end - 1))) end--;
  heading.bodyEnd = end;
}
