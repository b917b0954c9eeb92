import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import type { Fault } from '../../lib/model/outcome.ts';
import { openDatabase, type ZhupiDatabase } from '../../lib/store/database.ts';
import { faultOf } from '../../lib/store/faults.ts';

export type Live<T> = { state: 'loading' } | { state: 'ready'; value: T } | { state: 'failed'; fault: Fault };

/** The result of a query on the database, kept up to date with what any context writes. */
export function useLive<T>(
  database: ZhupiDatabase,
  query: () => Promise<T>,
  dependencies: readonly unknown[],
): Live<T> {
  const [live, setLive] = useState<Live<T>>({ state: 'loading' });
  useEffect(() => {
    const subscription = liveQuery(async () => {
      await openDatabase(database);
      return query();
    }).subscribe(
      (value) => setLive({ state: 'ready', value }),
      (error) => setLive({ state: 'failed', fault: faultOf(error) }),
    );
    return () => subscription.unsubscribe();
  }, dependencies);
  return live;
}
