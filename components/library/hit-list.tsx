import type { ShelfEntry } from '../../lib/model/library.ts';
import type { SearchAnswer, SearchHit, SearchPlace } from '../../lib/model/search.ts';
import type { Words } from '../../lib/model/words.ts';
import { webAddress } from '../web-address.ts';
import { reportLabel } from './report-label.ts';

interface HitListProps {
  words: Words;
  shelf: ReadonlyMap<string, ShelfEntry>;
  answer: SearchAnswer;
  onOpen(hit: SearchHit, place: SearchPlace): void;
  onMore(): void;
}

/** Reports in which something was found, each with the first of the places, in their sentences. */
export function HitList({ words, shelf, answer, onOpen, onMore }: HitListProps) {
  const { search } = words;
  const { hits, total, places, isPartial } = answer;
  const told = total === 0 ? search.nothing : search.found(total, places);
  return (
    <>
      <p class="summary" role="status" aria-busy={isPartial}>
        {isPartial ? search.looking(total, places) : told}
      </p>
      <ol class="hits">
        {hits.map((hit) => {
          const { reportId, count, places } = hit;
          const report = shelf.get(reportId);
          if (!report) return null;
          return (
            <li key={reportId}>
              <h2>
                <a href={webAddress(report.url)} target="_blank" rel="noreferrer">
                  {reportLabel(report, words)}
                </a>{' '}
                {count > 0 && <small>{words.compare.passages(count)}</small>}
              </h2>
              {places.map((place) => (
                <button
                  key={`${place.noteId ?? ''} ${place.start}`}
                  type="button"
                  class="place"
                  title={search.openPassage}
                  onClick={() => onOpen(hit, place)}
                >
                  {place.of === 'note' && <small>{words.library.memo}</small>} <Marked {...place} />
                </button>
              ))}
            </li>
          );
        })}
      </ol>
      {hits.length < total && (
        <button type="button" class="button" onClick={onMore}>
          {search.more}
        </button>
      )}
    </>
  );
}

/** A sentence with what was found in it marked. */
function Marked({ sentence, marks, isCutBefore, isCutAfter }: SearchPlace) {
  let from = 0;
  const pieces = [];
  for (const { start, end } of marks.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue;
    pieces.push(sentence.slice(from, start), <mark key={start}>{sentence.slice(start, end)}</mark>);
    from = end;
  }
  return (
    <>
      {isCutBefore && '…'}
      {pieces}
      {sentence.slice(from)}
      {isCutAfter && '…'}
    </>
  );
}
