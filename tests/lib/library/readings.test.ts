import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ofStates, passagesOf } from '../../../entrypoints/library/of-states.ts';
import { Readings } from '../../../entrypoints/library/readings.ts';
import { alignIndicators } from '../../../lib/compare/indicators.ts';
import type { CorrectedFields, Verdict } from '../../../lib/model/correction.ts';
import type { Capture } from '../../../lib/model/snapshot.ts';
import { addAnnotation, changeBody, deleteAnnotation } from '../../../lib/store/annotations.ts';
import { createDatabase, type ZhupiDatabase } from '../../../lib/store/database.ts';
import {
  createLibraryCache,
  type LibraryCache,
  type StoredReading,
} from '../../../lib/store/library-cache.ts';
import { ensureStarter } from '../../../lib/store/projects.ts';
import { addSnapshot } from '../../../lib/store/reports.ts';
import { captureOf, passageAt } from '../../fixtures/captures.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const EARLIER = '全年办理行政案件120件。组织案件评查8次。';
const LATER = '全年办理行政案件136件。组织案件评查9次。';
let database: ZhupiDatabase;
let readings: Readings;
let cache: LibraryCache;
let count = 0;

const captureAt = (text: string, address: string): Capture => captureOf(text, address);
const one = captureAt(EARLIER, 'http://gaj.test.gov.cn/1.html');
const other = captureAt(LATER, 'http://gaj.test.gov.cn/2.html');

async function judge(
  capture: Capture,
  figure: string,
  verdict: Verdict,
  fields: CorrectedFields = {},
  id = 'own',
) {
  const start = capture.text.indexOf(figure);
  const end = start + figure.length;
  const [machine] = (await new Readings(database, cache).of(await ids())).flatMap(({ text, figures }) =>
    text === capture.text ? figures.filter((each) => each.start === start) : [],
  );
  const finding = {
    ...{ start, end, category: 'figure' as const, mark: { start, end }, quote: figure },
    ...{ certainty: 0.9, ruleId: 'quantity', ...(machine && { figure: machine }) },
  };
  const correction = { verdict, finding, analyserVersion: '1.0.0', fields };
  const body = { memo: '', codeIds: [], correction };
  return addAnnotation(database, { id, capture, passage: passageAt(capture.text, start, end), body }, NOW);
}
const ids = async () => (await database.reports.orderBy('address').toArray()).map(({ id }) => id);
const rows = async () =>
  alignIndicators(await readings.of(await ids())).map(({ cells }) => cells.map(({ figure }) => figure.value));

beforeEach(async () => {
  database = createDatabase(`readings-${count}`);
  cache = createLibraryCache(`readings-cache-${count++}`);
  await ensureStarter(database, { codebookName: '册', projectName: '研究', codes: [] }, NOW);
  for (const capture of [one, other]) await addSnapshot(database, capture, NOW);
  readings = new Readings(database, cache);
});

describe('stored reports as they are compared', () => {
  test('what was dismissed stands in no row, at once and until it is taken back', async () => {
    expect(await rows()).toEqual([
      [120, 136],
      [8, 9],
    ]);
    await judge(other, '136件', 'dismissed');
    expect(await rows()).toEqual([[120], [8, 9]]);
    await deleteAnnotation(database, 'own', NOW);
    expect(await rows()).toEqual([
      [120, 136],
      [8, 9],
    ]);
  });

  test('a corrected value stands in its place, and the next correction of it, too', async () => {
    await rows();
    const stored = await judge(one, '120件', 'corrected', { value: 1200 });
    expect((await rows())[0]).toEqual([1200, 136]);
    const { correction } = stored.body;
    if (!correction) throw new Error('no correction was stored');
    const body = { ...stored.body, correction: { ...correction, fields: { value: 12 } } };
    // in the same millisecond: the time tells nothing
    await changeBody(database, stored.id, body, NOW);
    expect((await rows())[0]).toEqual([12, 136]);
  });

  test('a correction of an older state follows its words', async () => {
    await judge(one, '8次', 'dismissed');
    await addSnapshot(database, captureAt(`编者按：本报告已经修订。${EARLIER}`, one.address), NOW);
    expect(await rows()).toEqual([[9], [120, 136]]);
  });

  test('what is read ahead is what is read when asked', async () => {
    await readings.ahead();
    const ahead = await readings.of(await ids());
    expect(ahead).toEqual(await new Readings(database, cache).of(await ids()));
    expect(ahead.length).toBe(2);
  });

  test('what two views ask for at once is read once', async () => {
    const [some, all] = await Promise.all([readings.of((await ids()).slice(0, 1)), readings.of(await ids())]);
    expect(all[0]).toBe(some[0]);
  });

  test('while nothing changed, the readings are the same objects', async () => {
    const [first] = await readings.of(await ids());
    const [again] = await readings.of(await ids());
    expect(again).toBe(first);
    await judge(other, '136件', 'accepted');
    const [one, two] = await readings.of(await ids());
    expect(one).toBe(first);
    expect(two?.figures.find(({ value }) => value === 136)?.certainty).toBe(1);
  });
});

