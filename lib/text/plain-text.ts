import type { Clues } from '../model/clues.ts';
import { lineFinder } from '../model/line-ends.ts';
import type { Span } from '../model/span.ts';
import type { Block, ReportText } from '../model/text.ts';
import { unbrokenText } from './unbroken.ts';
import { unwrapped } from './wraps.ts';

const OPENING = 1500;
const CLOSING = 300;
const HEADING_MAX = 60;
const HEADING =
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|第[一二三四五六七八九十]{1,3}部分|\d{1,2}[.．、])/;

/**
 * The text of a plain file: the string is the file itself, its non-blank lines are the blocks. Lines of paragraphs that were
 * typed or extracted line by line are joined, where they show that they are such; never those of a file `ofParagraphs`.
 */
export function reportTextOf(file: string, ofParagraphs = false): ReportText {
  const blocks: Block[] = [];
  const lines: Span[] = [];
  const next = lineFinder(file);
  let start = 0;
  while (start < file.length) {
    const end = Math.min(next(start), file.length);
    const own = file.slice(start, end);
    const words = own.trim();
    if (words !== '') {
      blocks.push({ start, end });
      const from = start + own.length - own.trimStart().length;
      lines.push({ start: from, end: from + words.length });
    }
    start = end + (file.startsWith('\r\n', end) ? 2 : 1);
  }
  if (ofParagraphs) return { text: file, blocks };
  const joined = unwrapped(file, lines, { keepsSpaces: true });
  return { text: file, blocks: joined.length < blocks.length ? joined : blocks };
}

/** What a text without a page around it tells: its opening, its headings, its end. */
export function cluesOf(report: ReportText, url: string | null): Clues {
  const { text, blocks } = unbrokenText(report)?.report ?? report;
  const lines = blocks.map((block) => text.slice(block.start, block.end).trim());
  return {
    url,
    documentTitle: '',
    heading: '',
    meta: {},
    labels: [],
    breadcrumb: [],
    opening: upTo(lines, OPENING),
    headings: lines.filter((line) => line.length <= HEADING_MAX && HEADING.test(line)),
    closing: report.text.trimEnd().slice(-CLOSING),
    textLength: report.text.length,
    linkDensity: 0,
    attachments: [],
  };
}

/** The first lines that make up `length` characters, joined by line feeds. */
function upTo(lines: readonly string[], length: number): string {
  let opening = '';
  for (const line of lines) {
    if (opening.length >= length) break;
    opening += opening === '' ? line : `\n${line}`;
  }
  return opening.slice(0, length);
}
