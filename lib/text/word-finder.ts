import { nextSign, type Signs } from './signs.ts';

/**
 * Finds the words of several lists in one pass: a tree of characters in flat tables, since it is walked all over a
 * text. Node 0 is the root and leads nowhere back.
 */
export interface WordFinder {
  /** Names of the lists; a hit gives its index. */
  lists: readonly string[];
  /** By the first character of a word, its node; 0 refuses most places of a text. */
  first: Uint16Array;
  /** Per node, the list of the word that ends there; -1: none. */
  ends: Int16Array;
  /** Per node, a bit per last five bits of the characters that go on: most are refused without a look-up. */
  masks: Int32Array;
  /** Edges in a hash table: node and character, */
  edges: Int32Array;
  /** and the node they lead to. */
  targets: Uint16Array;
}

const UNITS = 65_536;

/** Where a word begins that is not there: past the end of any text. */
export const NOWHERE = 0x3fff_ffff;

/** A finder for lists of words, of 32,767 characters at most. A word in two lists counts for the first of them. */
export function wordFinder(lists: Readonly<Record<string, readonly string[]>>): WordFinder {
  const names = Object.keys(lists);
  const words = names.flatMap((name, list) => (lists[name] ?? []).map((word) => ({ word, list })));
  const most = words.reduce((sum, { word }) => sum + word.length, 1);
  const finder: WordFinder = {
    lists: names,
    first: new Uint16Array(UNITS),
    ends: new Int16Array(most).fill(-1),
    masks: new Int32Array(most),
    edges: new Int32Array(2 ** Math.ceil(Math.log2(2 * most))),
    targets: new Uint16Array(2 ** Math.ceil(Math.log2(2 * most))),
  };
  let nodes = 1;
  for (const { word, list } of words) {
    let node = 0;
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      let next = i === 0 ? (finder.first[code] ?? 0) : step(finder, node, code);
      if (next === 0) {
        next = nodes++;
        if (i === 0) finder.first[code] = next;
        else link(finder, node, code, next);
      }
      node = next;
    }
    if (node > 0 && finder.ends[node] === -1) finder.ends[node] = list;
  }
  return finder;
}

function link(finder: WordFinder, node: number, code: number, next: number): void {
  const edge = (node << 16) | code;
  const slot = slotOf(finder.edges, edge);
  finder.edges[slot] = edge;
  finder.targets[slot] = next;
  finder.masks[node] = (finder.masks[node] ?? 0) | (1 << (code & 31));
}

/** Where an edge lies in the table, or the free place where it would. */
function slotOf(edges: Int32Array, edge: number): number {
  const last = edges.length - 1;
  let slot = (Math.imul(edge, 0x9e3779b1) >>> 15) & last;
  while (edges[slot] !== edge && edges[slot] !== 0) slot = (slot + 1) & last;
  return slot;
}

/** The node that a character leads to; 0: none. */
function step(finder: WordFinder, node: number, code: number): number {
  if (((finder.masks[node] ?? 0) & (1 << (code & 31))) === 0) return 0;
  return finder.targets[slotOf(finder.edges, (node << 16) | code)] ?? 0;
}

/** Length of the longest word that begins at `at`, and its list; `null`: none. */
export function wordAt(
  finder: WordFinder,
  text: string,
  at: number,
  end: number = text.length,
): { length: number; list: number } | null {
  if (at >= end) return null;
  let node = finder.first[text.charCodeAt(at)] ?? 0;
  let length = 0;
  let list = -1;
  for (let i = at + 1; node !== 0; i++) {
    const ended = finder.ends[node] ?? -1;
    if (ended >= 0) {
      length = i - at;
      list = ended;
    }
    node = i < end ? step(finder, node, text.charCodeAt(i)) : 0;
  }
  return length === 0 ? null : { length, list };
}

/** The first two characters of each word, the second `null` where a word has but one. */
export function openingsOf({ first, ends, edges }: WordFinder): [first: number, second: number | null][] {
  const openings: [number, number | null][] = [];
  const firsts = new Map<number, number>();
  first.forEach((node, code) => {
    if (node === 0) return;
    firsts.set(node, code);
    if ((ends[node] ?? -1) >= 0) openings.push([code, null]);
  });
  for (const edge of edges) {
    const code = firsts.get(edge >>> 16);
    if (code !== undefined) openings.push([code, edge & 0xffff]);
  }
  return openings;
}

/**
 * Calls `hit` for the longest word at each place, left to right, words not overlapping. Looks only where the text has the
 * bit that its table of signs gives to the words of this finder.
 */
export function findWords(
  finder: WordFinder,
  text: string,
  signs: Signs,
  bit: number,
  start: number,
  end: number,
  hit: (start: number, end: number, list: number) => void,
): void {
  const { first, ends } = finder;
  for (let at = nextSign(signs, bit, start, end); at < end; ) {
    let node = first[text.charCodeAt(at)] ?? 0;
    let stop = at + 1;
    let list = -1;
    for (let i = at + 1; node !== 0; i++) {
      const ended = ends[node] ?? -1;
      if (ended >= 0) {
        stop = i;
        list = ended;
      }
      node = i < end ? step(finder, node, text.charCodeAt(i)) : 0;
    }
    if (list >= 0) hit(at, stop, list);
    at = nextSign(signs, bit, stop, end);
  }
}
