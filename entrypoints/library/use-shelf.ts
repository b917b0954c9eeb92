import { useEffect, useState } from 'preact/hooks';
import type { ShelfEntry } from '../../lib/model/library.ts';
import { type Fault, FaultError } from '../../lib/model/outcome.ts';
import { newestReports } from '../../lib/store/collection.ts';
import type { ZhupiDatabase } from '../../lib/store/database.ts';
import { useLive } from '../shared/use-live.ts';
import { askWorker } from './use-answer.ts';
import { useWrites } from './use-writes.ts';

/** Reports that come first, alone; and that come at once after them, so that taking them in never holds up the page. */
const FIRST = 100;
const SLICE = 500;
/** After this time a worker that failed is asked again, in milliseconds. */
const RETRY = 5_000;
/** How long writing rests before the shelf is read again, in milliseconds: files come in by the hundred. */
const REST = 300;

export interface Shelf {
  /** What is known of it; `null`: nothing yet. */
  reports: ShelfEntry[] | null;
  /** Whether these are all: at first only the newest are known. */
  isWhole: boolean;
  /** What went wrong at the last look. */
  fault: Fault | null;
}

/** All reports, newest first: the first ones at once, the whole shelf a little later. Follows what any context writes. */
export function useShelf(database: ZhupiDatabase): Shelf {
  const first = useLive(database, () => newestReports(database, FIRST), []);
  const [whole, setWhole] = useState<ShelfEntry[] | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [tries, setTries] = useState(0);
  const writes = useWrites(database, 'reports', REST);
  const isReady = first.state === 'ready';

  useEffect(() => {
    if (!isReady) return;
    let isOver = false;
    let retry: ReturnType<typeof setTimeout> | undefined;
    wholeShelf(() => isOver).then(
      (shelf) => {
        if (isOver) return;
        setWhole(shelf);
        setFault(null);
      },
      (error: unknown) => {
        if (isOver) return;
        setFault(error instanceof FaultError ? error.fault : 'no-answer');
        retry = setTimeout(() => setTries((now) => now + 1), RETRY);
      },
    );
    return () => {
      isOver = true;
      clearTimeout(retry);
    };
  }, [isReady, writes, tries]);

  const newest = first.state === 'ready' ? first.value : null;
  return {
    reports: whole ?? newest,
    isWhole: whole !== null,
    fault: first.state === 'failed' ? first.fault : fault,
  };
}

async function wholeShelf(isOver: () => boolean): Promise<ShelfEntry[]> {
  const shelf: ShelfEntry[] = [];
  while (!isOver()) {
    const slice = await askWorker('shelf', { from: shelf.length, most: SLICE });
    shelf.push(...slice);
    if (slice.length < SLICE) break;
  }
  return shelf;
}
