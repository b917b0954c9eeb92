import type { Span } from '../model/span.ts';
import type { ReportText } from '../model/text.ts';

/** A report's text as a file: its blocks, each on lines of its own. */
export interface SourceText {
  /** Lines end in LF; well-formed. */
  text: string;
  /** Where a span of the report's text stands in the file's, in UTF-16 code units. */
  place(span: Span): Span;
}

/**
 * The text that other programs read. What stands between blocks, white space, is left out; within them each sign is
 * kept in its place, but for CR, which becomes LF or, before an LF, a space.
 */
export function sourceText({ text, blocks }: ReportText): SourceText {
  const whole = blocks.length > 0 ? blocks : [{ start: 0, end: text.length }];
  const begins: number[] = [];
  let written = '';
  for (const { start, end } of whole) {
    if (written !== '' && !written.endsWith('\n')) written += '\n';
    begins.push(written.length);
    written += text.slice(start, end);
  }
  const at = (offset: number): number => {
    let index = whole.findLastIndex(({ start }) => start <= offset);
    if (index < 0) index = 0;
    const { start, end } = whole[index] ?? { start: 0, end: 0 };
    return (begins[index] ?? 0) + Math.min(end, Math.max(start, offset)) - start;
  };
  return {
    text: written
      .replace(/\r(?=\n)/g, ' ')
      .replaceAll('\r', '\n')
      .replace(LONE_SURROGATE, '\ufffd'),
    place: ({ start, end }) => ({ start: at(start), end: Math.max(at(start), endAt(end, at)) }),
  };
}

/** The end of a span lies in the block of its last sign, not at the beginning of the next. */
function endAt(end: number, at: (offset: number) => number): number {
  return end === 0 ? 0 : at(end - 1) + 1;
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
