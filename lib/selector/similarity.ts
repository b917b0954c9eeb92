/** Longest piece compared character by character; of longer ones, both ends are. */
const MOST = 600;

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** 1: the same characters; 0: nothing in common (Levenshtein distance over the longer length). */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  if (longest > 2 * MOST) {
    return (similarity(a.slice(0, MOST), b.slice(0, MOST)) + similarity(a.slice(-MOST), b.slice(-MOST))) / 2;
  }
  return 1 - distance(a, b) / longest;
}

/** Length of the common end of two texts. */
export function commonEnd(a: string, b: string): number {
  let size = 0;
  while (
    size < a.length &&
    size < b.length &&
    a.charCodeAt(a.length - 1 - size) === b.charCodeAt(b.length - 1 - size)
  )
    size++;
  return size;
}

/** Length of the common beginning of two texts. */
export function commonStart(a: string, b: string): number {
  let size = 0;
  while (size < a.length && size < b.length && a.charCodeAt(size) === b.charCodeAt(size)) size++;
  return size;
}
