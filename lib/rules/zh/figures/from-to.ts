import type { FigureReading, FigureRule } from '../../../analysis/ruleset.ts';
import { FALLS, RISES } from '../../../lexicon/zh/change.ts';
import type { Approx } from '../../../model/mention.ts';
import { charSet, isIn } from '../../../text/char-set.ts';
import { readNumber } from '../../../text/written-number.ts';
import { isLoneOne, shapeOf, type UnitMatch } from './shape.ts';

const LOOK_BACK = 16;
const FROM =
  /(?:由|从|自)(?:原来|原先|原|最初|此前|过去|去年|上年|年初|法定|平均|\d{4}年|[^,;:。由从自\d]{0,6})?的?$/;
const VERBS = [...RISES, ...FALLS, '调整', '变', '改', '优化', '发展', '放宽', '拓宽'].sort(
  (a, b) => b.length - a.length,
);
const CARRY = new RegExp(
  `^(?:以上|左右|以内|余|多)?(?:大幅|逐步|进一步|再|成功|平均|整体|统一|,)*(${VERBS.join('|')})?了?(?:至|到|为|成|达)+了?(?:目前|现在|现|今年|\\d{4}年|目前的|\\d{4}年的)?的?`,
);
/** A place among many rises as its number falls. */
const RANKED = /(?:排名|位次|名次|排序|排位)[^,;。]{0,6}$|第$/;
const SPAN = 24;
const FIRST = charSet(
  ['以左余多大逐进再成平整统,至到为了达', ...VERBS.map((verb) => verb.charAt(0))].join(''),
);

/**
 * A change told by both ends: 由7天延长至14天 is 14, from 7, up; 从32%提高到45%; 办理时限7个工作日压缩至3个工作日.
 * Without 由 or 从 there must be a verb of rising or falling.
 */
export const fromTo: FigureRule = {
  id: 'from-to',
  certainty: 0.95,
  scripts: ['arabic', 'chinese'],
  read({ text, from, to, number }): FigureReading | null {
    if (isLoneOne(number)) return null;
    const first = shapeOf(text, from, to, number);
    if (!isIn(FIRST, text.charCodeAt(first.unit?.end ?? number.end))) return null;
    const tail = text.slice(first.unit?.end ?? number.end, Math.min(to, first.end + SPAN));
    const carry = CARRY.exec(tail);
    if (carry === null) return null;
    const before = text.slice(Math.max(from, first.start - LOOK_BACK), first.start);
    const opening = FROM.exec(before);
    const verb = carry[1];
    if (opening === null && (verb === undefined || !moves(verb) || first.unit === null)) return null;
    const at = (first.unit?.end ?? number.end) + carry[0].length;
    const hedged = skipHedge(text, at, to);
    const second = readNumber(text, hedged, to);
    if (second === null || second.script === 'word') return null;
    const last = shapeOf(text, at, to, second);
    // 645元/月、4318元/年提高到801元/月: not the two ends of one quantity
    if (isRate(first.unit) && isRate(last.unit) && first.unit?.unit !== last.unit?.unit) return null;
    const unit = sharedUnit(first.unit, last.unit);
    const upper = upperEnd(text, last.unit?.end ?? second.end, to, unit);
    // without a unit only an index or a quotient moves: 收入比由2.15缩小到2.06
    const bare = unit === null;
    if (bare && (opening === null || verb === undefined || !moves(verb) || first.unit !== null)) return null;
    if (bare && Number.isInteger(number.value) && Number.isInteger(second.value)) return null;
    const scale =
      !number.scaled && second.scaled && first.unit === null
        ? second.value / bareValue(text, hedged, second.end)
        : 1;
    const earlier = number.value * scale;
    const start = opening === null ? first.start : first.start - before.length + opening.index;
    const ranked = unit?.unit === '位' && RANKED.test(before);
    return {
      start,
      end: upper?.end ?? last.end,
      value: second.value,
      unit: unit?.unit ?? null,
      ...(upper === null || upper.value <= second.value ? {} : { valueMax: upper.value }),
      approx: upper?.approx ?? last.approx,
      kind: ranked ? 'rank' : (unit?.kind ?? 'ratio'),
      from: earlier,
      direction:
        ranked && verb !== undefined
          ? RISES.includes(verb)
            ? 'up'
            : 'down'
          : directionOf(verb, earlier, second.value),
    };
  },
};

/** The upper end of a range that was reached: 缩短为3至5个工作日. */
function upperEnd(
  text: string,
  at: number,
  to: number,
  unit: UnitMatch | null,
): { end: number; value: number; approx: Approx } | null {
  if (!'至到-—–~～'.includes(text[at] ?? ' ')) return null;
  const third = readNumber(text, at + 1, to);
  if (third === null || third.script === 'word') return null;
  const shape = shapeOf(text, at + 1, to, third);
  if (shape.unit === null || (unit !== null && shape.unit.unit !== unit.unit)) return null;
  return { end: shape.end, value: third.value, approx: shape.approx };
}

/** The unit of both ends; the second may be left out or cut short (20个工作日压缩到5个). */
function sharedUnit(first: UnitMatch | null, last: UnitMatch | null): UnitMatch | null {
  if (first === null || last === null) return last ?? first;
  if (first.unit !== last.unit && first.unit.startsWith(last.unit)) return { ...first, end: last.end };
  return first.kind === last.kind ? last : null;
}

function isRate(unit: UnitMatch | null): boolean {
  return unit?.unit.includes('/') === true;
}

function moves(verb: string): boolean {
  return RISES.includes(verb) || FALLS.includes(verb);
}

function directionOf(verb: string | undefined, earlier: number, later: number): 'up' | 'down' {
  if (verb !== undefined && RISES.includes(verb) && later >= earlier) return 'up';
  if (verb !== undefined && FALLS.includes(verb) && later <= earlier) return 'down';
  return later < earlier ? 'down' : 'up';
}

/** 提高到近45%, 压缩至不超过3天: the hedge stands between verb and number. */
function skipHedge(text: string, at: number, to: number): number {
  for (let i = at; i < Math.min(to, at + 4); i++) {
    if (readNumber(text, i, i + 1) !== null) return i;
  }
  return at;
}

/** The written digits of a scaled number, without its 万 or 亿. */
function bareValue(text: string, start: number, end: number): number {
  return Number.parseFloat(text.slice(start, end).replaceAll(',', '')) || 1;
}
