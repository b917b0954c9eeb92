import type { Span } from '../model/span.ts';
import { isNumbered } from './furniture.ts';

/** Narrowest and widest columns that texts were typed in, in half-width characters. */
const NARROWEST = 30;
const WIDEST = 160;
/** So much less than the widest line is still a full line: a word or a figure did not fit in. */
const RAGGED = 8;

const widthOf = (text: string): number => text.length + (text.match(/[\u0100-\uffff]/g)?.length ?? 0);
const ENDED = /[。！？；：;!?][”’」』）)》]?$/;
const INNER_END = /[。！？；;][”’」』）)》]?[^\s。！？；;”’」』）)》]/;
const LEAD = /[^\S\n]*$/;
const INDENT = /[\u3000\u2002\u2003]|\u00a0{2}/;

/**
 * Joins the lines of text that was typed line by line (from plain text or a scan): a line as wide as the column that
 * ends in mid-sentence goes on in the next. Lines that are not set so stay as they are. `spans`: the lines of one
 * element between line breaks, in order, trimmed; `keepsSpaces`: plain spaces indent, too.
 */
export function unwrapped(text: string, spans: readonly Span[], keepsSpaces: boolean): Span[] {
  if (spans.length < 4) return [...spans];
  const rows = spans.map((span, at) => {
    const before = text.slice(spans[at - 1]?.end ?? Math.max(0, span.start - 8), span.start);
    const lead = before.match(LEAD)?.[0] ?? '';
    const indent = keepsSpaces ? lead : lead.replace(/[ \t\r]/g, '');
    const own = text.slice(span.start, span.end);
    return {
      ...span,
      isIndented: INDENT.test(indent) || / {2}|\t/.test(indent),
      width: widthOf(indent + own),
      isEnded: ENDED.test(own),
      isNumbered: isNumbered(own),
    };
  });
  const column = Math.max(...rows.map(({ width }) => width));
  if (column < NARROWEST || column > WIDEST) return [...spans];
  // entries of a list may be as long as each other, but in none of them does a sentence end and another begin
  if (!rows.some(({ start, end }) => INNER_END.test(text.slice(start, end)))) return [...spans];
  const open = rows.filter(
    ({ isEnded, isNumbered: is, width }) => !isEnded && !(is && width < column - RAGGED),
  );
  const full = open.filter(({ width }) => width >= column - RAGGED);
  if (full.length < 3 || full.length < (open.length - full.length) * 2) return [...spans];
  const usesIndent = rows.filter(({ isIndented }) => isIndented).length > 1;
  const joined: Span[] = [];
  let before: (typeof rows)[number] | undefined;
  for (const row of rows) {
    const last = joined[joined.length - 1];
    const isFull = before !== undefined && before.width >= column - RAGGED;
    const goesOn = usesIndent ? isFull || before?.isEnded === false : isFull && before?.isEnded === false;
    if (last && goesOn && !row.isIndented && !row.isNumbered) last.end = row.end;
    else joined.push({ start: row.start, end: row.end });
    before = row;
  }
  return joined;
}
