import type { FigureReading, FigureRule, NumberContext } from '../../../analysis/ruleset.ts';
import type { QuantityKind } from '../../../model/mention.ts';
import { clauseStart } from './clause.ts';
import { type Direction, directionBefore, directionOfClause } from './direction.ts';
import { isLoneOne, shapeOf } from './shape.ts';

/** Chinese numerals with these units are counted events and people; with others they are packages (三项制度). */
const COUNTED = new Set([
  '次',
  '起',
  '件',
  '名',
  '人',
  '人次',
  '家',
  '户',
  '场',
  '宗',
  '例',
  '辆',
  '封',
  '篇',
  '场次',
  '件次',
  '户次',
  '批次',
  '天',
  '小时',
  '分钟',
  '个月',
  '个工作日',
  '公里',
  '米',
  '亩',
  '吨',
  '元',
  '美元',
  '分',
  '%',
  '倍',
  '台',
  '台次',
  '册',
  '枚',
  '面',
  '份',
  '条次',
  '平方米',
  '公顷',
  '间',
  '座',
  '栋',
  '个百分点',
  '年',
]);
const NAMED_AFTER = /^(?:全会|会议|大会|分配|产业|革命|工业|创业|文件|鉴定|污染|供水|开发|事|人大)/;

const REACHED = /(?:重回|迈上|迈入|迈进|跨越|跨过|达到|达|超|过|破|跃上|站上)$/;

/**
 * The general form: a number with its unit and hedges (超过4057宗, 1410万余次, 90%以上, 3.1亿元, 三千余起).
 * A growth rate or an addition takes the direction of its verb.
 */
export const quantity: FigureRule = {
  id: 'quantity',
  certainty: 0.95,
  scripts: ['arabic', 'chinese'],
  read(context: NumberContext): FigureReading | null {
    const { text, from, to, number } = context;
    if (isLoneOne(number)) return null;
    const shape = shapeOf(text, from, to, number);
    if (shape.unit === null) return null;
    const { unit, kind } = shape.unit;
    if (number.script === 'chinese' && !isCounted(context, shape.start, unit, kind, shape.unit.end))
      return null;
    const { start, end, approx } = shape;
    const reading: FigureReading = { start, end, value: number.value, unit, approx, kind };
    const direction = movement(text, from, start, kind);
    if (direction !== null) reading.direction = direction;
    if (number.value === 0) reading.zero = true;
    return reading;
  },
};

/** The direction to spread into a reading: none where the quantity did not move. */
export function directionOf(
  text: string,
  from: number,
  start: number,
  kind: QuantityKind,
): { direction?: Direction } {
  const direction = movement(text, from, start, kind);
  return direction === null ? {} : { direction };
}

function movement(text: string, from: number, start: number, kind: QuantityKind): Direction | null {
  if (kind === 'score' || kind === 'rank') return null;
  const direction =
    directionBefore(text, from, start) ?? directionOfClause(text, clauseStart(text, from, start), start);
  // a fixed name of an indicator, not an addition
  return direction === null || text.startsWith('城镇新增就业', start - 6) ? null : direction;
}

function isCounted(
  context: NumberContext,
  start: number,
  unit: string,
  kind: QuantityKind,
  end: number,
): boolean {
  const { text, number } = context;
  if (NAMED_AFTER.test(text.slice(end, end + 3)) && start === number.start) return false;
  const { value } = number;
  const bare = /^[十百千万亿]+$/.test(text.slice(number.start, number.end)) && value > 10;
  if (start < number.start || number.more) return true;
  // (万元) heads a column; 万亿元 is a figure where it is reached or a threshold
  if (kind === 'money') {
    return (
      !bare ||
      REACHED.test(text.slice(Math.max(0, start - 3), start)) ||
      /^(?:以上|大关)/.test(text.slice(end, end + 2))
    );
  }
  // 百万警进千万家: round powers alone are figures of speech
  if (bare) return false;
  if (value >= 100) return true;
  if (value < 2 || text.slice(number.start, number.end) === '二') return false;
  if (unit === '年') return /^(?:内|的?时间)/.test(text.slice(end, end + 3));
  if (unit === '人') return false;
  return COUNTED.has(unit) || kind === 'percentage_point';
}
