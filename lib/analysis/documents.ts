import type { DocumentMention } from '../model/mention.ts';
import type { Span } from '../model/span.ts';

const LONGEST_TITLE = 200;
const NESTED: Readonly<Record<string, string>> = { '〈': '〉', '<': '>', '＜': '＞', '《': '》' };

/**
 * Cited documents of one block: the outermost 《…》, with the titles named inside them (〈…〉, <…>, 《…》).
 * Takes the text as it is, not folded, since titles are shown.
 */
export function documentsOf(text: string, block: Span): DocumentMention[] {
  const words = text.slice(block.start, block.end);
  const documents: DocumentMention[] = [];
  let at = words.indexOf('《');
  while (at >= 0) {
    const end = closeOf(words, at);
    if (end === null) {
      at = words.indexOf('《', at + 1);
      continue;
    }
    const title = words.slice(at + 1, end - 1);
    const nested = nestedTitles(title);
    documents.push({
      start: block.start + at,
      end: block.start + end,
      title,
      ...(nested.length > 0 ? { nested } : {}),
    });
    at = words.indexOf('《', end);
  }
  return documents;
}

/** End of the title that opens at `at`, after its 》; when an inner 》 is missing, the last one before a 。 counts. */
function closeOf(words: string, at: number): number | null {
  const limit = Math.min(words.length, at + LONGEST_TITLE);
  let depth = 0;
  let last: number | null = null;
  for (let i = at; i < limit; i++) {
    const c = words[i];
    if (c === '《') depth++;
    else if (c === '》') {
      depth--;
      last = i + 1;
      if (depth === 0) return last;
    } else if (c === '。' && last !== null) return last;
  }
  return last;
}

function nestedTitles(title: string): string[] {
  const titles: string[] = [];
  for (let at = 0; at < title.length; at++) {
    const close = NESTED[title[at] ?? ''];
    if (close === undefined) continue;
    const stop = title.indexOf(close, at + 1);
    if (stop < 0) continue;
    titles.push(title.slice(at + 1, stop));
    at = stop;
  }
  return titles;
}

/** Document numbers (国办发〔2021〕5号) of a block; the pattern (global) is the language's. */
export function documentNumbersOf(text: string, block: Span, pattern: RegExp): Span[] {
  const spans: Span[] = [];
  for (const match of text.slice(block.start, block.end).matchAll(pattern)) {
    const start = block.start + match.index;
    spans.push({ start, end: start + match[0].length });
  }
  return spans;
}
