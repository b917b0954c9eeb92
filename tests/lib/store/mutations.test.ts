import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { createDatabase } from '../../../lib/store/database.ts';
import { whenWritten } from '../../../lib/store/mutations.ts';

test('a write to a table is told, one to another table or another database is not, and none after the end', async () => {
  const [database, other] = [createDatabase('written'), createDatabase('written-too')];
  // one that comes into being has changed as a whole
  await Promise.all([database.open(), other.open()]);
  const told = vi.fn();
  const stop = whenWritten(database, ['dismissals'], told);
  const dismissal = { address: 'http://test.gov.cn/1.html', created: '2026-03-01T12:00:00.000Z' };
  await other.dismissals.put(dismissal);
  await database.codebooks.put({ id: 'book', name: '册', created: dismissal.created });
  expect(told).not.toHaveBeenCalled();
  await database.dismissals.put(dismissal);
  expect(told).toHaveBeenCalledTimes(1);
  await database.dismissals.delete(dismissal.address);
  expect(told).toHaveBeenCalledTimes(2);
  stop();
  await database.dismissals.put(dismissal);
  expect(told).toHaveBeenCalledTimes(2);
});
