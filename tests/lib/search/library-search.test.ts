import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Readings } from '../../../entrypoints/library/readings.ts';
import { Search } from '../../../entrypoints/library/search.ts';
import type { SearchFilters } from '../../../lib/model/search.ts';
import { addAnnotation } from '../../../lib/store/annotations.ts';
import { createDatabase, type ZhupiDatabase } from '../../../lib/store/database.ts';
import { ensureStarter } from '../../../lib/store/projects.ts';
import { addSnapshot } from '../../../lib/store/reports.ts';
import { captureOf, passageAt } from '../../fixtures/captures.ts';

const NOON = new Date('2026-03-01T12:00:00Z');
const NOTED = '全年办理行政案件1200起。还存在一些不足。';
const OTHER = '全年办理行政案件3400起。';
let database: ZhupiDatabase;
let count = 0;

beforeEach(async () => {
  database = createDatabase(`search-${count++}`);
  await ensureStarter(database, { codebookName: '册', projectName: '研究', codes: [] }, NOON);
  await addSnapshot(database, captureOf(OTHER, 'https://other.test.gov.cn/1.html'), NOON);
  const about = { id: 'highlight', capture: captureOf(NOTED), passage: passageAt(NOTED, 14, 20) };
  await addAnnotation(database, { ...about, body: { memo: '', codeIds: [] } }, NOON);
});
afterEach(() => database.delete());

const found = async (typed: string, filters: SearchFilters) => {
  const search = new Search(database, new Readings(database));
  await search.warm();
  const { hits } = await search.find(typed, filters);
  const reports = await database.reports.bulkGet(hits.map(({ reportId }) => reportId));
  return reports.map((report) => report?.address);
};
const [NOTED_AT, OTHER_AT] = [captureOf(NOTED).address, 'https://other.test.gov.cn/1.html'];

test.each([
  ['行政案件', {}, [NOTED_AT, OTHER_AT]],
  ['行政案件', { hasNote: true }, [NOTED_AT]],
  ['≥1000起', {}, [NOTED_AT, OTHER_AT]],
  ['≥1000起', { hasNote: true }, [NOTED_AT]],
  ['≥2000 行政案件', {}, [OTHER_AT]],
])('%s, %o', async (typed, filters, addresses) => {
  expect((await found(typed, filters)).toSorted()).toEqual(addresses.toSorted());
});
