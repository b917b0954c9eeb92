import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import type { Fault } from '../../lib/model/outcome.ts';
import { openDatabase, type ZhupiDatabase } from '../../lib/store/database.ts';
import { faultOf } from '../../lib/store/faults.ts';

export type Live<T> = { state: 'loading' } | { state: 'ready'; value: T } | { state: 'failed'; fault: Fault };

/** A query that failed is tried again after this time, in milliseconds. */
const PATIENCE = 2_000;

/** The result of a query on the database, kept up to date with what any context writes. */
export function useLive<T>(
  database: ZhupiDatabase,
  query: () => Promise<T>,
  dependencies: readonly unknown[],
): Live<T> {
  const [live, setLive] = useState<Live<T>>({ state: 'loading' });
  useEffect(() => {
    let retry: ReturnType<typeof setTimeout> | undefined;
    const subscribe = () =>
      liveQuery(async () => {
        await openDatabase(database);
        return query();
      }).subscribe(
        (value) => setLive({ state: 'ready', value }),
        (error) => {
          setLive({ state: 'failed', fault: faultOf(error) });
          // a query that failed is over; another tab that held the database may let go of it
          retry = setTimeout(() => {
            subscription = subscribe();
          }, PATIENCE);
        },
      );
    let subscription = subscribe();
    return () => {
      clearTimeout(retry);
      subscription.unsubscribe();
    };
  }, dependencies);
  return live;
}
