import { useEffect, useState } from 'preact/hooks';
import { HitList } from '../../../components/library/hit-list.tsx';
import { SearchBar } from '../../../components/library/search-bar.tsx';
import type { ShelfEntry } from '../../../lib/model/library.ts';
import type { Fault } from '../../../lib/model/outcome.ts';
import type { SearchFilters } from '../../../lib/model/search.ts';
import type { Words } from '../../../lib/model/words.ts';
import { faultOf } from '../../../lib/store/faults.ts';
import type { SearchAnswer } from '../search.ts';
import { askWorker } from '../use-answer.ts';

/** How long typing rests before it is looked for, in milliseconds. */
const REST = 150;

/** Looks through texts, notes, tags and figures of all reports. */
export function SearchView({ words, shelf }: { words: Words; shelf: ShelfEntry[] }) {
  const [typed, setTyped] = useState('');
  const [filters, setFilters] = useState<SearchFilters>({});
  /** Asked again while texts are being read. */
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<SearchAnswer | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  useEffect(() => void askWorker('warm').catch(() => undefined), []);
  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(() => {
      askWorker('search', { typed, filters }).then(
        (found) => {
          if (isOver) return;
          setFault(null);
          setAnswer(found);
          if (found.isPartial) setRound((now) => now + 1);
        },
        (error: unknown) => !isOver && setFault(faultOf(error)),
      );
    }, REST);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [typed, filters, shelf.length, round]);
  return (
    <>
      <SearchBar
        words={words}
        shelf={shelf}
        typed={typed}
        filters={filters}
        onType={setTyped}
        onFilter={setFilters}
      />
      {fault && (
        <p class="notice" role="alert">
          {words.faults[fault]}
        </p>
      )}
      {answer && typed.trim() !== '' && (
        <HitList words={words} shelf={shelf} hits={answer.hits} total={answer.total} />
      )}
    </>
  );
}
