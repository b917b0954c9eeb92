import type { CharSet } from './char-set.ts';

interface Node {
  next: Map<number, Node>;
  /** Number of the word list that the word ending here belongs to; -1: no word ends here. */
  list: number;
  /** Bit per last five bits of the characters in `next`: most characters are refused without a look-up. */
  mask: number;
}

/** Finds the words of several lists in one pass. */
export interface WordFinder {
  /** Names of the lists; a hit gives its index. */
  lists: readonly string[];
  /** First characters of words: most places of a text are refused by it. */
  first: CharSet;
  /** By the first character of a word. */
  roots: readonly (Node | undefined)[];
}

const UNITS = 65_536;

/** A finder for lists of words. A word in two lists counts for the first of them. */
export function wordFinder(lists: Readonly<Record<string, readonly string[]>>): WordFinder {
  const names = Object.keys(lists);
  const first = new Uint8Array(UNITS);
  const roots = new Array<Node | undefined>(UNITS).fill(undefined);
  names.forEach((name, list) => {
    for (const word of lists[name] ?? []) {
      if (word === '') continue;
      first[word.charCodeAt(0)] = 1;
      add(roots, word, list);
    }
  });
  return { lists: names, first, roots };
}

function add(roots: (Node | undefined)[], word: string, list: number): void {
  let node: Node = roots[word.charCodeAt(0)] ?? { next: new Map(), list: -1, mask: 0 };
  roots[word.charCodeAt(0)] = node;
  for (let i = 1; i < word.length; i++) {
    const code = word.charCodeAt(i);
    const next: Node = node.next.get(code) ?? { next: new Map(), list: -1, mask: 0 };
    node.next.set(code, next);
    node.mask |= 1 << (code & 31);
    node = next;
  }
  if (node.list < 0) node.list = list;
}

/** Length of the longest word that begins at `at`, and its list; `null`: none. */
export function wordAt(
  finder: WordFinder,
  text: string,
  at: number,
  end: number = text.length,
): { length: number; list: number } | null {
  if (at >= end || finder.first[text.charCodeAt(at)] !== 1) return null;
  let node = finder.roots[text.charCodeAt(at)];
  let length = 0;
  let list = -1;
  let i = at + 1;
  while (node !== undefined) {
    if (node.list >= 0) {
      length = i - at;
      list = node.list;
    }
    if (i >= end) break;
    const code = text.charCodeAt(i);
    node = (node.mask & (1 << (code & 31))) === 0 ? undefined : node.next.get(code);
    i++;
  }
  return length === 0 ? null : { length, list };
}

/** Calls `hit` for the longest word at each place, left to right, words not overlapping. */
export function findWords(
  finder: WordFinder,
  text: string,
  start: number,
  end: number,
  hit: (start: number, end: number, list: number) => void,
): void {
  const { first, roots } = finder;
  let at = start;
  while (at < end) {
    const opens = text.charCodeAt(at);
    if (first[opens] !== 1) {
      at++;
      continue;
    }
    let node = roots[opens];
    let stop = at;
    let list = -1;
    let i = at + 1;
    while (node !== undefined) {
      if (node.list >= 0) {
        stop = i;
        list = node.list;
      }
      if (i >= end) break;
      const code = text.charCodeAt(i);
      node = (node.mask & (1 << (code & 31))) === 0 ? undefined : node.next.get(code);
      i++;
    }
    if (list < 0) at++;
    else {
      hit(at, stop, list);
      at = stop;
    }
  }
}
