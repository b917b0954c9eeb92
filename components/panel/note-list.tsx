import type { Annotation, Draft } from '../../lib/model/annotation.ts';
import type { Code } from '../../lib/model/codebook.ts';
import type { NotePlace } from '../../lib/model/reading-view.ts';
import type { Snapshot } from '../../lib/model/snapshot.ts';
import type { Words } from '../../lib/model/words.ts';
import { CodeTags } from '../code-tags.tsx';
import { type NoteActions, NoteRow } from './note-row.tsx';

interface NoteListProps extends NoteActions {
  words: Words;
  annotations: Annotation[];
  /** The states of the report that the annotations point into. */
  snapshots: Pick<Snapshot, 'id' | 'part' | 'url'>[];
  drafts: Draft[];
  codes: Code[];
  /** By annotation id; a note without an entry is on another part, or has not been looked for yet. */
  places: Record<string, NotePlace>;
  /** The part of the report that is open, from 1. */
  part: number;
  chosen: string | null;
  onDropDraft(id: string): void;
}

/** The reader's notes on this report: drafts first, then by place, then those that have lost theirs. */
export function NoteList(props: NoteListProps) {
  const { words, annotations, drafts, places, part, codes, onReveal, onEdit, onRemove, onPlace } = props;
  const snapshotById = new Map(props.snapshots.map((snapshot) => [snapshot.id, snapshot]));
  const partOf = ({ target }: Annotation) => snapshotById.get(target.snapshotId)?.part ?? 1;
  const startOf = ({ id, target }: Annotation) => places[id]?.span?.start ?? target.position.start;
  const sorted = [...annotations].sort((a, b) => partOf(a) - partOf(b) || startOf(a) - startOf(b));
  const isLost = ({ id }: Annotation) => places[id]?.state === 'lost';
  const lost = sorted.filter(isLost);
  if (sorted.length === 0 && drafts.length === 0) return <p class="empty">{words.panel.noNotes}</p>;
  const row = (annotation: Annotation) => {
    const own = partOf(annotation);
    const url = snapshotById.get(annotation.target.snapshotId)?.url ?? '';
    return (
      <NoteRow
        key={annotation.id}
        words={words}
        annotation={annotation}
        codes={codes}
        place={places[annotation.id]}
        elsewhere={own === part ? undefined : { part: own, url }}
        isChosen={annotation.id === props.chosen}
        onReveal={onReveal}
        onEdit={onEdit}
        onRemove={onRemove}
        onPlace={onPlace}
      />
    );
  };
  return (
    <>
      <ul class="rows notes">
        {drafts.map((draft) => (
          <DraftRow key={draft.id} {...props} draft={draft} />
        ))}
        {sorted.filter((annotation) => !isLost(annotation)).map(row)}
      </ul>
      {lost.length > 0 && (
        <section class="orphans" aria-label={words.panel.orphans}>
          <h2>
            {words.panel.orphans} <span>{lost.length}</span>
          </h2>
          <ul class="rows notes">{lost.map(row)}</ul>
        </section>
      )}
    </>
  );
}

function DraftRow({ words, codes, draft, onEdit, onDropDraft }: NoteListProps & { draft: Draft }) {
  return (
    <li class="draft">
      <p class="state">{words.panel.draft}</p>
      <blockquote>{draft.passage.quote.exact}</blockquote>
      {draft.body.memo && <p class="memo">{draft.body.memo}</p>}
      <CodeTags codeIds={draft.body.codeIds} codes={codes} />
      <p class="actions">
        <button type="button" class="button" onClick={() => onEdit(draft.id)}>
          {words.panel.continueDraft}
        </button>
        <button type="button" class="button quiet" onClick={() => onDropDraft(draft.id)}>
          {words.panel.dropDraft}
        </button>
      </p>
    </li>
  );
}
