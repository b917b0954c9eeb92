import type { IndicatorCell, IndicatorRow } from '../model/comparison.ts';
import { unitClass } from './units.ts';

/** Words that a Chinese number is scaled by, the largest first. */
const SCALES = [
  ['亿', 100_000_000],
  ['万', 10_000],
  ['', 1],
] as const;
export type ScaleWord = (typeof SCALES)[number][0];

/** What the figures of a row are shown in, so that they can be compared at a glance. */
export interface CommonUnit {
  scale: ScaleWord;
  /** How much one of the scale is. */
  factor: number;
  unit: string | null;
}

/**
 * The unit in which most figures of a row are written, when they are not all written in the same; `null`: they are, and are
 * shown as they are written. Values are never changed by this, only how they are shown.
 */
export function commonUnit({ cells, kind }: Pick<IndicatorRow, 'cells' | 'kind'>): CommonUnit | null {
  if (kind === 'rank' || kind === 'ratio' || kind === 'score') return null;
  const seen = new Map<string, { count: number; common: CommonUnit }>();
  for (const { figure, written } of cells) {
    const [scale, factor] = SCALES.find(([word]) => written.includes(word)) ?? ['', 1];
    const unit = figure.unit === null ? null : unitClass(figure);
    const key = `${scale} ${unit}`;
    const known = seen.get(key);
    if (known) known.count++;
    else seen.set(key, { count: 1, common: { scale, factor, unit: figure.unit } });
  }
  if (seen.size < 2) return null;
  const [most] = [...seen.values()].sort((a, b) => b.count - a.count || b.common.factor - a.common.factor);
  return most?.common ?? null;
}

/** The number of a figure in a unit, with the upper end of a range; so many digits that it is the number written. */
export function valueIn({ figure }: IndicatorCell, { factor }: CommonUnit): number[] {
  const rounded = (value: number) => Number((value / factor).toPrecision(12));
  return figure.valueMax === undefined
    ? [rounded(figure.value)]
    : [rounded(figure.value), rounded(figure.valueMax)];
}
