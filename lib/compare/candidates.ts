import type { Count, Counted } from './counted.ts';

/** Pairs of characters by which a figure is looked up, of its indicator and of the words around. */
const KEYS_OF_WORDS = 6;
const KEYS_OF_CONTEXT = 3;
/** Of the figures that have a pair of characters, so many are looked at: those of the largest groups. */
const LOOKED_AT = 4;
/** So few figures can all be compared with each other that share anything. */
const FEW = 1_500;

/** Figures by the pairs of characters that they have: lists in two arrays, without an object for each. */
class Postings {
  /** By pair of characters: the entries that came first and last, 1 + their numbers. */
  #heads = new Int32Array(1 << 10);
  #tails = new Int32Array(1 << 10);
  readonly #next: number[] = [];
  readonly #owners: number[] = [];

  /** Calls for the figures that have the pair already, in the order they came, until `tell` has enough; and adds one. */
  meet(gram: number, own: number, tell: (other: number) => boolean): void {
    if (gram >= this.#heads.length) this.#grow(gram);
    let entry = this.#heads[gram] as number;
    while (entry > 0 && tell(this.#owners[entry - 1] as number)) entry = this.#next[entry - 1] as number;
    this.#owners.push(own);
    this.#next.push(0);
    const tail = this.#tails[gram] as number;
    if (tail > 0) this.#next[tail - 1] = this.#owners.length;
    else this.#heads[gram] = this.#owners.length;
    this.#tails[gram] = this.#owners.length;
  }

  #grow(gram: number): void {
    const [heads, tails] = [this.#heads, this.#tails];
    const size = Math.max(heads.length * 4, gram + 1);
    this.#heads = new Int32Array(size);
    this.#heads.set(heads);
    this.#tails = new Int32Array(size);
    this.#tails.set(tails);
  }
}

/**
 * Calls for each pair of figures of one sort, of two reports, that share a pair of characters in their names, or of one
 * body around them, once; where there are many figures, a rare one, and for each figure only the first ones that share it.
 */
export function eachCandidate(
  figures: readonly Counted[],
  { words, contexts }: Count,
  tell: (a: number, b: number) => void,
): void {
  const isFew = figures.length <= FEW;
  const all = Number.POSITIVE_INFINITY;
  const most = isFew ? all : LOOKED_AT;
  const [byWord, byContext] = [new Postings(), new Postings()];
  const seen = new Int32Array(figures.length).fill(-1);
  figures.forEach((figure, own) => {
    const { sort, report, body } = figure;
    const meet = (postings: Postings, grams: Int32Array, onlyOwn: boolean) => {
      let met = 0;
      const consider = (other: number) => {
        const known = figures[other] as Counted;
        // two bodies may tell of different things in like sentences
        if (known.sort !== sort || known.report === report || (onlyOwn && known.body !== body)) return true;
        met++;
        if (seen[other] !== own) {
          seen[other] = own;
          tell(other, own);
        }
        return met < most;
      };
      for (let at = 0; at < grams.length; at++) {
        met = 0;
        postings.meet(grams[at] as number, own, consider);
      }
    };
    meet(byWord, words.rarest(figure.whole, isFew ? all : KEYS_OF_WORDS), false);
    meet(byContext, contexts.rarest(figure.context, isFew ? all : KEYS_OF_CONTEXT), true);
  });
}
