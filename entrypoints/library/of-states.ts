import { passageAt } from '../../lib/compare/passage-at.ts';
import type { StoredPassage } from '../../lib/model/library.ts';
import type { Span } from '../../lib/model/span.ts';
import type { Reading, Readings } from './readings.ts';

/** What was found in reports, and in which states of their texts: its spans hold for those and for no others. */
export interface OfStates<Found> {
  /** By report. */
  states: Record<string, string>;
  found: Found;
}

export function ofStates<Found>(readings: readonly Reading[], found: Found): OfStates<Found> {
  return { states: Object.fromEntries(readings.map(({ id, states }) => [id, states])), found };
}

export interface PassagesRequest {
  reportId: string;
  /** The states that the spans were found in; `undefined`: those of now. */
  states: string | undefined;
  spans: Span[];
}

/** The words of spans in their sentences; none when the report's text is another by now, or the report is gone. */
export async function passagesOf(
  readings: Readings,
  { reportId, states, spans }: PassagesRequest,
): Promise<StoredPassage[]> {
  const [reading] = await readings.of([reportId]);
  if (!reading || (states !== undefined && states !== reading.states)) return [];
  return spans.map((span) => passageAt(reading, span));
}