describe('what the rules found, kept for the next time', () => {
  const kept = () => cache.readings.orderBy('reportId').toArray();
  const whenKept = (number: number) => vi.waitFor(async () => expect(await kept()).toHaveLength(number));
  const valuesOf = async (of: Readings) =>
    (await of.of(await ids())).map(({ figures }) => figures.map(({ value }) => value));
  /** Makes what is kept tell of itself. */
  const tamper = (change: Partial<StoredReading> = {}) =>
    cache.readings.toCollection().modify((stored) => {
      Object.assign(stored, { json: stored.json.replace('"value":120', '"value":121') }, change);
    });

  test('is taken from there', async () => {
    expect(await valuesOf(readings)).toEqual([
      [120, 8],
      [136, 9],
    ]);
    await whenKept(2);
    await tamper();
    expect(await valuesOf(new Readings(database, cache))).toEqual([
      [121, 8],
      [136, 9],
    ]);
  });

  test.each<[string, Partial<StoredReading>]>([
    ['other rules', { analyserVersion: '0.9.0' }],
    ['another text', { states: 'another' }],
    ['nothing that can be read', { json: '{"figures":[' }],
  ])('is made anew when it is of %s', async (_, change) => {
    await valuesOf(readings);
    await whenKept(2);
    const before = await kept();
    await tamper(change);
    expect((await valuesOf(new Readings(database, cache)))[0]).toEqual([120, 8]);
    await vi.waitFor(async () => expect(await kept()).toEqual(before));
  });

  test('is not kept of a report that was removed meanwhile', async () => {
    const [, second = ''] = await ids();
    const put = cache.readings.bulkPut.bind(cache.readings);
    vi.spyOn(cache.readings, 'bulkPut').mockImplementationOnce(((rows: StoredReading[]) =>
      database.reports.delete(second).then(() => put(rows))) as typeof cache.readings.bulkPut);
    await valuesOf(readings);
    await vi.waitFor(async () =>
      expect((await kept()).map(({ reportId }) => reportId)).not.toContain(second),
    );
    await whenKept(1);
  });

  test('is swept of what a removal could not reach', async () => {
    await valuesOf(readings);
    await whenKept(2);
    const [first = '', second] = await ids();
    await database.reports.delete(first);
    await new Readings(database, cache).sweep();
    expect((await kept()).map(({ reportId }) => reportId)).toEqual([second]);
  });

  test('does without when it can’t be read or written', async () => {
    cache.close({ disableAutoOpen: true });
    expect((await valuesOf(readings))[0]).toEqual([120, 8]);
    expect((await valuesOf(new Readings(database, cache)))[0]).toEqual([120, 8]);
  });
});

describe('spans of a table that is open', () => {
  const opened = async (found: { states: Record<string, string> }, spans = [{ start: 8, end: 12 }]) => {
    const [reportId = ''] = await ids();
    const states = found.states[reportId];
    return (await passagesOf(readings, { reportId, states, spans })).map(({ words }) => words);
  };
  const looked = async () => ofStates(await readings.of(await ids()), null);

  test('lead to the words that they were found at', async () => {
    expect(await opened(await looked())).toEqual(['120件']);
  });

  test('lead nowhere once the text is another, rather than to other words', async () => {
    const before = await looked();
    await addSnapshot(database, captureAt(`编者按：本报告已经修订。${EARLIER}`, one.address), NOW);
    expect(await opened(before)).toEqual([]);
    expect((await looked()).states).not.toEqual(before.states);
    expect(await opened(await looked(), [{ start: 20, end: 24 }])).toEqual(['120件']);
  });

  test('still lead there when the reader has judged something since', async () => {
    const before = await looked();
    await judge(one, '8次', 'dismissed');
    expect(await opened(before)).toEqual(['120件']);
  });
});
