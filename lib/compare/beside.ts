import type { Counted } from './counted.ts';
import type { Link } from './links.ts';

/** From this likelihood on, and by so much, two figures that are each other's likeliest tell of those beside them. */
const ANCHOR = 0.35;
const ANCHOR_BY = 0.1;
/** The figures beside two figures are the same thing, too; or are the same thing as others, far away. */
const BESIDE = 0.16;
const ELSEWHERE = -0.05;
/** So few characters between two figures that the second says more of the first: 办理案件12件，罚款3万元. */
const TIGHT = 10;
const TIGHTLY_BESIDE = 0.25;
const TIGHTLY_ELSEWHERE = -0.12;
/** Figures between two that are far away from each other. */
const FAR = 3;

/** So many figures are passed over, at most, and each leaves so much of what is told. */
const REACH = 3;
const PASSED = 0.6;
/** The figures on the other side are the same, too: so much of what they tell is added. */
const BOTH = 0.3;

/** For a group and a report, the group that is each other's likeliest there. */
export type Anchors = ReadonlyMap<number, number>;
const keyOf = (group: number, report: number) => group * 0x10000 + report;

/** The links that are so clear that they tell of the figures beside them. */
export function anchorsOf(links: readonly Link[]): Anchors {
  const anchors = new Map<number, number>();
  for (const { a, b, one, other, score, margin } of links) {
    if (score < ANCHOR || margin < ANCHOR_BY) continue;
    anchors.set(keyOf(a, other.report), b);
    anchors.set(keyOf(b, one.report), a);
  }
  return anchors;
}

/**
 * What the figures beside two figures of a body say of these, to be added to their likelihood: they are the same things in
 * both reports, or they are not.
 */
export function besides(
  a: Counted,
  b: Counted,
  anchors: Anchors,
  groupOf: (figure: Counted) => number,
  firsts: readonly Counted[],
): number {
  let [most, second, least] = [0, 0, 0];
  for (const side of ['previous', 'next'] as const) {
    const [one, other] = [a[side], b[side]];
    const isTight = (!one || between(a, one) <= TIGHT) && (!other || between(b, other) <= TIGHT);
    const bonus = nearest(one, other, side, isTight ? TIGHTLY_BESIDE : BESIDE, anchors, groupOf);
    [most, second] = bonus > most ? [bonus, most] : [most, Math.max(second, bonus)];
    if (bonus > 0) continue;
    for (const [near, far] of [
      [one, b],
      [other, a],
    ] as const) {
      const anchor = near === null ? undefined : anchors.get(keyOf(groupOf(near), far.report));
      const place = anchor === undefined ? undefined : firsts[anchor];
      if (place && place.report === far.report && Math.abs(place.index - far.index) > FAR)
        least = Math.min(least, isTight ? TIGHTLY_ELSEWHERE : ELSEWHERE);
    }
  }
  return most > 0 ? most + second * BOTH : least;
}

/** What the nearest two figures on one side that are the same thing say: less where others stand between. */
function nearest(
  one: Counted | null,
  other: Counted | null,
  side: 'previous' | 'next',
  bonus: number,
  anchors: Anchors,
  groupOf: (figure: Counted) => number,
): number {
  let best = 0;
  for (let [near, steps] = [one, 0]; near && steps < REACH; near = near[side], steps++) {
    const group = groupOf(near);
    for (let [far, more] = [other, steps]; far && more < REACH; far = far[side], more++) {
      const farGroup = groupOf(far);
      if (group !== farGroup && anchors.get(keyOf(group, far.report)) !== farGroup) continue;
      best = Math.max(best, bonus * PASSED ** more);
    }
  }
  return best;
}

function between({ cell: { figure: a } }: Counted, { cell: { figure: b } }: Counted): number {
  return a.start < b.start ? b.start - a.end : a.start - b.end;
}
