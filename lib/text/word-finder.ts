interface Node {
  next: Map<number, Node>;
  /** Number of the word list that the word ending here belongs to; -1: no word ends here. */
  list: number;
}

/** Finds the words of several lists in one pass. */
export interface WordFinder {
  /** Names of the lists; a hit gives its index. */
  lists: readonly string[];
  first: Uint8Array;
  root: Node;
}

/** A finder for lists of words. A word in two lists counts for the first of them. */
export function wordFinder(lists: Readonly<Record<string, readonly string[]>>): WordFinder {
  const names = Object.keys(lists);
  const root: Node = { next: new Map(), list: -1 };
  const first = new Uint8Array(65_536);
  names.forEach((name, list) => {
    for (const word of lists[name] ?? []) add(root, first, word, list);
  });
  return { lists: names, first, root };
}

function add(root: Node, first: Uint8Array, word: string, list: number): void {
  if (word === '') return;
  first[word.charCodeAt(0)] = 1;
  let node = root;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    let next = node.next.get(code);
    if (next === undefined) {
      next = { next: new Map(), list: -1 };
      node.next.set(code, next);
    }
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
  if (finder.first[text.charCodeAt(at)] !== 1) return null;
  let node: Node | undefined = finder.root;
  let found: { length: number; list: number } | null = null;
  for (let i = at; i < end; i++) {
    node = node.next.get(text.charCodeAt(i));
    if (node === undefined) break;
    if (node.list >= 0) found = { length: i + 1 - at, list: node.list };
  }
  return found;
}

/** Calls `hit` for the longest word at each place, left to right, words not overlapping. */
export function findWords(
  finder: WordFinder,
  text: string,
  start: number,
  end: number,
  hit: (start: number, end: number, list: number) => void,
): void {
  const { first } = finder;
  let at = start;
  while (at < end) {
    if (first[text.charCodeAt(at)] === 1) {
      const word = wordAt(finder, text, at, end);
      if (word !== null) {
        hit(at, at + word.length, word.list);
        at += word.length;
        continue;
      }
    }
    at++;
  }
}
