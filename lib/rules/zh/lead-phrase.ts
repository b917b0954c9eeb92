import type { Span } from '../../model/span.ts';

/** Openers of a clause that only sets time, ground, aim or circumstance: what was done comes after it. */
const FRAMING =
  /^[\s\u3000]*(?:在|以|按照|按|根据|依据|依托|围绕|紧扣|紧盯|聚焦|针对|为了?|通过|对于?|自|从|随着|经过|结合|坚持以|截至|目前|其中|同时|此外|另外|今年以?来|全年|年内|一年来|\d{4}年|上年度|本年度)/;
const CLAUSE_END = /[，,；;：:。！!？?]/;
const SHORTEST = 4;

/**
 * The first clause of a sentence that says an action, without its closing punctuation; the first clause of
 * any sort when each one only frames. Ordinals (一是) in front stay part of it.
 */
export function leadPhrase(text: string, sentence: Span): Span {
  let first: Span | undefined;
  let start = skipBlank(text, sentence.start, sentence.end);
  for (let at = start; at <= sentence.end; at++) {
    const isEnd = at === sentence.end || CLAUSE_END.test(text.charAt(at));
    if (!isEnd) continue;
    if (at - start >= SHORTEST) {
      const clause = { start, end: at };
      first ??= clause;
      if (!FRAMING.test(text.slice(start, Math.min(at, start + 12)))) return clause;
    }
    start = skipBlank(text, at + 1, sentence.end);
  }
  return first ?? { start: sentence.start, end: sentence.end };
}

function skipBlank(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /[\s\u3000]/.test(text.charAt(at))) at++;
  return at;
}
