/** The pairs of characters of a phrase as numbers, ascending, for comparing many phrases quickly. */
export type Grams = Int32Array;

/** Numbers pairs of characters as they come, and counts in how many phrases each stands. */
export class GramIndex {
  readonly #numbers = new Map<string, number>();
  readonly #counts: number[] = [];
  #phrases = 0;
  #weights: Float64Array = new Float64Array(0);

  /** Pairs of neighbouring characters, punctuation and white space left out; of one character itself. */
  add(phrase: string): Grams {
    const plain = phrase.replace(/[\s\p{P}\p{S}]/gu, '');
    const own = new Set<number>();
    for (let at = 0; at + 1 < plain.length; at++) own.add(this.#numberOf(plain.slice(at, at + 2)));
    if (plain.length === 1) own.add(this.#numberOf(plain));
    for (const number of own) this.#counts[number] = (this.#counts[number] ?? 0) + 1;
    this.#phrases++;
    return Int32Array.from(own).sort();
  }

  /** Weighs the pairs when all phrases are in: inverse document frequency (Spärck Jones 1972), smoothed. */
  weigh(): void {
    this.#weights = Float64Array.from(this.#counts, (count) => Math.log(1 + this.#phrases / count));
  }

  /** Likeness of two phrases, 0..1 (Dice). Two empty ones are not alike. */
  likeness(a: Grams, b: Grams): number {
    const weights = this.#weights;
    let [shared, whole, i, j] = [0, 0, 0, 0];
    while (i < a.length || j < b.length) {
      const [x, y] = [a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY];
      const weight = weights[Math.min(x, y)] ?? 0;
      whole += x === y ? 2 * weight : weight;
      if (x === y) shared += weight;
      if (x <= y) i++;
      if (y <= x) j++;
    }
    return whole === 0 ? 0 : (2 * shared) / whole;
  }

  /** The pairs that stand in the fewest phrases, at most so many. */
  rarest(grams: Grams, most: number): number[] {
    return Array.from(grams)
      .sort((a, b) => (this.#counts[a] ?? 0) - (this.#counts[b] ?? 0))
      .slice(0, most);
  }

  #numberOf(gram: string): number {
    const known = this.#numbers.get(gram);
    if (known !== undefined) return known;
    this.#numbers.set(gram, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}
