/** One of an earlier report and one of a later one that answer to each other; `null`: none does. */
export interface Pair<T> {
  earlier: T | null;
  later: T | null;
}

/** What stands in one row, by column; `null`: nothing does. */
export type Row<T> = (T | null)[];

/**
 * Rows of three columns, from what answers to what in the first and second, the second and third, and the first and third
 * (which joins what the second leaves out). In the order of the third; what it doesn't have stands where it stood.
 */
export function threeColumns<T extends object>(
  oneTwo: readonly Pair<T>[],
  twoThree: readonly Pair<T>[],
  oneThree: readonly Pair<T>[],
): Row<T>[] {
  const oneOf = new Map<T, T>();
  for (const { earlier, later } of oneTwo) if (earlier && later) oneOf.set(later, earlier);
  const leftOut = new Set(oneTwo.flatMap(({ earlier, later }) => (earlier && !later ? [earlier] : [])));
  const direct = new Map<T, T>();
  for (const { earlier, later } of oneThree)
    if (earlier && later && leftOut.has(earlier)) direct.set(later, earlier);

  const rows = twoThree.map(({ earlier: two, later: three }): Row<T> => {
    if (two) return [oneOf.get(two) ?? null, two, three];
    const one = three && direct.get(three);
    if (one) leftOut.delete(one);
    return [one ?? null, null, three];
  });
  let place = 0;
  for (const { earlier: one, later: two } of oneTwo) {
    if (!one) continue;
    if (leftOut.has(one)) rows.splice(place++, 0, [one, null, null]);
    else place = rows.findIndex((row) => row[0] === one || (two !== null && row[1] === two)) + 1;
  }
  return rows;
}
