import MiniSearch from 'minisearch';
import { foldForSearch } from '../../lib/search/query.ts';
import { countWords } from '../../lib/search/scan.ts';
import { largeLibrary } from '../fixtures/large-library.ts';

const REPORTS = 1_000;
const RUNS = 21;
/** Two to five characters, one in few reports, one in none. */
const WORDS = ['矛盾纠纷', '营商环境', '案件', '复议', '公平竞争', '执法监督机制', '案件1', '从未写过的词'];

/** A scan of folded texts against an index of pairs of characters, on the same 1,000 reports in the same process. */
export async function bench(): Promise<void> {
  const reportAt = largeLibrary(0);
  const texts = Array.from({ length: REPORTS }, (_, index) => reportAt(index).snapshot.text);

  const [folded, foldTime] = timed(() => texts.map(foldForSearch));
  const [index, indexTime] = timed(() => {
    const mini = new MiniSearch<{ id: number; text: string }>({
      fields: ['text'],
      tokenize: bigrams,
      processTerm: (term) => term.toLowerCase(),
      searchOptions: { combineWith: 'AND' },
    });
    mini.addAll(texts.map((text, id) => ({ id, text })));
    return mini;
  });
  const scan = (word: string) =>
    folded.flatMap((text, id) => (countWords(text, [word]) > 0 ? [id] : [])).length;
  // pairs in one report are not yet the word: each candidate is looked at
  const byIndex = (word: string) =>
    index.search(word).filter(({ id }) => folded[id as number]?.includes(word)).length;

  console.log(`made ready: scan ${foldTime.toFixed(0)} ms, index ${indexTime.toFixed(0)} ms`);
  console.table(
    WORDS.map((word) => {
      const own: number[] = [];
      const others: number[] = [];
      for (let run = 0; run < RUNS; run++) {
        own.push(timed(() => scan(word))[1]);
        others.push(timed(() => byIndex(word))[1]);
      }
      return {
        word,
        reports: scan(word),
        'by the index': byIndex(word),
        'scan, ms': round(median(own)),
        'index, ms': round(median(others)),
        ratio: round(median(others) / median(own)),
      };
    }),
  );
}

function bigrams(text: string): string[] {
  const pairs: string[] = [];
  for (let at = 0; at + 1 < text.length; at++) pairs.push(text.slice(at, at + 2));
  return pairs;
}

function timed<T>(work: () => T): [T, number] {
  const began = performance.now();
  return [work(), performance.now() - began];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
