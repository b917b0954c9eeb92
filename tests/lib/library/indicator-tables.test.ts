import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Afterwards } from '../../../entrypoints/library/afterwards.ts';
import { IndicatorTables } from '../../../entrypoints/library/indicator-tables.ts';
import { Readings } from '../../../entrypoints/library/readings.ts';
import { alignIndicators } from '../../../lib/compare/indicators.ts';
import type { CorrectedFields, Verdict } from '../../../lib/model/correction.ts';
import { addAnnotation } from '../../../lib/store/annotations.ts';
import { createDatabase, type ZhupiDatabase } from '../../../lib/store/database.ts';
import { createLibraryCache, forgetText, type LibraryCache } from '../../../lib/store/library-cache.ts';
import { ensureStarter } from '../../../lib/store/projects.ts';
import { addSnapshot } from '../../../lib/store/reports.ts';
import { captureOf, passageAt } from '../../fixtures/captures.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const REPORTS = 40;
let database: ZhupiDatabase;
let cache: LibraryCache;
let ids: string[];
let count = 0;

const textOf = (at: number) =>
  `全年办理行政案件${100 + at}件、刑事案件${at + 3}件。组织案件评查${at + 3}次。`;
const addressOf = (at: number) => `http://gaj.test.gov.cn/${at}.html`;
const tables = () => new IndicatorTables(database, cache, new Afterwards(0));

/** The rows of those reports as a library that was just opened shows them. */
async function opened(of = ids) {
  const readings = await new Readings(database, cache).of(of);
  const rows = await tables().of(readings);
  return { rows, alike: alignIndicators(readings) };
}
const stored = () => cache.alignments.toArray();
/** Waits until so many tables are kept. */
const kept = (tables: number) => vi.waitFor(async () => expect(await stored()).toHaveLength(tables));
/** Gives each stored row a mark, by which it is known again. */
const marked = () =>
  cache.alignments.toCollection().modify((table) => {
    table.json = table.json.replaceAll('"label":"', '"label":"存');
  });
const isFromStore = ({ rows }: Awaited<ReturnType<typeof opened>>) =>
  rows.every(({ label }) => label.startsWith('存'));

/** The reader judges the second figure of the first report. */
async function judge(verdict: Verdict, fields: CorrectedFields = {}) {
  const capture = captureOf(textOf(0), addressOf(0));
  const [reading] = await new Readings(database, cache).of(ids.slice(0, 1));
  const figure = reading?.figures[1];
  if (!figure) throw new Error('there is no second figure');
  const { start, end } = figure;
  const mark = { start, end };
  const quote = capture.text.slice(start, end);
  const finding = {
    ...mark,
    category: 'figure' as const,
    mark,
    quote,
    certainty: 0.9,
    ruleId: 'quantity',
    figure,
  };
  const correction = { verdict, finding, analyserVersion: '1.0.0', fields };
  const body = { memo: '', codeIds: [], correction };
  await addAnnotation(
    database,
    { id: 'own', capture, passage: passageAt(capture.text, start, end), body },
    NOW,
  );
}

beforeEach(async () => {
  database = createDatabase(`tables-${count}`);
  cache = createLibraryCache(`tables-cache-${count++}`);
  await ensureStarter(database, { codebookName: '册', projectName: '研究', codes: [] }, NOW);
  for (let at = 0; at < REPORTS; at++) {
    await addSnapshot(database, captureOf(textOf(at), addressOf(at)), NOW);
  }
  ids = (await database.reports.orderBy('address').toArray()).map(({ id }) => id);
});

