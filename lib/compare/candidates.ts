import type { Count, Counted } from './counted.ts';

/** Pairs of characters by which a figure is looked up, of its indicator and of the words around. */
const KEYS_OF_WORDS = 6;
const KEYS_OF_CONTEXT = 3;
/** A pair of characters that so many have says nothing. */
const COMMON = 60;
/** So few figures can all be compared with each other that share anything. */
const FEW = 1_500;

/** Figures by the pairs of characters that they have: lists in two arrays, without an object for each. */
class Postings {
  /** By pair of characters: the entry that came last, 1 + its number. */
  #heads = new Int32Array(1 << 10);
  #lengths = new Int32Array(1 << 10);
  readonly #next: number[] = [];
  readonly #owners: number[] = [];

  /** Calls for the figures that have the pair already, unless these are more than `most`, and adds one. */
  meet(gram: number, own: number, most: number, tell: (other: number) => void): void {
    if (gram >= this.#heads.length) this.#grow(gram);
    if ((this.#lengths[gram] as number) < most)
      for (let entry = this.#heads[gram] as number; entry > 0; entry = this.#next[entry - 1] as number)
        tell(this.#owners[entry - 1] as number);
    this.#owners.push(own);
    this.#next.push(this.#heads[gram] as number);
    this.#heads[gram] = this.#owners.length;
    this.#lengths[gram] = (this.#lengths[gram] as number) + 1;
  }

  #grow(gram: number): void {
    const [heads, lengths] = [this.#heads, this.#lengths];
    const size = Math.max(heads.length * 4, gram + 1);
    this.#heads = new Int32Array(size);
    this.#heads.set(heads);
    this.#lengths = new Int32Array(size);
    this.#lengths.set(lengths);
  }
}

/**
 * Calls for each pair of figures of one sort, of two reports, that share a pair of characters in their names, or of one
 * body around them, once; where there are many figures, a rare one.
 */
export function eachCandidate(
  figures: readonly Counted[],
  { words, contexts }: Count,
  tell: (a: number, b: number) => void,
): void {
  const isFew = figures.length <= FEW;
  const all = Number.POSITIVE_INFINITY;
  const most = isFew ? all : COMMON;
  const [byWord, byContext] = [new Postings(), new Postings()];
  const seen = new Int32Array(figures.length).fill(-1);
  figures.forEach((figure, own) => {
    const { sort, report } = figure;
    const meet = (postings: Postings, grams: Int32Array, mayBeOf: (body: string | null) => boolean) => {
      const met = (other: number) => {
        const known = figures[other] as Counted;
        if (seen[other] === own || known.sort !== sort || known.report === report) return;
        if (!mayBeOf(known.body)) return;
        seen[other] = own;
        tell(other, own);
      };
      for (let at = 0; at < grams.length; at++) postings.meet(grams[at] as number, own, most, met);
    };
    meet(byWord, words.rarest(figure.words, isFew ? all : KEYS_OF_WORDS), () => true);
    // two bodies may tell of different things in like sentences
    const isOwn = (body: string | null) => body === figure.body;
    meet(byContext, contexts.rarest(figure.context, isFew ? all : KEYS_OF_CONTEXT), isOwn);
  });
}
