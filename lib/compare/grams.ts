/** Number of a phrase in its index. */
export type Phrase = number;

/** Of each code unit whether it counts: 1 it does, 2 it is punctuation, a sign or white space; 0 not asked yet. */
const counts = new Uint8Array(0x10000);
const LEFT_OUT = /[\s\p{P}\p{S}]/u;

function isCounted(unit: number): boolean {
  const known = counts[unit];
  if (known) return known === 1;
  const answer = !LEFT_OUT.test(String.fromCharCode(unit));
  counts[unit] = answer ? 1 : 2;
  return answer;
}

/**
 * Phrases as their pairs of neighbouring characters, for comparing very many quickly. Pairs are numbered as they come, and
 * it is counted in how many phrases each stands. All pairs lie in one array, each of a phrase once.
 */
export class GramIndex {
  /** A table of pairs (two code units in one integer), with open addressing; `#numbers` holds 1 + number, 0: free. */
  #pairs = new Int32Array(1 << 12);
  #numbers = new Int32Array(1 << 12);
  #size = 0;
  #counts = new Int32Array(1 << 12);
  #pool = new Int32Array(1 << 12);
  /** Where each phrase begins in the pool; the last one is where the next would. */
  readonly #starts: number[] = [0];
  #weights = new Float64Array(0);
  /** By pair, 1 + the phrase that had it last: so that it is counted once, and found in two phrases. */
  #marks = new Int32Array(1 << 12);
  #marked: Phrase = -1;
  #rarest = new Int32Array(0);

  /** Pairs of neighbouring characters, punctuation and white space left out; of one character itself. */
  add(words: string): Phrase {
    const start = this.#starts.at(-1) as number;
    if (this.#pool.length < start + words.length + 1)
      this.#pool = larger(this.#pool, start + words.length + 1);
    let end = start;
    let before = 0;
    let characters = 0;
    const own = this.#starts.length;
    for (let at = 0; at < words.length; at++) {
      const unit = words.charCodeAt(at);
      if (!isCounted(unit)) continue;
      if (characters++ > 0) end = this.#insert(end, this.#numberOf((before << 16) | unit), own);
      before = unit;
    }
    if (characters === 1) end = this.#insert(end, this.#numberOf(before), own);
    this.#starts.push(end);
    return this.#starts.length - 2;
  }

  /** Weighs the pairs when all phrases are in: inverse document frequency (Spärck Jones 1972), smoothed. */
  weigh(): void {
    const phrases = this.#starts.length - 1;
    this.#marks.fill(0);
    this.#weights = new Float64Array(this.#size);
    for (let number = 0; number < this.#size; number++)
      this.#weights[number] = Math.log(1 + phrases / (this.#counts[number] as number));
  }

  /** How many pairs a phrase has. */
  sizeOf(phrase: Phrase): number {
    return (this.#starts[phrase + 1] as number) - (this.#starts[phrase] as number);
  }

  /** How much a phrase says: the weights of its pairs together. */
  weightOf(phrase: Phrase): number {
    let sum = 0;
    const end = this.#starts[phrase + 1] as number;
    for (let at = this.#starts[phrase] as number; at < end; at++)
      sum += this.#weights[this.#pool[at] as number] as number;
    return sum;
  }

  /** How much two phrases say in common: the weights of the pairs that both have. Quick where `a` stays the same. */
  shared(a: Phrase, b: Phrase): number {
    const [pool, marks, weights] = [this.#pool, this.#marks, this.#weights];
    const mark = a + 1;
    if (this.#marked !== a) {
      const end = this.#starts[a + 1] as number;
      for (let at = this.#starts[a] as number; at < end; at++) marks[pool[at] as number] = mark;
      this.#marked = a;
    }
    let sum = 0;
    const end = this.#starts[b + 1] as number;
    for (let at = this.#starts[b] as number; at < end; at++) {
      const number = pool[at] as number;
      if (marks[number] === mark) sum += weights[number] as number;
    }
    return sum;
  }

  /** Likeness of two phrases, 0..1 (Dice). Two empty ones are not alike. */
  likeness(a: Phrase, b: Phrase): number {
    const whole = this.weightOf(a) + this.weightOf(b);
    return whole === 0 ? 0 : (2 * this.shared(a, b)) / whole;
  }

  /** The numbers of a phrase's pairs, those that stand in the fewest phrases, at most so many; good until asked again. */
  rarest(phrase: Phrase, most: number): Int32Array {
    const [pool, counts] = [this.#pool, this.#counts];
    const start = this.#starts[phrase] as number;
    const end = this.#starts[phrase + 1] as number;
    if (end - start <= most) return pool.subarray(start, end);
    if (this.#rarest.length !== most) this.#rarest = new Int32Array(most);
    const rarest = this.#rarest;
    let size = 0;
    for (let at = start; at < end; at++) {
      const number = pool[at] as number;
      const count = counts[number] as number;
      // sorted in: most is a few, and most pairs are no rarer than those
      let place = size;
      while (place > 0 && (counts[rarest[place - 1] as number] as number) > count) place--;
      if (place >= most) continue;
      if (size < most) size++;
      for (let later = size - 1; later > place; later--) rarest[later] = rarest[later - 1] as number;
      rarest[place] = number;
    }
    return rarest;
  }

  /** Adds a pair to the phrase that is being added, unless it has it; gives the new end. */
  #insert(end: number, number: number, own: number): number {
    if (this.#marks[number] === own) return end;
    this.#marks[number] = own;
    this.#counts[number] = (this.#counts[number] as number) + 1;
    this.#pool[end] = number;
    return end + 1;
  }

  #numberOf(pair: number): number {
    const mask = this.#pairs.length - 1;
    let at = (Math.imul(pair, 0x9e3779b1) >>> 12) & mask;
    for (let number = this.#numbers[at] as number; number !== 0; number = this.#numbers[at] as number) {
      if (this.#pairs[at] === pair) return number - 1;
      at = (at + 1) & mask;
    }
    this.#pairs[at] = pair;
    this.#numbers[at] = ++this.#size;
    if (this.#size * 2 > this.#pairs.length) this.#grow();
    return this.#size - 1;
  }

  #grow(): void {
    const [pairs, numbers] = [this.#pairs, this.#numbers];
    this.#pairs = new Int32Array(pairs.length * 4);
    this.#numbers = new Int32Array(pairs.length * 4);
    this.#counts = larger(this.#counts, pairs.length * 4);
    this.#marks = larger(this.#marks, pairs.length * 4);
    const mask = this.#pairs.length - 1;
    for (let from = 0; from < pairs.length; from++) {
      if (numbers[from] === 0) continue;
      let at = (Math.imul(pairs[from] as number, 0x9e3779b1) >>> 12) & mask;
      while (this.#numbers[at] !== 0) at = (at + 1) & mask;
      this.#pairs[at] = pairs[from] as number;
      this.#numbers[at] = numbers[from] as number;
    }
  }
}

function larger(array: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(Math.max(array.length * 2, least));
  copy.set(array);
  return copy;
}
