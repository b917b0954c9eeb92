import { useEffect, useState } from 'preact/hooks';
import type { ZhupiDatabase } from '../../lib/store/database.ts';
import { whenWritten } from '../../lib/store/mutations.ts';

/**
 * A number that is another one whenever any context has written to the table. Writes that follow each other within
 * `rest` milliseconds count as one.
 */
export function useWrites(database: ZhupiDatabase, table: 'reports' | 'annotations', rest: number): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = whenWritten(database, [table], () => {
      clearTimeout(timer);
      timer = setTimeout(() => setTurn((now) => now + 1), rest);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [database, table, rest]);
  return turn;
}
