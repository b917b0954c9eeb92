import type { Span } from '../model/span.ts';
import type { ReportText } from '../model/text.ts';
import { splitSentences } from './sentences.ts';
import { signedText } from './sign-table.ts';

/** The span widened to the whole of the sentences it touches. */
export function wholeSentences({ text, blocks }: ReportText, { start, end }: Span): Span {
  const { text: folded, signs } = signedText(text);
  const touched = blocks
    .filter((block) => block.start < end && block.end > start)
    .flatMap((block) => splitSentences(folded, signs, block.start, block.end))
    .filter((sentence) => sentence.start < end && sentence.end > start);
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return { start, end };
  return { start: Math.min(start, first.start), end: Math.max(end, last.end) };
}
