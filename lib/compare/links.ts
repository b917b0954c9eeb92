import { type Anchors, anchorsOf, besides } from './beside.ts';
import { eachCandidate } from './candidates.ts';
import type { Count, Counted } from './counted.ts';
import { contained, isOneBody, likelihood } from './likelihood.ts';

/** Below this score two figures of a body are not proposed as the same thing, and below the other one not even if alone. */
export const LEAST = 0.26;
const LEAST_ALONE = 0.15;
const ALONE_BY = 0.1;
const LEAST_OWN = 0.05;
/** What two bodies count under like words is more often different things than what one body counts year by year. */
const LEAST_ACROSS = 0.42;
/** A pair that another one nearly equals is not sure, however likely. */
const CLEAR = 0.12;
/** Two bodies that use the same words may still count by other rules. */
const ACROSS = 0.08;
/** What is beside two figures makes a proposal of them, but hardly makes it sure. */
const MOST_BESIDE = 0.05;
/** Surer, by so much, where one name is the other one, shortened. */
const BY_NAME = 0.16;
/** What came anew and what may be all there is can have one name: never surer than this, for the reader to decide. */
const MOST_NEW = 0.5;
/** So often what is beside is looked at again. */
const ROUNDS = 3;

/** Two figures that may be the same thing, by their places in the list of first figures. */
export interface Link {
  a: number;
  b: number;
  one: Counted;
  other: Counted;
  /** How likely it is by the figures themselves. */
  own: number;
  /** The same with what stands beside them; by it links are preferred to each other. */
  score: number;
  /** How much likelier the pair is than the next best that either of them is in, between the same two reports. */
  margin: number;
  /** How sure it is, 0..1. */
  certainty: number;
}

/**
 * The pairs among the first figures of groups that are likely enough to be proposed, the likeliest first. `groupOf` gives
 * the group of any figure: for those of open groups their place in the list of first figures.
 */
export function linksBetween(
  firsts: readonly Counted[],
  groupOf: (figure: Counted) => number,
  count: Count,
): Link[] {
  const links: Link[] = [];
  eachCandidate(firsts, count, (a, b) => {
    const one = firsts[a] as Counted;
    const other = firsts[b] as Counted;
    // the later one first: it stays the same from pair to pair, which is quicker
    const own = likelihood(other, one, count);
    if (own < (isOneBody(one, other) ? LEAST_OWN : LEAST_ACROSS)) return;
    links.push({ a, b, one, other, own, score: own, margin: 0, certainty: 0 });
  });
  const ofOneBody = links.filter(({ one, other }) => isOneBody(one, other));
  // what one body tells side by side it tells so again, of others that says nothing; what that makes clear tells of more
  const own = byGroup(ofOneBody, firsts.length);
  for (let round = 0; round < ROUNDS; round++) {
    setMargins(ofOneBody, own);
    const anchors: Anchors = anchorsOf(ofOneBody);
    for (const link of ofOneBody)
      link.score = link.own + besides(link.one, link.other, anchors, groupOf, firsts);
  }
  setMargins(links, byGroup(links, firsts.length));
  for (const link of links) {
    const beside = besideOf(link, count);
    const doubt = Math.max(0, CLEAR - link.margin) + (isOneBody(link.one, link.other) ? 0 : ACROSS);
    const sure = link.own + beside - doubt;
    const most = link.one.isNew === link.other.isNew ? 1 : MOST_NEW;
    link.certainty = Math.min(most, Math.max(0, sure));
  }
  return links.filter(isProposed).sort((x, y) => y.score - x.score);
}

/** What stands beside two figures adds to their certainty: more where one name is the other, shortened. */
function besideOf({ one, other, own, score }: Link, count: Count): number {
  const beside = score - own;
  return beside <= MOST_BESIDE
    ? beside
    : Math.min(beside, MOST_BESIDE + BY_NAME * contained(one, other, count));
}

function isProposed({ one, other, score, margin }: Link): boolean {
  if (!isOneBody(one, other)) return score >= LEAST_ACROSS;
  return score >= LEAST || (score >= LEAST_ALONE && margin >= ALONE_BY);
}

/** The links of each group. */
type ByGroup = readonly (readonly Link[] | undefined)[];

function byGroup(links: readonly Link[], groups: number): ByGroup {
  const ofGroup: (Link[] | undefined)[] = new Array(groups);
  for (const link of links) {
    for (const group of [link.a, link.b]) {
      const own = ofGroup[group];
      if (own) own.push(link);
      else ofGroup[group] = [link];
    }
  }
  return ofGroup;
}

/** The margin of each link against the best other link of either group between the same two reports. */
function setMargins(links: readonly Link[], ofGroup: ByGroup): void {
  for (const link of links) {
    const { a, b, one, other, score } = link;
    const next = Math.max(
      bestOther(ofGroup[a], link, a, other.report),
      bestOther(ofGroup[b], link, b, one.report),
    );
    link.margin = score - next;
  }
}

function bestOther(links: readonly Link[] | undefined, but: Link, group: number, report: number): number {
  let best = 0;
  if (!links) return best;
  for (let at = 0; at < links.length; at++) {
    const link = links[at] as Link;
    if (link.score <= best || link === but) continue;
    const partner = link.a === group ? link.other : link.one;
    if (partner.report === report) best = link.score;
  }
  return best;
}
