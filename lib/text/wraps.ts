import { lineEndsIn } from '../model/line-ends.ts';
import type { Span } from '../model/span.ts';
import type { Block } from '../model/text.ts';
import { Column, isBegin, WIDEST } from './typed-column.ts';
import { type Row, rowsOf, SET_IN, type Setting } from './typed-rows.ts';

/** Whether a gap between two lines shows itself to be nothing else; an empty one does. */
function isLineEnd(text: string, gap: Span): boolean {
  const [found = { start: gap.start, end: gap.start }] = lineEndsIn(text, gap);
  return found.start === gap.start && found.end === gap.end;
}

/**
 * Joins the lines of text that was typed line by line (from plain text or a scan): a line as wide as the column that
 * ends in mid-sentence goes on in the next. Lines that are not set so stay as they are. `spans`: lines that follow each
 * other, in order, trimmed. The blocks tell their breaks where these are more than line ends, or stand between elements.
 */
export function unwrapped(text: string, spans: readonly Span[], setting: Setting): Block[] {
  const asTheyAre = () => spans.map(({ start, end }) => ({ start, end }));
  if (spans.length < 4 || spans.some(({ start, end }) => end - start > WIDEST)) return asTheyAre();
  const rows = rowsOf(text, spans, setting);
  const column = new Column(rows);
  const isSpaced = rows.filter(({ isApart }) => isApart).length > rows.length / 2;
  // what stands between all lines parts none of them
  if (isSpaced) for (const row of rows) row.isApart = false;
  const isStrict = setting.elements !== undefined || setting.keepsSpaces || isSpaced;
  if (!column.isLikely(isStrict) || (isStrict && !column.isTight())) return asTheyAre();
  if (setting.elements) {
    const insets = setting.elements.insets();
    const byStart = new Map(spans.map(({ start }, at) => [start, insets[at] ?? 0]));
    for (const row of rows) row.indent += byStart.get(row.start) ?? 0;
  }
  const showsBegin = isStrict
    ? column.showsBegin()
    : rows.filter(({ indent }) => indent >= SET_IN).length > 1;
  if (isStrict && !showsBegin && !column.showsEnd()) return asTheyAre();
  const joined: Block[] = [];
  /** The block that the row before ends. */
  let last: Block | undefined;
  let before: Row | undefined;
  let at = 0;
  for (const { start, end } of spans) {
    const row = rows[at];
    if (row?.start !== start) {
      // a page's number: a block of its own, unless the text goes on after it
      joined.push({ start, end });
      continue;
    }
    at++;
    const isNew = isBegin(row) || row.isNumbered || row.isSetOut;
    if (
      !last ||
      !before ||
      isNew ||
      !column.goesOn(before, row, before.start === last.start, showsBegin, isStrict)
    ) {
      last = { start, end };
      joined.push(last);
    } else {
      while (joined.at(-1) !== last) joined.pop();
      const gap = { start: last.end, end: start };
      if (setting.elements ? end > start : !isLineEnd(text, gap)) {
        last.breaks ??= [];
        last.breaks.push(gap);
      }
      last.end = end;
    }
    before = row;
  }
  return joined;
}
