import type { PlacedCorrection } from '../../lib/analysis/corrections.ts';
import type { Layer, LayerMark } from '../../lib/marks/painter.ts';
import { ask } from '../../lib/messaging/ask.ts';
import { sendMessage } from '../../lib/messaging/protocol.ts';
import type { Annotation } from '../../lib/model/annotation.ts';
import { newId } from '../../lib/model/id.ts';
import { shownQuote } from '../../lib/model/line-ends.ts';
import type { Fault } from '../../lib/model/outcome.ts';
import type { Candidate, NotePlace } from '../../lib/model/reading-view.ts';
import type { Capture } from '../../lib/model/snapshot.ts';
import type { Span } from '../../lib/model/span.ts';
import { differenceOf } from '../../lib/selector/changes.ts';
import { match } from '../../lib/selector/match.ts';

/** The reader's notes on the open page, each at its place or without one. */
export interface PlacedNotes {
  /** By annotation id. Notes on other parts of the report have no entry. */
  places: Record<string, NotePlace>;
  layer: Layer;
  /** Annotation ids by the `data-id` of their marks, which the page can read and which are new at each load. */
  idByMark: Map<string, string>;
  /** The reader's judgements of findings whose passages are on the page. */
  corrections: PlacedCorrection[];
}

export const NO_NOTES: PlacedNotes = {
  places: {},
  layer: { category: 'note', marks: [] },
  idByMark: new Map(),
  corrections: [],
};

/** Characters shown on both sides of a place that the reader may choose. */
const CONTEXT = 24;

/** Loads the notes of a report and finds each one's place in the page's text. */
export async function loadNotes({ address, text, part }: Capture): Promise<PlacedNotes | Fault> {
  const outcome = await ask(() => sendMessage('notesAt', { address }));
  if (!outcome.ok) return outcome.fault;
  const { annotations, corrections, snapshots } = outcome.value;
  const snapshotById = new Map(snapshots.map((snapshot) => [snapshot.id, snapshot]));
  const marks: LayerMark[] = [];
  const places: Record<string, NotePlace> = {};
  const idByMark = new Map<string, string>();
  for (const annotation of annotations) {
    const snapshot = snapshotById.get(annotation.target.snapshotId);
    if (snapshot && (snapshot.part ?? 1) !== (part ?? 1)) continue;
    const place = placeOf(annotation, text, snapshot?.text);
    places[annotation.id] = place;
    if (!place.span) continue;
    const id = newId();
    idByMark.set(id, annotation.id);
    marks.push({ id, span: place.span });
  }
  const placed = corrections.flatMap((annotation): PlacedCorrection[] => {
    const { id, target, body } = annotation;
    const { span } = match(text, target, snapshotById.get(target.snapshotId)?.text);
    return span && body.correction ? [{ id, span, correction: body.correction }] : [];
  });
  return { places, layer: { category: 'note', marks }, idByMark, corrections: placed };
}

function placeOf({ target }: Annotation, text: string, snapshotText: string | undefined): NotePlace {
  const { state, span, candidates } = match(text, target, snapshotText);
  if (state === 'found' && span) return { state, span };
  if (state === 'changed' && span) {
    return { state, span, difference: differenceOf(target.quote.exact, text.slice(span.start, span.end)) };
  }
  return { state, candidates: candidates.map((candidate) => candidateAt(text, candidate)) };
}

function candidateAt(text: string, span: Span): Candidate {
  return {
    span,
    before: text.slice(Math.max(0, span.start - CONTEXT), span.start),
    words: shownQuote(text.slice(span.start, span.end)),
    after: text.slice(span.end, span.end + CONTEXT),
  };
}
