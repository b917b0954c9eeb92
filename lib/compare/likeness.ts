/** Pairs of neighbouring characters of a phrase, punctuation and white space left out; of one character itself. */
export function bigramsOf(phrase: string): Set<string> {
  const plain = phrase.replace(/[\s\p{P}\p{S}]/gu, '');
  const grams = new Set<string>();
  for (let at = 0; at + 1 < plain.length; at++) grams.add(plain.slice(at, at + 2));
  if (plain.length === 1) grams.add(plain);
  return grams;
}

/** How much a pair of characters tells: little when most phrases have it. */
export type Weigh = (gram: string) => number;

/** Inverse document frequency over a set of phrases (Spärck Jones 1972), smoothed. */
export function weightsOf(phrases: readonly ReadonlySet<string>[]): Weigh {
  const counts = new Map<string, number>();
  for (const grams of phrases) for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  const all = phrases.length;
  return (gram) => Math.log(1 + all / (counts.get(gram) ?? 1));
}

/** Likeness of two sets of weighted pairs, 0..1 (Dice). Two empty ones are not alike. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>, weigh: Weigh): number {
  let [shared, whole] = [0, 0];
  for (const gram of a) {
    const weight = weigh(gram);
    whole += weight;
    if (b.has(gram)) shared += weight;
  }
  for (const gram of b) whole += weigh(gram);
  return whole === 0 ? 0 : (2 * shared) / whole;
}
