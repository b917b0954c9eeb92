import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDatabase, type ZhupiDatabase } from '../../../lib/store/database.ts';
import { joinReports } from '../../../lib/store/joining.ts';
import { addSnapshot } from '../../../lib/store/reports.ts';
import { wholeTexts } from '../../../lib/store/whole-texts.ts';
import { captureOf } from '../../fixtures/captures.ts';

const [HERE, THERE] = ['https://gaj.test.gov.cn/1.html', 'https://www.test.gov.cn/copy.html'];
let database: ZhupiDatabase;
let count = 0;
let minutes = 0;

beforeEach(() => {
  database = createDatabase(`whole-${count++}`);
});
afterEach(() => database.delete());

const read = (text: string, part?: number, address = HERE) =>
  addSnapshot(
    database,
    { ...captureOf(text, address), ...(part && { part }) },
    new Date(Date.UTC(2026, 0, 1, 0, minutes++)),
  );
const whole = async () => {
  const reports = await database.reports.toArray();
  return [...(await wholeTexts(database, reports)).values()];
};

describe('the text of a report', () => {
  test('is that of all its parts in their order, in whichever order they were read', async () => {
    for (const [text, part] of [
      ['第三部分。', 3],
      ['第一部分。', 1],
      ['第二部分。', 2],
    ] as const)
      await read(text, part);
    const [found] = await whole();
    expect(found?.text).toBe('第一部分。\n第二部分。\n第三部分。');
    expect(found?.blocks.map(({ start, end }) => found.text.slice(start, end))).toEqual([
      '第一部分。',
      '第二部分。',
      '第三部分。',
    ]);
  });

  test('has each part as it was read last, even when the first was never read', async () => {
    await read('第二部分。', 2);
    await read('第二部分，改过。', 2);
    expect(await whole()).toMatchObject([{ text: '第二部分，改过。' }]);
    await read('第一部分。', 1);
    await read('第一部分，改过。', 1);
    expect(await whole()).toMatchObject([{ text: '第一部分，改过。\n第二部分，改过。' }]);
  });

  test('of one page is the page as it was read last', async () => {
    await read('旧的。');
    await read('新的。');
    expect(await whole()).toMatchObject([{ text: '新的。' }]);
    await read('旧的。');
    expect(await whole()).toMatchObject([{ text: '旧的。' }]);
  });

  test('keeps its later parts when two reports are joined', async () => {
    const kept = await read('第一部分。', 1);
    const other = await read('第二部分。', 2, THERE);
    await joinReports(database, kept.reportId, other.reportId);
    expect(await whole()).toMatchObject([{ text: '第一部分。\n第二部分。' }]);
  });

  test("tells one part's tables from another's", async () => {
    const withTable = (text: string) => ({
      ...captureOf(text, HERE),
      blocks: [{ start: 0, end: text.length, cell: { table: 0, row: 0, column: 0 } }],
    });
    for (const part of [1, 2])
      await addSnapshot(database, { ...withTable(`表${part}`), part }, new Date(Date.UTC(2026, 1, part)));
    const [found] = await whole();
    expect(found?.blocks.map(({ cell }) => cell?.table)).toEqual([0, 1]);
  });

  test('keeps the places where typed lines of a paragraph end', async () => {
    const typed = (text: string) => ({
      ...captureOf(text, HERE),
      blocks: [{ start: 0, end: text.length, breaks: [{ start: 2, end: 3 }] }],
    });
    for (const part of [1, 2])
      await addSnapshot(database, { ...typed(`办理\n${part}件`), part }, new Date(Date.UTC(2026, 1, part)));
    const [found] = await whole();
    const breaks = found?.blocks.flatMap((block) => block.breaks ?? []) ?? [];
    expect(breaks.map(({ start, end }) => found?.text.slice(start - 2, end + 2))).toEqual([
      '办理\n1件',
      '办理\n2件',
    ]);
  });
});
