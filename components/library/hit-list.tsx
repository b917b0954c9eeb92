import type { ShelfEntry } from '../../lib/model/library.ts';
import type { SearchHit, SearchPlace } from '../../lib/model/search.ts';
import type { Words } from '../../lib/model/words.ts';
import { webAddress } from '../web-address.ts';
import { reportLabel } from './report-label.ts';

interface HitListProps {
  words: Words;
  shelf: ShelfEntry[];
  hits: SearchHit[];
  total: number;
}

/** Reports in which something was found, each with the first of the places, in their sentences. */
export function HitList({ words, shelf, hits, total }: HitListProps) {
  const byId = new Map(shelf.map((report) => [report.id, report]));
  return (
    <>
      <p class="summary" role="status">
        {words.search.found(total)}
      </p>
      <ol class="hits">
        {hits.map(({ reportId, count, places }) => {
          const report = byId.get(reportId);
          if (!report) return null;
          return (
            <li key={reportId}>
              <h3>
                <a href={webAddress(report.address)} target="_blank" rel="noreferrer">
                  {reportLabel(report, words)}
                </a>{' '}
                <small>{words.compare.passages(count)}</small>
              </h3>
              {places.map((place) => (
                <p key={`${place.of} ${place.start}`} data-of={place.of}>
                  {place.of === 'note' && <small>{words.library.memo}</small>} <Marked {...place} />
                </p>
              ))}
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** A sentence with what was found in it marked. */
function Marked({ sentence, marks }: SearchPlace) {
  let from = 0;
  const pieces = [];
  for (const { start, end } of marks.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue;
    pieces.push(sentence.slice(from, start), <mark key={start}>{sentence.slice(start, end)}</mark>);
    from = end;
  }
  return (
    <>
      {pieces}
      {sentence.slice(from)}
    </>
  );
}
