import type { Count, Counted } from './counted.ts';

/** Half of what words have in common is worth little when it is one pair of characters that many use. */
const TELLING = 4;
const SAME_TOPIC = 0.03;
/** The later report repeats the earlier value: 由25%提高到31.8% where 25% was stated. */
const REPEATED = 0.35;
/** The only figures of their sort in two reports of a body: of a unit (户, 卷) that says more than that both are rates. */
const ALONE = 0.16;
const ALONE_RATE = 0.08;
/** For each time that one value is e times the other, for a body's own figures. */
const APART = 0.05;
const MOST_APART = 4;
/** A body's counts of some size are seldom near to each other by chance; rates often are. Nothing from e^CLOSE_BY times on. */
const CLOSE = 0.1;
const CLOSE_BY = 0.4;
const MANY = 20;
/** Figures of two lists (分别下降8.9%、12.5%; 降幅分别为6.1%和3.4%) at the same place of them, or at others. */
const SAME_PLACE = 0.1;
/** Rates of things that have nothing to do with each other, under one name (办结率). */
const OTHER_BASE = 0.3;
/** One counts what was met with, the other what was done about it: 排查排污口, 整治排污口. */
const OTHER_STAGE = 0.3;
/** One counts what came anew, the other may count all there is. */
const OTHER_NEW = 0.15;
/** One is a part of what is counted before it, the other is told by itself. */
const OTHER_PART = 0.08;
/** So many characters right before or right after both figures are the thing that is counted. */
const RUN = 4;
const LONGEST_RUN = 8;
const SAME_RUN = 0.12;

/** Characters that names of quite different indicators share. */
const COMMON = new Set('率数量度比额次件个项人名全市县区年开展组织推进工作实现完成的和与及等');

/**
 * How likely two figures of one sort count the same thing, by themselves: about 0 to 1, more is surer. 0: their names have
 * nothing to do with each other.
 */
export function likelihood(a: Counted, b: Counted, { words, contexts }: Count): number {
  // what a mere word belongs to tells it from another such, but not from what it belongs to
  const areBased = a.base !== null && b.base !== null;
  const shared = areBased ? words.shared(a.whole, b.whole) : words.shared(a.words, b.words);
  const weight = areBased ? a.wholeWeight + b.wholeWeight : a.wordWeight + b.wordWeight;
  if (shared === 0 && isOtherName(a, b)) return 0;
  const around = share(contexts.shared(a.context, b.context), a.contextWeight + b.contextWeight);
  const named = share(shared, weight) * (1 - Math.exp(-shared / TELLING));
  const isOther = a.base !== null && b.base !== null && words.shared(a.base.words, b.base.words) === 0;
  const likely = Math.max(0.6 * named + 0.4 * around, 0.8 * around) + adjustment(a, b, shared);
  return isOther ? likely - OTHER_BASE : likely;
}

/** Dice's coefficient of what is shared in two wholes. */
function share(shared: number, whole: number): number {
  return whole === 0 ? 0 : (2 * shared) / whole;
}

/** How much of the shorter name the other one has, 0..1: authors shorten what they named in full the year before. */
export function contained(a: Counted, b: Counted, { words }: Count): number {
  const shared = words.shared(a.words, b.words);
  const whole = Math.min(a.wordWeight, b.wordWeight);
  return whole === 0 ? 0 : (shared / whole) * (1 - Math.exp(-shared / TELLING));
}

/** Both have names, which have nothing to do with each other; abbreviations (挽损) keep characters of what they stand for. */
export function isOtherName(a: Counted, b: Counted): boolean {
  if (!isNamed(a) || !isNamed(b)) return false;
  const other = b.name;
  for (const character of a.name) if (!COMMON.has(character) && other.includes(character)) return false;
  return true;
}

/** 降幅 and 增幅 name a change, not what changes. */
function isNamed({ wordWeight, name }: Counted): boolean {
  return wordWeight > 0 && !/^[降增涨升减]幅$/.test(name);
}

function adjustment(a: Counted, b: Counted, shared: number): number {
  let sum = 0;
  if (a.topic !== undefined && a.topic === b.topic) sum += SAME_TOPIC;
  if (a.listed !== null && b.listed !== null) sum += a.listed === b.listed ? SAME_PLACE : -SAME_PLACE;
  if (shared > 0) sum += SAME_RUN * runOf(a, b);
  if (a.stage !== null && b.stage !== null && a.stage !== b.stage) sum -= OTHER_STAGE;
  if (a.isNew !== b.isNew) sum -= OTHER_NEW;
  if (a.isPart !== b.isPart) sum -= OTHER_PART;
  if (!isOneBody(a, b)) return sum;
  const [one, other] = [a.cell.figure, b.cell.figure];
  if (shared > 0 && (one.from === other.value || other.from === one.value)) sum += REPEATED;
  if (one.value > 0 && other.value > 0) {
    const apart = Math.abs(Math.log(one.value / other.value));
    sum -= APART * Math.min(MOST_APART, apart);
    if (one.kind !== 'percent' && Math.min(one.value, other.value) >= MANY)
      sum += CLOSE * Math.max(0, 1 - apart / CLOSE_BY);
  }
  return sum + (one.kind === 'percent' ? ALONE_RATE : ALONE) / Math.sqrt(a.rivals * b.rivals);
}

/** Bodies that are not known are not taken for one. */
export function isOneBody(a: Counted, b: Counted): boolean {
  return a.body !== null && a.body === b.body;
}

/**
 * The longest run of characters right before both or right after both, from `RUN` on; 0..1. The first of a list (9个县局、
 * 分局……) is not what is counted: it counts as none.
 */
function runOf(a: Counted, b: Counted): number {
  let after = 0;
  while (after < LONGEST_RUN && after < a.after.length && a.after[after] === b.after[after]) after++;
  if (a.after[after] === '、' || b.after[after] === '、' || a.after.lastIndexOf('、', after) >= 0) after = 0;
  // what comes after a stop is of the next figure
  if (/^[，；。]/.test(a.after)) after = 0;
  const [endA, endB] = [a.before.length - 1, b.before.length - 1];
  let before = 0;
  while (before < LONGEST_RUN && before <= endA && a.before[endA - before] === b.before[endB - before])
    before++;
  const run = Math.max(after, before);
  return run < RUN ? 0 : run / LONGEST_RUN;
}
