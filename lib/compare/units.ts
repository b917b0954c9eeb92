import type { FigureMention } from '../model/mention.ts';
import { sameUnit } from '../model/units.ts';

/** Units that count things of one sort: one report has 起 where another has 件. */
const COUNTERS: Readonly<Record<string, string>> = {
  起: '件',
  宗: '件',
  例: '件',
  案: '件',
  桩: '件',
  部: '件',
  份: '件',
  家次: '家',
  所: '家',
};

/**
 * What a unit is compared as: units of one class may stand in one row. 万元 and 亿元 are 元, as values are; money of another
 * currency, or for something (元/人), is not.
 */
export function unitClass({ kind, unit }: Pick<FigureMention, 'kind' | 'unit'>): string {
  // 第4位, 第4名 and 前四 are all places in an order
  if (kind === 'rank') return '';
  const same = sameUnit(unit);
  return COUNTERS[same] ?? same;
}
