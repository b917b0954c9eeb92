import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { addAnnotation } from '../../../lib/store/annotations.ts';
import { codedPassages, newestReports } from '../../../lib/store/collection.ts';
import { createDatabase } from '../../../lib/store/database.ts';
import { ensureStarter } from '../../../lib/store/projects.ts';
import { addSnapshot } from '../../../lib/store/reports.ts';
import { captureOf, passageAt } from '../../fixtures/captures.ts';
import { codeOf } from '../../fixtures/codes.ts';

const NOON = new Date('2026-03-01T12:00:00Z');
const TEXT = '全年办理案件12件。还存在一些不足。';

test('coded passages read as they were coded, whatever the page says now', async () => {
  const database = createDatabase('collection');
  const codes = [codeOf('a', '行政执法')];
  await ensureStarter(database, { codebookName: '册', projectName: '研究', codes }, NOON);
  const code = (id: string, start: number, end: number) => {
    const passage = passageAt(TEXT, start, end);
    const body = { memo: '', codeIds: ['a'] };
    return addAnnotation(database, { id, capture: captureOf(TEXT), passage, body }, NOON);
  };
  await code('2', 10, 16);
  const { reportId } = await code('1', 2, 9);
  await addSnapshot(database, captureOf(`编者按：这份报告已经修订。${TEXT}`), NOON);
  const passages = await codedPassages(database, reportId, 'a');
  expect(passages.map(({ before, words }) => before + words)).toEqual([TEXT.slice(0, 9), TEXT.slice(0, 16)]);
  expect(await codedPassages(database, 'another', 'a')).toEqual([]);
  await database.delete();
});

test('a report is opened where it was read, not at its canonical address, which a site without https has not', async () => {
  const database = createDatabase('opened');
  await ensureStarter(database, { codebookName: '册', projectName: '研究', codes: [] }, NOON);
  const [address, url] = ['https://gaj.test.gov.cn/1.html', 'http://www.gaj.test.gov.cn/1.html?from=index'];
  await addSnapshot(database, { ...captureOf(TEXT, address), url }, NOON);
  const second = { ...captureOf('第二部分', address), url: 'http://www.gaj.test.gov.cn/1_2.html', part: 2 };
  await addSnapshot(database, second, NOON);
  expect(await newestReports(database, 1)).toMatchObject([{ address, url }]);
  await database.reports.toCollection().modify((report) => {
    delete report.url;
  });
  expect(await newestReports(database, 1)).toMatchObject([{ address, url: address }]);
  await database.delete();
});
