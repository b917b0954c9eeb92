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

/** What the rules find in a report's text. */
export interface StoredReading {
  reportId: string;
  /** The states of the report that it was made from. */
  states: string;
  /** The version of the rules that made it. */
  analyserVersion: string;
  /** As JSON: a database takes longer to read thousands of small objects than a parser does. */
  json: string;
}

/** Rows that reports were lined up in. */
export interface StoredAlignment {
  /** Tells which reports it is of. */
  key: string;
  /** Tells of what it was made: of other things another table would be. */
  madeOf: string;
  reportIds: string[];
  /** When it was last asked for; milliseconds since 1970. */
  used: number;
  json: string;
}

export type LibraryCache = Dexie & {
  sheaves: EntityTable<Sheaf, 'id'>;
  readings: EntityTable<StoredReading, 'reportId'>;
  alignments: EntityTable<StoredAlignment, 'key'>;
};

/**
 * What the library makes of stored texts, to find words and to compare quickly. Nothing of the reader's is only here: a
 * database of its own, thrown away and made anew whenever the folding of texts changes (then the version goes up).
 */
export function createLibraryCache(name = 'zhupi-search'): LibraryCache {
  const cache = new Dexie(name) as LibraryCache;
  cache.version(1).stores({ sheaves: '++id' });
  cache.version(2).stores({ readings: 'reportId' });
  cache.version(3).stores({ alignments: 'key, used, *reportIds' });
  return cache;
}

/** Takes out what was made of a removed report's text, whether the library is open or not. */
export async function forgetText(cache: LibraryCache, reportId: string): Promise<void> {
  await cache.readings.delete(reportId);
  await cache.alignments.where({ reportIds: reportId }).delete();
  await cache.sheaves.toCollection().modify((sheaf, { value }) => {
    const left = sheaf.texts.filter((text) => text.reportId !== reportId);
    if (left.length < sheaf.texts.length) value.texts = left;
  });
}

/**
 * Takes texts out of the cache, of one report or, where none is named, of all, and lets go of it again. That it can't be
 * done is no fault: what is made of texts that are gone is never shown, and goes when the library next searches or compares.
 */
export async function forget(reportId: string | null): Promise<void> {
  const cache = createLibraryCache();
  try {
    if (reportId === null)
      await Promise.all([cache.sheaves, cache.readings, cache.alignments].map((store) => store.clear()));
    else await forgetText(cache, reportId);
  } catch {
    // without its cache the library is slower, no more
  } finally {
    cache.close();
  }
}
