import type { Annotation } from '../../lib/model/annotation.ts';
import type { Code } from '../../lib/model/codebook.ts';
import { shownQuote } from '../../lib/model/line-ends.ts';
import type { NotePlace } from '../../lib/model/reading-view.ts';
import type { Span } from '../../lib/model/span.ts';
import type { Words } from '../../lib/model/words.ts';
import { CodeTags } from '../code-tags.tsx';
import { Difference } from '../difference.tsx';
import { MemoText } from '../memo-text.tsx';
import { webAddress } from '../web-address.ts';

export interface NoteActions {
  onReveal(target: string | Span): void;
  onEdit(id: string): void;
  onRemove(id: string): void;
  /** The note's place is the one given, or what is selected on the page. */
  onPlace(id: string, at: Span | 'selection'): void;
}

interface NoteRowProps extends NoteActions {
  words: Words;
  annotation: Annotation;
  codes: readonly Code[];
  /** `undefined`: not looked for on this page. */
  place: NotePlace | undefined;
  /** The part of the report it is on, and its address, when that isn't the open one. */
  elsewhere: { part: number; url: string } | undefined;
}

/** One note: its passage as it was and as it is now, what was written, and what can be done with it. */
export function NoteRow(props: NoteRowProps) {
  const { words, annotation, codes, place, elsewhere, onReveal, onEdit, onRemove } = props;
  const { id, target, body } = annotation;
  return (
    <>
      {place && place.state !== 'found' && (
        <p class="state" data-state={place.state}>
          <strong>{words.noteStates[place.state]}</strong> {words.noteStateHelp[place.state]}
        </p>
      )}
      {elsewhere && (
        <p class="state">
          <a href={webAddress(elsewhere.url)} target="_blank" rel="noreferrer">
            {words.panel.onPart(elsewhere.part)}
          </a>
        </p>
      )}
      <button type="button" disabled={!place?.span} onClick={() => onReveal(id)}>
        <span class="category" data-category="note">
          {words.categories.note}
        </span>
        <span class="quote">
          {place?.difference ? <Difference pieces={place.difference} /> : shownQuote(target.quote.exact)}
        </span>
      </button>
      {body.memo && <MemoText memo={body.memo} />}
      <CodeTags codeIds={body.codeIds} codes={codes} />
      {place && <Placing {...props} place={place} />}
      <p class="actions">
        <button type="button" class="button quiet" onClick={() => onEdit(id)}>
          {words.panel.edit}
        </button>
        <button type="button" class="button quiet" onClick={() => onRemove(id)}>
          {words.panel.remove}
        </button>
      </p>
    </>
  );
}

/** What a note needs that isn't simply where it was: agreeing to the new words, a choice of places, or a new place. */
function Placing({
  words,
  annotation: { id },
  place,
  onReveal,
  onPlace,
}: NoteRowProps & { place: NotePlace }) {
  const { state, span, candidates = [] } = place;
  const { panel } = words;
  if (state === 'found') return null;
  return (
    <div class="placing">
      {state === 'changed' && span && (
        <button type="button" class="button" onClick={() => onPlace(id, span)}>
          {panel.acceptChange}
        </button>
      )}
      {candidates.length > 0 && state !== 'changed' && (
        <ol aria-label={panel.candidates}>
          {candidates.map((candidate) => (
            <li key={candidate.span.start}>
              <button type="button" class="context" onClick={() => onReveal(candidate.span)}>
                …{candidate.before}
                <mark>{candidate.words}</mark>
                {candidate.after}…
              </button>
              <button type="button" class="button" onClick={() => onPlace(id, candidate.span)}>
                {panel.choosePlace}
              </button>
            </li>
          ))}
        </ol>
      )}
      {state !== 'changed' && (
        <p>
          {panel.placeHelp}
          <button type="button" class="button" onClick={() => onPlace(id, 'selection')}>
            {panel.placeAtSelection}
          </button>
        </p>
      )}
    </div>
  );
}
