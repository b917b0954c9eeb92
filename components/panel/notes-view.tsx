import type { Draft } from '../../lib/model/annotation.ts';
import { shownQuote } from '../../lib/model/line-ends.ts';
import { CodeTags } from '../code-tags.tsx';
import { MemoText } from '../memo-text.tsx';
import type { Entry } from './entries.ts';
import { EntryList, type EntryListProps } from './entry-list.tsx';
import { NoteRow } from './note-row.tsx';

interface NotesViewProps extends Omit<EntryListProps, 'categories' | 'empty' | 'label'> {
  drafts: Draft[];
  onDropDraft(id: string): void;
}

/** The reader's notes on this report: drafts first, then by place, then those that have lost theirs. */
export function NotesView(props: NotesViewProps) {
  const { words, entries, drafts } = props;
  const { panel } = words;
  const notes = entries.filter(({ category }) => category === 'note');
  const standing = notes.filter((entry) => !isLost(entry));
  const lost = notes.filter(isLost);
  if (notes.length === 0 && drafts.length === 0) return <p class="empty">{panel.noNotes}</p>;
  return (
    <>
      {drafts.length > 0 && (
        <ul class="rows notes" aria-label={panel.draft}>
          {drafts.map((draft) => (
            <DraftRow key={draft.id} {...props} draft={draft} />
          ))}
        </ul>
      )}
      {standing.length > 0 && (
        <EntryList {...props} label={panel.notes} entries={standing} categories={[]} empty={panel.noNotes} />
      )}
      {lost.length > 0 && (
        <section class="orphans" aria-label={panel.orphans}>
          <h2>
            {panel.orphans} <span>{lost.length}</span>
          </h2>
          <ul class="rows notes">
            {lost.map(
              ({ id, subject }) =>
                subject.sort === 'note' && (
                  <li key={id} data-note={id} class={props.chosen?.id === id ? 'chosen' : ''}>
                    <NoteRow
                      {...props}
                      annotation={subject.annotation}
                      place={subject.place}
                      elsewhere={props.elsewhere[id]}
                    />
                  </li>
                ),
            )}
          </ul>
        </section>
      )}
    </>
  );
}

function isLost({ subject }: Entry): boolean {
  return subject.sort === 'note' && subject.place?.state === 'lost';
}

function DraftRow({ words, codes, draft, onEdit, onDropDraft }: NotesViewProps & { draft: Draft }) {
  return (
    <li class="draft">
      <p class="state">{words.panel.draft}</p>
      <blockquote>{shownQuote(draft.passage.quote.exact)}</blockquote>
      {draft.body.memo && <MemoText memo={draft.body.memo} />}
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
