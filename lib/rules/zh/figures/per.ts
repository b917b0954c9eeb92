import type { FigureReading, FigureRule } from '../../../analysis/ruleset.ts';
import { charSet, holds } from '../../../text/char-set.ts';
import { clauseStart } from './clause.ts';
import { shapeOf } from './shape.ts';

const BASE =
  /每((?:百|千|万|十万|百万|亿)(?:人口|人|名|户|家|平方公里|公里|辆车|辆|元)|\d+(?:万|千|百)?(?:人口|人|名|户|家|平方公里|公里))[^,;。每]{0,16}$/;
const TIME =
  /每(半个月|两个月|三个月|个月|月|季度|个季度|季|半年|年|两年|周|天|日|小时|学期)[^,;。每]{0,12}$/;
/** A length of time that is set or moved is no rate: 每季度提前10天通知. */
const MOVED = /提前|推迟|缩短|延长|压缩|减少|期限|时限|内|每天$/;
const NAMES: Readonly<Record<string, string>> = { 个月: '月', 季: '季度', 个季度: '季度', 日: '天' };

/** Nearly no number has a 每 so near before it. */
const EACH = charSet('每');
const FAR = 40;

/** A rate: 每万人12件 is 12 件/万人, 每季度听取2次 is 2 次/季度. */
export const per: FigureRule = {
  id: 'per',
  certainty: 0.85,
  scripts: ['arabic', 'chinese'],
  read({ text, from, to, number }): FigureReading | null {
    if (!holds(text, EACH, Math.max(from, number.start - FAR), number.start)) return null;
    const shape = shapeOf(text, from, to, number);
    if (shape.unit === null || (shape.unit.kind !== 'count' && shape.unit.kind !== 'duration')) return null;
    const before = text.slice(clauseStart(text, from, shape.start), shape.start);
    const base = BASE.exec(before);
    const time = base === null ? TIME.exec(before) : null;
    const word = base?.[1] ?? time?.[1];
    if (word === undefined) return null;
    if (time !== null && !/^[次期场节堂]/.test(shape.unit.unit)) {
      if (!/^(?:天|小时)$/.test(shape.unit.unit) || MOVED.test(before)) return null;
    }
    const unit = `${shape.unit.unit}/${NAMES[word] ?? word}`;
    const { start, end, approx } = shape;
    return { start, end, value: number.value, unit, approx, kind: 'ratio' };
  },
};
