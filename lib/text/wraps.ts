import type { Span } from '../model/span.ts';
import type { Block } from '../model/text.ts';
import { Column, WIDEST } from './typed-column.ts';
import { type Row, rowsOf, SET_IN, type Setting } from './typed-rows.ts';

/**
 * Joins the lines of text that was typed line by line (from plain text or a scan): a line as wide as the column that
 * ends in mid-sentence goes on in the next. Lines that are not set so stay as they are. `spans`: lines that follow each
 * other, in order, trimmed.
 */
export function unwrapped(text: string, spans: readonly Span[], setting: Setting): Block[] {
  const asTheyAre = () => spans.map(({ start, end }) => ({ start, end }));
  if (spans.length < 4 || spans.some(({ start, end }) => end - start > WIDEST)) return asTheyAre();
  const rows = rowsOf(text, spans, setting);
  const column = new Column(rows);
  if (!column.isLikely()) return asTheyAre();
  const isSpaced = rows.filter(({ isApart }) => isApart).length > rows.length / 2;
  const isStrict = setting.elements !== undefined || isSpaced;
  if (isStrict && !column.isTight()) return asTheyAre();
  if (setting.elements) {
    const insets = setting.elements.insets();
    const byStart = new Map(spans.map(({ start }, at) => [start, insets[at] ?? 0]));
    for (const row of rows) row.indent += byStart.get(row.start) ?? 0;
  }
  const usesIndent = isStrict
    ? column.isIndentedLikeParagraphs()
    : rows.filter(({ indent }) => indent >= SET_IN).length > 1;
  if (isStrict && !usesIndent && !column.endsParagraphs()) return asTheyAre();
  const joined: Block[] = [];
  let before: Row | undefined;
  let at = 0;
  for (const span of spans) {
    const row = rows[at];
    if (row?.start !== span.start) {
      // a page's number: left out where the text goes on after it, else a block of its own
      joined.push({ start: span.start, end: span.end });
      continue;
    }
    at++;
    const isFull = before !== undefined && column.isFull(before);
    const isOpen = before?.isEnded === false;
    const goesOn = usesIndent ? isFull || (isOpen && !isStrict) : isFull && isOpen;
    if (!before || !goesOn || row.indent >= SET_IN || row.isNumbered || (row.isApart && !isSpaced)) {
      joined.push({ start: row.start, end: row.end });
    } else {
      const last = joined.findLast(({ end }) => end === before?.end);
      if (last) {
        joined.splice(joined.indexOf(last) + 1);
        last.breaks = [
          ...(last.breaks ?? []),
          ...(row.start > last.end ? [{ start: last.end, end: row.start }] : []),
        ];
        last.end = row.end;
      }
    }
    before = row;
  }
  return joined;
}
