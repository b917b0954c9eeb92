import type { Analysis } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import type { Unbroken } from '../text/unbroken.ts';
import type { TraceEntry } from './ruleset.ts';

/** The analysis of an unbroken text with its spans where they stand in the original. */
export function inOriginal(analysis: Analysis, { original }: Unbroken): Analysis {
  const moved = <T extends Span>(found: T): T => ({ ...found, ...original(found) });
  return {
    outline: analysis.outline.map((section) => ({
      ...moved(section),
      bodyEnd: original({ start: section.start, end: section.bodyEnd }).end,
    })),
    sentences: analysis.sentences.map(moved),
    figures: analysis.figures.map(moved),
    documents: analysis.documents.map(moved),
    documentNumbers: analysis.documentNumbers.map(moved),
    causes: analysis.causes.map(moved),
  };
}

/** The same for what the rules answered from an entry on. */
export function traceInOriginal(trace: TraceEntry[], from: number, { original }: Unbroken): void {
  for (const entry of trace.slice(from)) Object.assign(entry, original(entry));
}
