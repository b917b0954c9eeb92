import type { Span } from '../model/span.ts';
import { GramIndex, type Phrase } from './grams.ts';

/** `same`: the same words; `changed`: much alike; `dropped`, `added`: in one text only. */
export type Fate = 'same' | 'changed' | 'dropped' | 'added';

/** A sentence of one text and what has become of it in another. */
export interface PassagePair {
  fate: Fate;
  earlier: Span | null;
  later: Span | null;
}

/** From this likeness on a sentence counts as the other one, changed. */
const LIKE = 0.4;

interface Sentence {
  span: Span;
  plain: string;
  grams: Phrase;
}

/** White space and punctuation don't make a sentence another one, but signs of a number do: 12.5% is not 125. */
const UNSAID = /\s|(?!(?<=\d)[.．/／:：–—~～](?=\d))(?![-－]\d)(?![%％‰])\p{P}/gu;

function sentencesIn(text: string, spans: readonly Span[], index: GramIndex): Sentence[] {
  return spans.map((span) => {
    const plain = text.slice(span.start, span.end).replace(UNSAID, '');
    return { span, plain, grams: index.add(plain) };
  });
}

/**
 * The sentences of two texts beside each other, in the order of the later one; what was dropped stands where it stood.
 * The same words first, then sentences that hold a figure and its counterpart (`counterparts`: an offset in each text),
 * then the likeliest pairs.
 */
export function alignPassages(
  earlierText: string,
  earlierSpans: readonly Span[],
  laterText: string,
  laterSpans: readonly Span[],
  counterparts: readonly (readonly [number, number])[] = [],
): PassagePair[] {
  const index = new GramIndex();
  const before = sentencesIn(earlierText, earlierSpans, index);
  const after = sentencesIn(laterText, laterSpans, index);
  index.weigh();
  const partner = partners(before, after, index, counterparts);
  const rows = after.map((b): PassagePair => {
    const a = partner.get(b);
    if (!a) return { fate: 'added', earlier: null, later: b.span };
    return { fate: a.plain === b.plain ? 'same' : 'changed', earlier: a.span, later: b.span };
  });
  let place = 0;
  for (const a of before) {
    const b = partner.get(a);
    if (b) place = rows.findIndex(({ later }) => later === b.span) + 1;
    else rows.splice(place++, 0, { fate: 'dropped', earlier: a.span, later: null });
  }
  return rows;
}

function partners(
  before: Sentence[],
  after: Sentence[],
  index: GramIndex,
  counterparts: readonly (readonly [number, number])[],
): Map<Sentence, Sentence> {
  const partner = new Map<Sentence, Sentence>();
  const join = (a: Sentence, b: Sentence) => {
    if (partner.has(a) || partner.has(b)) return;
    partner.set(a, b);
    partner.set(b, a);
  };
  for (const a of before) {
    const same = after.find((b) => b.plain === a.plain && !partner.has(b));
    if (same) join(a, same);
  }
  const holding = (sentences: Sentence[], at: number) =>
    sentences.find(({ span }) => span.start <= at && at < span.end);
  for (const [inEarlier, inLater] of counterparts) {
    const [a, b] = [holding(before, inEarlier), holding(after, inLater)];
    if (a && b) join(a, b);
  }
  const links: { a: Sentence; b: Sentence; score: number }[] = [];
  const candidatesOf = candidates(
    before.filter((a) => !partner.has(a)).length,
    after.filter((b) => !partner.has(b)),
    index,
  );
  for (const a of before) {
    if (partner.has(a)) continue;
    for (const b of candidatesOf(a)) {
      const score = index.likeness(a.grams, b.grams);
      if (score >= LIKE) links.push({ a, b, score });
    }
  }
  for (const { a, b } of links.sort((x, y) => y.score - x.score)) join(a, b);
  return partner;
}

/** So many pairs of sentences are compared each with each; of more only those that share one of their rarest grams. */
const MOST_PAIRS = 250_000;
const RAREST = 12;

/** What a sentence may be like, of `after`; `count`: how many sentences will be asked for. */
function candidates(
  count: number,
  after: readonly Sentence[],
  index: GramIndex,
): (sentence: Sentence) => Iterable<Sentence> {
  if (count * after.length <= MOST_PAIRS) return () => after;
  const holding = new Map<number, Sentence[]>();
  for (const b of after)
    for (const gram of index.rarest(b.grams, RAREST)) {
      const own = holding.get(gram);
      if (own) own.push(b);
      else holding.set(gram, [b]);
    }
  return ({ grams }) => new Set([...index.rarest(grams, RAREST)].flatMap((gram) => holding.get(gram) ?? []));
}

/** Characters that must run on alike to count as taken over. */
const RUN = 8;

/**
 * The share of `later` that it has in common with `earlier`, 0..1, by runs of at least eight characters, punctuation
 * left out. Set phrases of the genre are discounted on both sides: they say nothing of whether a report was copied.
 */
export function commonShare(earlier: string, later: string, setPhrases: readonly string[]): number {
  const plain = (text: string) => {
    let words = text.replace(/[\s\p{P}]/gu, '');
    for (const phrase of setPhrases) words = words.replaceAll(phrase.replace(/[\s\p{P}]/gu, ''), '\n');
    return words;
  };
  const [a, b] = [plain(earlier), plain(later)];
  const runs = new Set<string>();
  for (let at = 0; at + RUN <= a.length; at++) runs.add(a.slice(at, at + RUN));
  const isShared = new Uint8Array(b.length);
  for (let at = 0; at + RUN <= b.length; at++) {
    const run = b.slice(at, at + RUN);
    if (!run.includes('\n') && runs.has(run)) isShared.fill(1, at, at + RUN);
  }
  let [shared, all] = [0, 0];
  for (let at = 0; at < b.length; at++) {
    if (b[at] === '\n') continue;
    all++;
    if (isShared[at] === 1) shared++;
  }
  return all === 0 ? 0 : shared / all;
}
