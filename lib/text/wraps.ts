import { lineEndsIn, lineFinder } from '../model/line-ends.ts';
import type { Span } from '../model/span.ts';
import type { Block } from '../model/text.ts';
import { Column, isBegin, WIDEST } from './typed-column.ts';
import { type Row, rowsOf, type Setting } from './typed-rows.ts';

/** Whether a gap between two lines shows itself to be nothing else; an empty one does. */
function isLineEnd(gap: string): boolean {
  const whole = { start: 0, end: gap.length };
  const [found = { start: 0, end: 0 }] = lineEndsIn(gap, whole, lineFinder(gap));
  return found.start === whole.start && found.end === whole.end;
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
  // lines of one element between line breaks are more likely typed than lines that stand as paragraphs do
  const isLikelier = !setting.elements && !setting.keepsSpaces && !isSpaced;
  if (!column.isTight(isLikelier ? 3 : 4, isLikelier || column.showsBegin() ? 1 : 2)) return asTheyAre();
  if (setting.elements) {
    const insets = setting.elements.insets();
    const byStart = new Map(spans.map(({ start }, at) => [start, insets[at] ?? 0]));
    for (const row of rows) row.indent += byStart.get(row.start) ?? 0;
  }
  const showsBegin = column.showsBegin();
  if (!showsBegin && column.ends() < (isLikelier ? 1 : 2)) return asTheyAre();
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
    if (!last || !before || isNew || !column.goesOn(before, row, before.start === last.start, showsBegin)) {
      last = { start, end };
      joined.push(last);
    } else {
      while (joined.at(-1) !== last) joined.pop();
      const gap = { start: last.end, end: start };
      if (setting.elements || !isLineEnd(text.slice(gap.start, gap.end))) {
        last.breaks ??= [];
        last.breaks.push(gap);
      }
      last.end = end;
    }
    before = row;
  }
  return joined;
}
