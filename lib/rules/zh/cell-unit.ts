import type { CellUnit } from '../../analysis/ruleset.ts';
import { unitAt } from './figures/shape.ts';

const SCALES: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };
const LABELLED = /(?:^|[(])(?:计量)?单位:? ?([^()]{1,12})\)?|\(([^()]{1,8})\)$/;

/** The unit a heading cell gives for its row or column: 万吨, 案件数(件), 单位:亿元; `null`: none. */
export function cellUnit(words: string, isUnitColumn: boolean): CellUnit | null {
  const match = LABELLED.exec(words);
  let rest = (match?.[1] ?? match?.[2] ?? (isUnitColumn ? words : '')).trim();
  let scale = 1;
  for (let factor = SCALES[rest[0] ?? '']; factor !== undefined; factor = SCALES[rest[0] ?? '']) {
    if (rest.startsWith('千瓦') || rest.startsWith('千米') || rest.startsWith('百分')) break;
    scale *= factor;
    rest = rest.slice(1);
  }
  const unit = rest === '' ? null : unitAt(rest, 0, rest.length);
  return unit === null || unit.end < rest.length ? null : { unit: unit.unit, kind: unit.kind, scale };
}

/** Whether a column's head says that its cells are units. */
export function isUnitHead(words: string): boolean {
  return /^(?:计量)?单位$/.test(words);
}
