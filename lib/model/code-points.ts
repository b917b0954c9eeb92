/**
 * Offsets of a text in Unicode code points, which other programs count in, and in UTF-16 code units, which we count
 * in. A lone surrogate is a code point of its own; an offset within a pair counts as one behind it.
 */
export class CodePoints {
  /** Where pairs of surrogates begin, in code units, ascending. */
  readonly #pairs: number[] = [];

  constructor(text: string) {
    for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) this.#pairs.push(index);
  }

  /** The offset in code points. */
  count(offset: number): number {
    return offset - this.#before((pair) => pair + 2 <= offset);
  }

  /** The offset in code units of so many code points. */
  offset(count: number): number {
    return count + this.#before((pair, index) => pair - index < count);
  }

  /** How many pairs, of those in a row from the first on, fulfil a condition. */
  #before(fulfils: (pair: number, index: number) => boolean): number {
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (fulfils(this.#pairs[middle] ?? 0, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
