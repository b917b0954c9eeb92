/** A row's values over the reports, for a line. `null`: not stated there. */
export interface Line {
  label: string;
  values: (number | null)[];
}

export interface Box {
  width: number;
  height: number;
  /** Room around what is drawn, for marks that stand at the edge. */
  margin: number;
}

/** Points of a line in a box, from left to right, gaps left out; a line of equal values runs in the middle. */
export function pointsOf(
  values: readonly (number | null)[],
  { width, height, margin }: Box,
): [x: number, y: number][] {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const step = values.length > 1 ? (width - 2 * margin) / (values.length - 1) : 0;
  return values.flatMap((value, index): [number, number][] => {
    if (value === null) return [];
    const share = high === low ? 0.5 : (value - low) / (high - low);
    return [[margin + index * step, height - margin - share * (height - 2 * margin)]];
  });
}
