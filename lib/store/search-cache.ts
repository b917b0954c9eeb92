import Dexie, { type EntityTable } from 'dexie';

/** A report's text as it is searched. */
export interface FoldedText {
  reportId: string;
  /** The states of the report that it was made from. */
  states: string;
  text: string;
}

/** Many texts in one record: 10,000 records of their own take five times as long to read. */
export interface Sheaf {
  id: number;
  texts: FoldedText[];
}

export type SearchCache = Dexie & { sheaves: EntityTable<Sheaf, 'id'> };

/**
 * What the library makes of stored texts to find words quickly. Nothing of the reader's is only here: a database of its
 * own, thrown away and made anew whenever the folding of texts changes (then the version goes up).
 */
export function createSearchCache(name = 'zhupi-search'): SearchCache {
  const cache = new Dexie(name) as SearchCache;
  cache.version(1).stores({ sheaves: '++id' });
  return cache;
}

/** Takes a removed report's text out, whether the library is open or not. */
export async function forgetText(cache: SearchCache, reportId: string): Promise<void> {
  await cache.sheaves.toCollection().modify((sheaf, { value }) => {
    const left = sheaf.texts.filter((text) => text.reportId !== reportId);
    if (left.length < sheaf.texts.length) value.texts = left;
  });
}

/**
 * Takes texts out of the cache, of one report or, where none is named, of all, and lets go of it again. That it can't be
 * done is no fault: what search makes of texts that are gone is never shown, and goes when it is next opened.
 */
export async function forget(reportId: string | null): Promise<void> {
  const cache = createSearchCache();
  try {
    await (reportId === null ? cache.sheaves.clear() : forgetText(cache, reportId));
  } catch {
    // without its cache search is slower, no more
  } finally {
    cache.close();
  }
}