describe('a table of many reports', () => {
  test('is taken from what was kept, and is what lining up gives', async () => {
    const first = await opened();
    expect(first.rows).toEqual(first.alike);
    await kept(1);
    expect((await opened()).rows).toEqual(first.alike);
    await marked();
    expect(isFromStore(await opened())).toBe(true);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['what the reader dismissed', () => judge('dismissed')],
    ['a figure’s value', () => judge('corrected', { value: 7000 })],
    [
      'a report’s text',
      () => addSnapshot(database, captureOf('全年办理行政案件7件。', 'http://gaj.test.gov.cn/0.html'), NOW),
    ],
    [
      'a report’s facts',
      () => database.reports.update(ids[3] ?? '', { editedFacts: { issuer: '别处市公安局' } }),
    ],
    ['the choice', async () => ids.pop()],
    ['their order', async () => ids.reverse()],
    [
      'what is stored, which is damaged',
      () => cache.alignments.toCollection().modify({ json: '[{"cells":[999' }),
    ],
    [
      'what is stored, which is of others',
      () => cache.alignments.toCollection().modify({ json: '[{"cells":[999,0,0]}]' }),
    ],
  ])('is made anew when there is a change of %s', async (_, change) => {
    await opened();
    await kept(1);
    await marked();
    await change();
    const { rows, alike } = await opened();
    expect(rows).toEqual(alike);
  });

  test('has each figure in its place, where a reader drew two from one beginning', async () => {
    const begin = textOf(0).indexOf('100件');
    await judge('corrected', { span: { start: begin, end: textOf(0).indexOf('。') }, value: 103 });
    const { rows, alike } = await opened();
    expect(rows).toEqual(alike);
    await kept(1);
    expect((await opened()).rows).toEqual(alike);
  });

  test('is another when newer code finds other figures in the same texts', async () => {
    await opened();
    await kept(1);
    await marked();
    const readings = await new Readings(database, cache).of(ids);
    const others = readings.map((reading) => ({ ...reading, figures: reading.figures.slice(1) }));
    expect(await tables().of(others)).toEqual(alignIndicators(others));
  });

  test('is lined up once for all who ask at once', async () => {
    const readings = await new Readings(database, cache).of(ids);
    const own = tables();
    const [one, other] = await Promise.all([own.of(readings), own.of([...readings])]);
    expect(other).toBe(one);
  });

  test('is kept when all is answered, and not if a report was removed by then', async () => {
    const afterwards = new Afterwards(0);
    const own = new IndicatorTables(database, cache, afterwards);
    const readings = await new Readings(database, cache).of(ids);
    await afterwards.during(async () => {
      await own.of(readings);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await stored()).toEqual([]);
      await database.reports.delete(ids[0] ?? '');
    });
    const put = vi.spyOn(cache.alignments, 'put');
    await vi.waitFor(() => expect(put).toHaveBeenCalled());
    await kept(0);
  });

  test('goes with a report that is removed, and so do those that a removal could not reach', async () => {
    await opened();
    await opened(ids.slice(10));
    await kept(2);
    await forgetText(cache, ids[0] ?? '');
    await kept(1);
    await database.reports.delete(ids[20] ?? '');
    await tables().sweep();
    await kept(0);
  });

  test('only the last few that were asked for are kept', async () => {
    for (let from = 0; from < 10; from++) {
      await opened(ids.slice(from));
      await vi.waitFor(async () =>
        expect((await stored()).some(({ reportIds }) => reportIds[0] === ids[from])).toBe(true),
      );
      // the first is asked for again and again
      if (from > 0) await opened();
      else await marked();
    }
    await kept(8);
    expect(isFromStore(await opened())).toBe(true);
    const firsts = (await stored()).map(({ reportIds }) => ids.indexOf(reportIds[0] ?? '')).sort();
    expect(firsts).toContain(0);
    expect(firsts).toContain(9);
    expect(firsts).not.toContain(1);
  });

  test('of few reports is not kept', async () => {
    await opened(ids.slice(0, 5));
    await opened();
    await vi.waitFor(async () => expect((await stored()).at(-1)?.reportIds).toHaveLength(REPORTS));
    expect(await stored()).toHaveLength(1);
  });

  test('does without when it can’t be read or written', async () => {
    cache.close();
    const { rows, alike } = await opened();
    expect(rows).toEqual(alike);
  });
});
