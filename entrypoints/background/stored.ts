import { FaultError, type Outcome } from '../../lib/model/outcome.ts';
import { createDatabase, openDatabase } from '../../lib/store/database.ts';
import { outcomeOf } from '../../lib/store/faults.ts';

/** The one connection that the background has. */
export const database = createDatabase();

/** Runs work on the database; what goes wrong is a fault that the asker is told. */
export function stored<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  return outcomeOf(async () => {
    await openDatabase(database);
    return work();
  });
}

/** What comes in is checked: a page's process may have been taken over. */
export function mustBe(isRight: boolean): void {
  if (!isRight) throw new FaultError('invalid');
}
