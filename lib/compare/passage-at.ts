import type { ComparedReport } from '../model/comparison.ts';
import type { StoredPassage } from '../model/library.ts';
import { oneLine, shownQuote } from '../model/line-ends.ts';
import type { Span } from '../model/span.ts';

/** Characters of its sentence that are shown before and after a passage; a longer sentence is cut. */
const MOST = 120;
const CUT = '…';

/** A passage in its sentence, or its sentences; “…” stands where one was cut, and only there. */
export function passageAt(
  { id, text, sentences }: Pick<ComparedReport, 'id' | 'text' | 'sentences'>,
  { start, end }: Span,
): StoredPassage {
  const first = sentences.find((sentence) => sentence.end > start);
  const last = sentences.findLast((sentence) => sentence.start < end);
  const from = first && first.start < start ? first.start : start;
  const to = last && last.end > end ? last.end : end;
  const before = oneLine(text.slice(Math.max(from, start - MOST), start));
  const after = oneLine(text.slice(end, Math.min(to, end + MOST)));
  return {
    reportId: id,
    before: start - from > MOST ? `${CUT}${before}` : before,
    words: oneLine(text.slice(start, end)),
    after: to - end > MOST ? `${after}${CUT}` : after,
    start,
  };
}

/** So much at least is stored around a passage: less of it means that the text begins or ends there. */
const STORED = 32;

/** A passage with the words that were stored around it, as far as they are of its sentence. */
export function quotedPassage(stored: StoredPassage): StoredPassage {
  const own = shownQuote(stored.before);
  const rest = shownQuote(stored.after);
  const before = own.slice(own.search(/[^。！？\n]*$/));
  const end = rest.search(/[。！？\n]/);
  const after = end < 0 ? rest : rest.slice(0, end + 1).trimEnd();
  const isCutBefore = before === own && stored.before.length >= STORED;
  const isCutAfter = end < 0 && stored.after.length >= STORED;
  return {
    ...stored,
    words: shownQuote(stored.words),
    before: isCutBefore ? `${CUT}${before}` : before,
    after: isCutAfter ? `${after}${CUT}` : after,
  };
}
