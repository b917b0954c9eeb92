import type { ComparedReport } from '../model/comparison.ts';
import type { StoredPassage } from '../model/library.ts';
import { oneLine } from '../model/line-ends.ts';
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
export function quotedPassage(passage: StoredPassage): StoredPassage {
  const before = passage.before.slice(passage.before.search(/[^。！？\n]*$/));
  const end = passage.after.search(/[。！？\n]/);
  const after = end < 0 ? passage.after : passage.after.slice(0, end + 1).trimEnd();
  const isCutBefore = before === passage.before && before.length >= STORED;
  const isCutAfter = end < 0 && after.length >= STORED;
  return {
    ...passage,
    before: isCutBefore ? `${CUT}${before}` : before,
    after: isCutAfter ? `${after}${CUT}` : after,
  };
}
