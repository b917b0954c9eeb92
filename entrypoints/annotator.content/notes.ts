import type { Layer } from '../../lib/marks/painter.ts';
import { ask } from '../../lib/messaging/ask.ts';
import { sendMessage } from '../../lib/messaging/protocol.ts';
import type { Annotation } from '../../lib/model/annotation.ts';
import { newId } from '../../lib/model/id.ts';
import type { Fault } from '../../lib/model/outcome.ts';
import type { NotePlace } from '../../lib/model/reading-view.ts';
import { match } from '../../lib/selector/match.ts';

/** The reader's notes on the open page, each at its place or without one. */
export interface PlacedNotes {
  /** By annotation id. */
  places: Record<string, NotePlace>;
  layer: Layer;
  /** Annotation ids by the `data-id` of their marks, which the page can read and which are new at each load. */
  idByMark: Map<string, string>;
}

export const NO_NOTES: PlacedNotes = {
  places: {},
  layer: { category: 'note', marks: [] },
  idByMark: new Map(),
};

/** Loads the notes of a report and finds each one's place in the page's text. */
export async function loadNotes(address: string, text: string): Promise<PlacedNotes | Fault> {
  const outcome = await ask(() => sendMessage('notesAt', { address }));
  if (!outcome.ok) return outcome.fault;
  const { annotations, snapshots } = outcome.value;
  const textById = new Map(snapshots.map((snapshot) => [snapshot.id, snapshot.text]));
  const placed: PlacedNotes = { places: {}, layer: { category: 'note', marks: [] }, idByMark: new Map() };
  const marks: { id: string; span: { start: number; end: number } }[] = [];
  for (const annotation of annotations) {
    const place = placeOf(annotation, text, textById.get(annotation.target.snapshotId));
    placed.places[annotation.id] = place;
    if (!place.span) continue;
    const id = newId();
    placed.idByMark.set(id, annotation.id);
    marks.push({ id, span: place.span });
  }
  placed.layer = { category: 'note', marks };
  return placed;
}

function placeOf(annotation: Annotation, text: string, snapshotText: string | undefined): NotePlace {
  const { state, span } = match(text, annotation.target, snapshotText);
  const isDrawn = span !== undefined && (state === 'found' || state === 'changed');
  return isDrawn ? { state, span } : { state };
}
