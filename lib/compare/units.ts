import type { FigureMention } from '../model/mention.ts';

/** Units that count the same things by other words. 人次 is none of 人: one person may come twice. */
const SAME: Readonly<Record<string, string>> = {
  起: '件',
  宗: '件',
  例: '件',
  案: '件',
  桩: '件',
  名: '人',
  位: '人',
  余人: '人',
  家次: '家',
  所: '家',
  百分点: '个百分点',
  元人民币: '元',
};

/**
 * What a unit is compared as: units of one class may stand in one row. 万元 and 亿元 are 元, as values are; money of another
 * currency, or for something (元/人), is not.
 */
export function unitClass({ kind, unit }: Pick<FigureMention, 'kind' | 'unit'>): string {
  // 第4位, 第4名 and 前四 are all places in an order
  if (kind === 'rank') return '';
  return unit === null ? '' : (SAME[unit] ?? unit);
}
