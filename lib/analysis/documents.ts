import type { DocumentMention } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import { charSet, isIn } from '../text/char-set.ts';
import type { Ruleset } from './ruleset.ts';

const LONGEST_TITLE = 200;
const NESTED: Readonly<Record<string, string>> = { '〈': '〉', '<': '>', '＜': '＞', '《': '》' };
const OPENS = charSet(Object.keys(NESTED).join(''));

/**
 * Adds the cited documents of one block: the outermost 《…》, with the titles named inside them (〈…〉, <…>, 《…》).
 * Takes the text as it is, not folded, since titles are shown.
 */
export function readDocuments(text: string, block: Span, documents: DocumentMention[]): void {
  const words = text.slice(block.start, block.end);
  let at = words.indexOf('《');
  if (at < 0) return;
  const lastClose = words.lastIndexOf('》');
  while (at >= 0 && at < lastClose) {
    const end = closeOf(words, at);
    if (end === null) {
      at = words.indexOf('《', at + 1);
      continue;
    }
    const title = words.slice(at + 1, end - 1);
    const document: DocumentMention = { start: block.start + at, end: block.start + end, title };
    const nested = nestedTitles(title);
    if (nested.length > 0) document.nested = nested;
    documents.push(document);
    at = words.indexOf('《', end);
  }
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
    if (!isIn(OPENS, title.charCodeAt(at))) continue;
    const close = NESTED[title.charAt(at)] ?? '';
    const stop = title.indexOf(close, at + 1);
    if (stop < 0) continue;
    titles.push(title.slice(at + 1, stop));
    at = stop;
  }
  return titles;
}

const LONGEST_SIGN = 12;

/** Adds the document numbers (国办发〔2021〕5号) of a block, with the sign of their issuer; the patterns are the language's. */
export function readDocumentNumbers(
  text: string,
  block: Span,
  { mark, number, sign }: Ruleset['documentNumber'],
  spans: Span[],
): void {
  const words = text.slice(block.start, block.end);
  if (!words.includes(mark)) return;
  let last = 0;
  for (const match of words.matchAll(number)) {
    const before = words.slice(Math.max(last, match.index - LONGEST_SIGN), match.index);
    last = match.index + match[0].length;
    const length = sign.exec(before)?.[1]?.length ?? 0;
    spans.push({ start: block.start + match.index - length, end: block.start + last });
  }
}
