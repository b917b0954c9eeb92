import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDatabase, type ZhupiDatabase } from '../../../lib/store/database.ts';
import { dismiss, isDismissed, recall } from '../../../lib/store/dismissals.ts';

const PAGE = 'https://yunxiu.gov.cn/a.html';
let database: ZhupiDatabase;

beforeEach(() => {
  database = createDatabase('dismissals');
});
afterEach(() => database.delete());

test('a page stays dismissed until it is recalled, and no other page is', async () => {
  await dismiss(database, PAGE, new Date('2026-03-01T12:00:00Z'));
  expect(await isDismissed(database, PAGE)).toBe(true);
  expect(await isDismissed(database, 'https://yunxiu.gov.cn/b.html')).toBe(false);
  await recall(database, PAGE);
  expect(await isDismissed(database, PAGE)).toBe(false);
});
