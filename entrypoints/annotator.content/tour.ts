import type { Step } from '../../lib/messaging/protocol.ts';
import type { Finding } from '../../lib/model/reading-view.ts';

/** One stop of a tour through the findings, and which of how many it is, from 1. */
export interface Stop {
  finding: Finding;
  number: number;
  count: number;
}

/** Where a finding stands against the window: above it, in it, below it. */
export type Standing = 'above' | 'inside' | 'below';

/**
 * The finding to go to. From the one last visited while it is in the window; else the reader has scrolled since, and
 * what stands in the window decides. `null`: there is none in that direction.
 */
export function nextStop(
  findings: readonly Finding[],
  { towards, among }: Step,
  visited: string | null,
  standingOf: (finding: Finding) => Standing,
): Stop | null {
  const stops = findings
    .filter(({ category }) => among === 'findings' || category === 'shortcoming')
    .toSorted((a, b) => a.mark.start - b.mark.start);
  const last = findings.find(({ id }) => id === visited);
  const index =
    last && standingOf(last) === 'inside'
      ? besides(stops, last, towards)
      : towards === 'next'
        ? firstWhere(stops, (stop) => standingOf(stop) !== 'above')
        : firstWhere(stops, (stop) => standingOf(stop) === 'below') - 1;
  const finding = stops[index];
  return finding ? { finding, number: index + 1, count: stops.length } : null;
}

/** The one after, or before, a finding that may not be among the stops itself. */
function besides(stops: readonly Finding[], last: Finding, towards: Step['towards']): number {
  const own = stops.indexOf(last);
  if (own >= 0) return towards === 'next' ? own + 1 : own - 1;
  const after = firstWhere(stops, ({ mark }) => mark.start > last.mark.start);
  return towards === 'next' ? after : after - 1;
}

/** Index of the first of which it holds, where it holds for all after it too. */
function firstWhere(stops: readonly Finding[], holds: (stop: Finding) => boolean): number {
  let low = 0;
  let high = stops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const stop = stops[middle];
    if (stop && !holds(stop)) low = middle + 1;
    else high = middle;
  }
  return low;
}
