import { widthOf } from '../model/line-ends.ts';
import type { Span } from '../model/span.ts';
import { isNumbered } from './numbered-line.ts';

/** From here on a line is set in, in half-width characters. */
export const SET_IN = 2;

const ENDED = /(?:[。！？；：;!?．]|……|[^\d.]\.)[”’」』）)》"']?$/;
/** Signs and words that begin an entry. */
const ENTRY = /^(?:[①-⑳❶-❿●○■□◆◇▲△★☆•·*]|第[一二三四五六七八九十百\d]{1,4}条|[问答QA][：:])/;
const INNER_END = /[。！？；;][”’」』）)》]?[^\s。！？；;”’」』）)》]/;
const CLAUSE = /[，。；：！？,;:!?]/;
const STOP = /[。；：！？;!?]/;
const LEAD = /[^\S\n]*$/;
/** Longest indent that is looked at, in characters. */
const LONGEST_LEAD = 160;
/** The number of a page between dashes, or told to be one. */
const PAGE_NUMBER =
  /^(?:[-\u2010-\u2015\uff0d]{1,2}\s*\d{1,4}\s*[-\u2010-\u2015\uff0d]{1,2}|第\s*\d{1,4}\s*页(?:[，,\s]*共\s*\d{1,4}\s*页)?)$/;
const BARE_NUMBER = /^\d{1,4}$/;
/** Columns set by spaces or tabs, or dots that lead to a page's number. */
const SET_OUT = /\S(?:\u3000| {2}|\t)\s*\S|…{3}|[.．·]{4}/;
const BLANK_LINE = /\n[^\S\n]*\r?\n/;
const NEW_PAGE = '\f';

/** How lines stand in a page or a file. */
export interface Setting {
  /** Plain spaces indent and blank lines part, as in a file or `pre`. */
  keepsSpaces: boolean;
  /** Set where each line has an element of its own, which mostly is a paragraph, so that more is asked of them. */
  elements?: {
    /** How far each is set in by the page's style, in half-width characters; asked only of what looks typed. */
    insets(): readonly number[];
    /** Offsets of those lines before which something parts them from the line before, such as an empty paragraph. */
    apart: ReadonlySet<number>;
  };
}

/** A line with what tells how it was typed. */
export interface Row extends Span {
  width: number;
  indent: number;
  isEnded: boolean;
  /** Without a mark that parts sentences, or if it has no number any mark, as a heading or title. */
  isHeadingLike: boolean;
  /** Its first and its last character, digits and signs of one sort as one. */
  edges: readonly [first: string, last: string];
  /** Whether a sentence ends in it and another begins. */
  hasInnerEnd: boolean;
  isNumbered: boolean;
  /** A row of columns, or of a table of contents: it neither goes on nor is it gone on with. */
  isSetOut: boolean;
  /** Whether a blank line or something like it stands between it and the row before. */
  isApart: boolean;
}

/** The lines with what tells how they were typed; numbers of pages are none of them. */
export function rowsOf(text: string, spans: readonly Span[], { keepsSpaces, elements }: Setting): Row[] {
  const rows: Row[] = [];
  let margin = Number.POSITIVE_INFINITY;
  let reached = 0;
  let isNewPage = false;
  for (const [at, span] of spans.entries()) {
    const own = text.slice(span.start, span.end);
    const isBareNumber = BARE_NUMBER.test(own);
    const until = isBareNumber ? (spans[at + 1]?.start ?? text.length) : span.start;
    const gap = text.slice(Math.max(reached, span.start - LONGEST_LEAD), until);
    const endsPage = gap.includes(NEW_PAGE);
    if (PAGE_NUMBER.test(own) || (isBareNumber && endsPage)) {
      isNewPage = true;
      continue;
    }
    isNewPage ||= endsPage;
    const lead = text.slice(Math.max(reached, span.start - LONGEST_LEAD), span.start).match(LEAD)?.[0] ?? '';
    const indent = indentOf(lead, keepsSpaces);
    if (keepsSpaces)
      margin = Math.min(margin, lead.match(/^[ \f]*/)?.[0].replaceAll(NEW_PAGE, '').length ?? 0);
    const isNumberedRow = isNumbered(own) || ENTRY.test(own);
    rows.push({
      ...span,
      indent,
      width: indent + widthOf(own),
      isEnded: ENDED.test(own),
      isHeadingLike: !(isNumberedRow ? STOP : CLAUSE).test(own),
      hasInnerEnd: INNER_END.test(own),
      edges: [sortOf(own.charAt(0)), sortOf(own.charAt(own.length - 1))],
      isNumbered: isNumberedRow,
      isSetOut: SET_OUT.test(own),
      isApart:
        !isNewPage && (elements?.apart.has(span.start) === true || (keepsSpaces && BLANK_LINE.test(gap))),
    });
    isNewPage = false;
    reached = span.end;
  }
  if (margin > 0 && margin !== Number.POSITIVE_INFINITY) {
    for (const row of rows) {
      row.indent -= margin;
      row.width -= margin;
    }
  }
  return rows;
}

const sortOf = (sign: string): string => sign.replace(/[\d%％‰]/, '0').replace(/[）)》〉】\]]/, ')');

function indentOf(lead: string, keepsSpaces: boolean): number {
  let indent = 0;
  for (const sign of lead) {
    if (/[\u2002\u2003\u3000]/.test(sign)) indent += 2;
    else if (sign === '\u00a0' || (keepsSpaces && sign === ' ')) indent += 1;
    else if (keepsSpaces && sign === '\t') indent += 4;
  }
  return indent;
}
