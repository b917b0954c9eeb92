import type { Annotation, Draft } from '../../lib/model/annotation.ts';
import type { Code } from '../../lib/model/codebook.ts';
import type { NotePlace } from '../../lib/model/reading-view.ts';
import type { Words } from '../../lib/model/words.ts';
import { CodeTags } from '../code-tags.tsx';

interface NoteListProps {
  words: Words;
  annotations: Annotation[];
  drafts: Draft[];
  codes: Code[];
  /** By annotation id; a note without an entry has not been looked for yet. */
  places: Record<string, NotePlace>;
  chosen: string | null;
  onReveal(id: string): void;
  onEdit(id: string): void;
  onRemove(id: string): void;
  onDropDraft(id: string): void;
}

/** The reader's notes on this report: drafts first, then by place. */
export function NoteList(props: NoteListProps) {
  const { words, annotations, drafts, codes, places, chosen } = props;
  const startOf = ({ id, target }: Annotation) => places[id]?.span?.start ?? target.position.start;
  const sorted = [...annotations].sort((a, b) => startOf(a) - startOf(b));
  if (sorted.length === 0 && drafts.length === 0) return <p class="empty">{words.panel.noNotes}</p>;
  return (
    <ul class="rows notes">
      {drafts.map((draft) => (
        <li key={draft.id} class="draft">
          <p class="state">{words.panel.draft}</p>
          <blockquote>{draft.passage.quote.exact}</blockquote>
          {draft.body.memo && <p class="memo">{draft.body.memo}</p>}
          <CodeTags codeIds={draft.body.codeIds} codes={codes} />
          <p class="actions">
            <button type="button" class="button" onClick={() => props.onEdit(draft.id)}>
              {words.panel.continueDraft}
            </button>
            <button type="button" class="button quiet" onClick={() => props.onDropDraft(draft.id)}>
              {words.panel.dropDraft}
            </button>
          </p>
        </li>
      ))}
      {sorted.map(({ id, target, body }) => {
        const state = places[id]?.state;
        return (
          <li key={id} data-note={id} class={id === chosen ? 'chosen' : ''}>
            {state && state !== 'found' && (
              <p class="state" data-state={state} title={words.noteStateHelp[state]}>
                {words.noteStates[state]}：{words.noteStateHelp[state]}
              </p>
            )}
            <button type="button" onClick={() => props.onReveal(id)}>
              <span class="quote">{target.quote.exact}</span>
            </button>
            {body.memo && <p class="memo">{body.memo}</p>}
            <CodeTags codeIds={body.codeIds} codes={codes} />
            <p class="actions">
              <button type="button" class="button quiet" onClick={() => props.onEdit(id)}>
                {words.panel.edit}
              </button>
              <button type="button" class="button quiet" onClick={() => props.onRemove(id)}>
                {words.panel.remove}
              </button>
            </p>
          </li>
        );
      })}
    </ul>
  );
}
