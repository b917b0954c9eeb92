import { useEffect, useMemo, useState } from 'preact/hooks';
import { HitList } from '../../../components/library/hit-list.tsx';
import { PassageDrawer } from '../../../components/library/passage-drawer.tsx';
import { SearchBar } from '../../../components/library/search-bar.tsx';
import '../../../components/library/search.css';
import type { ShelfEntry, StoredPassage } from '../../../lib/model/library.ts';
import type { Fault } from '../../../lib/model/outcome.ts';
import type { SearchAnswer, SearchFilters, SearchHit, SearchPlace } from '../../../lib/model/search.ts';
import type { Words } from '../../../lib/model/words.ts';
import type { ZhupiDatabase } from '../../../lib/store/database.ts';
import { faultOf } from '../../../lib/store/faults.ts';
import topics from '../../../seeds/topics.json';
import { useLive } from '../../shared/use-live.ts';
import { askWorker } from '../use-answer.ts';
import { useWrites } from '../use-writes.ts';

/** How long typing rests before it is looked for, in milliseconds. */
const REST = 150;
/** Reports that are shown before more are asked for. */
const SHOWN = 30;
/** Time after which what was found so far is told, in milliseconds: soon at first, then seldomer. */
const PATIENCE = 150;
const MOST_PATIENCE = 2_000;

interface SearchViewProps {
  words: Words;
  database: ZhupiDatabase;
  shelf: ShelfEntry[];
}

interface Opened {
  report: ShelfEntry;
  passages: StoredPassage[];
}

/** Looks through texts, notes, tags and figures of all reports. */
export function SearchView({ words, database, shelf }: SearchViewProps) {
  const [typed, setTyped] = useState('');
  const [filters, setFilters] = useState<SearchFilters>({});
  const [most, setMost] = useState(SHOWN);
  const [answer, setAnswer] = useState<SearchAnswer | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const writes = useWrites(database, 'annotations', REST);
  const codes = useLive(database, () => database.codes.orderBy('id').toArray(), []);
  const byId = useMemo(() => new Map(shelf.map((report) => [report.id, report])), [shelf]);
  const isAsked = typed.trim() !== '' || Object.keys(filters).length > 0;

  useEffect(() => void askWorker('warm').catch(() => undefined), []);
  useEffect(() => {
    let isOver = false;
    // asked again as long as there is more to read
    const ask = async (patience: number): Promise<void> => {
      const found = await askWorker('search', { typed, filters, most, patience });
      if (isOver) return;
      setFault(null);
      setAnswer(found);
      if (!found.isPartial) return;
      await new Promise((resolve) => setTimeout(resolve, REST));
      if (!isOver) await ask(Math.min(patience * 2, MOST_PATIENCE));
    };
    const timer = setTimeout(() => {
      ask(PATIENCE).catch((error: unknown) => !isOver && setFault(faultOf(error)));
    }, REST);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [typed, filters, most, shelf, writes]);

  const open = async ({ reportId, states }: SearchHit, { noteId, start, marks, sentence }: SearchPlace) => {
    const report = byId.get(reportId);
    const spans = marks.length > 0 ? marks : [{ start: 0, end: sentence.length }];
    const asked =
      noteId === undefined
        ? askWorker('passages', {
            reportId,
            states,
            spans: spans.map((span) => ({ start: start + span.start, end: start + span.end })),
          })
        : askWorker('notedPassages', [noteId]);
    const passages = await asked.catch(() => []);
    if (report) setOpened({ report, passages });
  };
  return (
    <>
      <SearchBar
        words={words}
        shelf={shelf}
        codes={codes.state === 'ready' ? codes.value : []}
        topics={topics.map((topic) => ({ id: topic.id, name: topic[words.language] }))}
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
      {answer && isAsked && (
        <HitList
          words={words}
          shelf={byId}
          answer={answer}
          onOpen={(hit, place) => void open(hit, place)}
          onMore={() => setMost(most * 2)}
        />
      )}
      {opened && <PassageDrawer words={words} {...opened} onClose={() => setOpened(null)} />}
    </>
  );
}
