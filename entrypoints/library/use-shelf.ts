import { useEffect, useState } from 'preact/hooks';
import type { ShelfEntry } from '../../lib/model/library.ts';
import { type Fault, FaultError } from '../../lib/model/outcome.ts';
import { newestReports } from '../../lib/store/collection.ts';
import type { ZhupiDatabase } from '../../lib/store/database.ts';
import { type Live, useLive } from '../shared/use-live.ts';
import { askWorker } from './use-answer.ts';
import { useWrites } from './use-writes.ts';

/** Reports that come first, alone; and that come at once after them, so that taking them in never holds up the page. */
const FIRST = 100;
const SLICE = 500;
/** How long writing rests before the shelf is read again, in milliseconds: files come in by the hundred. */
const REST = 300;

/** All reports, newest first: the first ones at once, the whole shelf a little later. Follows what any context writes. */
export function useShelf(database: ZhupiDatabase): Live<ShelfEntry[]> & { isWhole: boolean } {
  const first = useLive(database, () => newestReports(database, FIRST), []);
  const [whole, setWhole] = useState<ShelfEntry[] | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const writes = useWrites(database, 'reports', REST);
  const isReady = first.state === 'ready';

  useEffect(() => {
    if (!isReady) return;
    let isOver = false;
    wholeShelf(() => isOver).then(
      (shelf) => {
        if (isOver) return;
        setWhole(shelf);
        setFault(null);
      },
      (error: unknown) => !isOver && setFault(error instanceof FaultError ? error.fault : 'unexpected'),
    );
    return () => {
      isOver = true;
    };
  }, [isReady, writes]);

  if (first.state === 'failed') return { ...first, isWhole: false };
  if (fault !== null) return { state: 'failed', fault, isWhole: false };
  if (whole !== null) return { state: 'ready', value: whole, isWhole: true };
  return { ...first, isWhole: false };
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
