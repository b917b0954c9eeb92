import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GramIndex } from '../../../lib/compare/grams.ts';

test('the rarest pairs of a phrase are those in the fewest phrases, of equals the first', () => {
  const words = fc.string({ unit: fc.constantFrom(...'甲乙丙丁戊'), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 6 }),
      (all, most) => {
        const index = new GramIndex();
        const phrases = all.map((each) => index.add(each));
        const pairs = phrases.map((phrase) => [...index.rarest(phrase, 100)]);
        const countOf = (pair: number) => pairs.filter((own) => own.includes(pair)).length;
        for (const [at, phrase] of phrases.entries()) {
          const sorted = pairs[at]?.toSorted((a, b) => countOf(a) - countOf(b)) ?? [];
          const isWhole = sorted.length <= most;
          expect([...index.rarest(phrase, most)]).toEqual(isWhole ? pairs[at] : sorted.slice(0, most));
        }
      },
    ),
  );
});
