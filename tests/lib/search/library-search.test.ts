import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Readings } from '../../../entrypoints/library/readings.ts';
import { Search } from '../../../entrypoints/library/search.ts';
import type { SearchAnswer, SearchFilters } from '../../../lib/model/search.ts';
import { addAnnotation, changeBody, deleteAnnotation } from '../../../lib/store/annotations.ts';
import { createDatabase, type ZhupiDatabase } from '../../../lib/store/database.ts';
import { undo } from '../../../lib/store/history.ts';
import { joinReports } from '../../../lib/store/joining.ts';
import {
  createLibraryCache,
  forget,
  forgetText,
  type LibraryCache,
  type Sheaf,
} from '../../../lib/store/library-cache.ts';
import { ensureStarter } from '../../../lib/store/projects.ts';
import { addSnapshot } from '../../../lib/store/reports.ts';
import { captureOf, passageAt } from '../../fixtures/captures.ts';

const NOON = new Date('2026-03-01T12:00:00Z');
const LATER = new Date('2026-03-05T12:00:00Z');
const NOTED =
  '一、主要举措和成效\n建立行政执法监督机制，全年办理行政案件1200起。\n二、存在的不足\n一是行政执法监督力度还不够。';
const OTHER = '全年办理行政案件3400起，开展法治宣传活动56场。';
const [A, B] = ['http://gaj.test.gov.cn/1.html', 'https://other.test.gov.cn/1.html'];
const C = 'https://third.test.gov.cn/1.html';
let database: ZhupiDatabase;
let cache: LibraryCache;
let search: Search;
let count = 0;

beforeEach(async () => {
  database = createDatabase(`search-${count}`);
  cache = createLibraryCache(`search-cache-${count++}`);
  await ensureStarter(database, { codebookName: '册', projectName: '研究', codes: [] }, NOON);
  const other = captureOf(OTHER, B);
  other.detection.facts = {
    ...other.detection.facts,
    issuer: '样例县水利局',
    level: 'county',
    region: { province: '样例省', city: null, county: '样例县' },
    year: 2024,
  };
  await addSnapshot(database, other, NOON);
  const capture = captureOf(NOTED, A);
  const blocks = [...NOTED.matchAll(/[^\n]+/g)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
  await database.codes.add({
    id: 'code',
    codebookId: 'starter',
    parentId: null,
    name: '执法规范',
    initials: 'zfgf',
    description: '',
    color: '#a00',
    shape: '●',
    created: NOON.toISOString(),
  } as never);
  const at = NOTED.indexOf('办理行政案件');
  const about = { capture: { ...capture, blocks }, passage: passageAt(NOTED, at, at + 6) };
  await addAnnotation(
    database,
    { id: 'memo', ...about, body: { memo: '台账可比', codeIds: ['code'] } },
    NOON,
  );
  search = new Search(database, new Readings(database, cache), cache);
});
afterEach(async () => {
  await database.delete();
  await cache.delete();
});

/** Asks until all has been read, as the library does. */
async function whole(typed: string, filters: SearchFilters, by = search, most = 30): Promise<SearchAnswer> {
  for (;;) {
    const answer = await by.find({ typed, filters, most, patience: 50 });
    if (!answer.isPartial) return answer;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

async function found(typed: string, filters: SearchFilters = {}, by = search) {
  const { hits } = await whole(typed, filters, by);
  const reports = await database.reports.bulkGet(hits.map(({ reportId }) => reportId));
  return reports.map((report) => report?.address).toSorted();
}

const CASES: [typed: string, filters: SearchFilters, addresses: string[]][] = [
  ['行政案件', {}, [A, B]],
  ['行政案件', { hasNote: true }, [A]],
  ['行政案件 法治宣传', {}, [B]],
  ['“案件1200起”', {}, [A]],
  ['≥1000起', {}, [A, B]],
  ['≥1000起', { hasNote: true }, [A]],
  ['≥2000 行政案件', {}, [B]],
  ['≥2000 行政案件', { year: 2025 }, []],
  ['台账可比', {}, [A]],
  ['执法规范', {}, [A]],
  ['行政案件', { issuer: '水利' }, [B]],
  ['行政案件', { region: '样例省' }, [B]],
  ['行政案件', { region: '示例' }, [A]],
  ['行政案件', { level: 'city' }, [A]],
  ['行政案件', { year: 2024 }, [B]],
  ['行政案件', { kind: '审计工作报告' }, []],
  ['执法监督', { category: 'measure' }, [A]],
  ['执法监督', { category: 'shortcoming' }, [A]],
  ['行政案件', { category: 'shortcoming' }, []],
  ['', { category: 'shortcoming' }, [A]],
  ['行政案件', { category: 'figure' }, [A, B]],
  ['力度还不够', { category: 'figure' }, []],
  ['', { topic: 'enforcement' }, [A, B]],
  ['', { topic: 'enforcement', category: 'shortcoming' }, [A]],
  ['行政案件', { codeId: 'code' }, [A]],
  ['法治宣传', { codeId: 'code' }, []],
  ['', { codeId: 'code' }, [A]],
  ['行政案件', { noteState: 'found' }, [A]],
  ['行政案件', { noteState: 'lost' }, []],
  ['', { hasNote: true }, [A]],
  ['', { year: 2024 }, [B]],
  ['', { region: '样例县', kind: '法治政府建设年度报告' }, [B]],
  ['', { year: 2019 }, []],
  ['', {}, []],
];

describe('search', () => {
  test.each(CASES)('%s %o', async (typed, filters, addresses) => {
    expect(await found(typed, filters)).toEqual(addresses.toSorted());
  });

  test('a filter by category shows the sentences of that category only', async () => {
    const { hits, places } = await whole('执法监督', { category: 'shortcoming' });
    expect(hits.flatMap((hit) => hit.places.map(({ sentence }) => sentence))).toEqual([
      '一是行政执法监督力度还不够。',
    ]);
    expect(places).toBe(1);
  });

  test('a note on words that are no longer there is lost', async () => {
    await addSnapshot(database, captureOf('开展法治宣传活动56场。', A), new Date('2026-03-02T12:00:00Z'));
    expect(await found('', { noteState: 'lost' })).toEqual([A]);
    expect(await found('', { noteState: 'found' })).toEqual([]);
  });

  test('a new note is found at once, a deleted one no more', async () => {
    expect(await found('当场更正')).toEqual([]);
    const about = { capture: captureOf(OTHER, B), passage: passageAt(OTHER, 0, 2) };
    await addAnnotation(database, { id: 'new', ...about, body: { memo: '当场更正', codeIds: [] } }, NOON);
    expect(await found('当场更正')).toEqual([B]);
    await database.annotations.delete('new');
    expect(await found('当场更正')).toEqual([]);
  });

  describe('what the reader’s notes are now is found, whatever was done with them', () => {
    const other = () => ({ capture: captureOf(OTHER, B), passage: passageAt(OTHER, 0, 2) });
    const noteOther = (id: string, memo: string, at: Date) =>
      addAnnotation(database, { id, ...other(), body: { memo, codeIds: [] } }, at);

    test('deleted, and put back by undo', async () => {
      await noteOther('new', '当场更正', LATER);
      expect([await found('台账可比'), await found('当场更正')]).toEqual([[A], [B]]);
      const report = await database.reports.get({ address: A });
      await deleteAnnotation(database, 'memo', LATER);
      expect(await found('台账可比')).toEqual([]);
      await undo(database, report?.id ?? '');
      expect(await found('台账可比')).toEqual([A]);
    });

    test('changed, and changed back by undo', async () => {
      expect(await found('台账可比')).toEqual([A]);
      const report = await database.reports.get({ address: A });
      await changeBody(database, 'memo', { memo: '换了说法', codeIds: [] }, LATER);
      expect([await found('换了说法'), await found('台账可比')]).toEqual([[A], []]);
      await undo(database, report?.id ?? '');
      expect([await found('换了说法'), await found('台账可比')]).toEqual([[], [A]]);
    });

    test('older than what was read, as an import brings them', async () => {
      await noteOther('new', '当场更正', LATER);
      expect(await found('当场更正')).toEqual([B]);
      await noteOther('old', '旧话', new Date('2020-01-01T00:00:00Z'));
      expect(await found('旧话')).toEqual([B]);
    });

    test('moved to another report by joining', async () => {
      await noteOther('new', '当场更正', LATER);
      expect(await found('当场更正')).toEqual([B]);
      const [kept, gone] = await database.reports.where('address').anyOf([A, B]).toArray();
      await joinReports(database, kept?.id ?? '', gone?.id ?? '');
      expect(await found('当场更正')).toEqual([kept?.address]);
    });

    test('a mere highlight is shown by its words', async () => {
      await noteOther('bare', '', LATER);
      const { hits } = await whole('', { hasNote: true });
      expect(hits.flatMap(({ places }) => places.map(({ sentence }) => sentence)).toSorted()).toEqual([
        '“全年”',
        '台账可比 · 执法规范',
      ]);
    });
  });

  test('a code is sought with all that are under it', async () => {
    await database.codes.update('code', { parentId: 'parent' });
    expect(await found('', { codeId: 'parent' })).toEqual([A]);
  });

  test('a figure is found by its unit in other words', async () => {
    const text = '快办率提高3个百分点，平均用时5个工作日，抓获嫌疑人2310余名，办理案件900起。';
    await addSnapshot(database, captureOf(text, C), NOON);
    for (const typed of ['≥2百分点', '≥4工作日', '≥2000人', '≤900起'])
      expect([typed, await found(typed)]).toEqual([typed, [C]]);
  });

  test('a report that comes while the cache is being written is found', async () => {
    const add = cache.sheaves.add.bind(cache.sheaves);
    const [began, gate] = [deferred(), deferred()];
    vi.spyOn(cache.sheaves, 'add').mockImplementationOnce(((sheaf: Sheaf) => {
      began.resolve();
      return gate.promise.then(() => add(sheaf));
    }) as typeof cache.sheaves.add);
    const warm = search.warm();
    await began.promise;
    await addSnapshot(database, captureOf('新收的报告，新词在此。', C), NOON);
    const early = search.find({ typed: '新词在此', filters: {}, most: 30, patience: 50 });
    gate.resolve();
    await Promise.all([warm, early]);
    expect(await found('新词在此')).toEqual([C]);
  });

  test('texts that could not be read are told, and read at the next try', async () => {
    vi.spyOn(database.snapshots, 'bulkGet').mockRejectedValueOnce(new Error('value too large'));
    const ask = () => search.find({ typed: '行政案件', filters: {}, most: 30, patience: 50 });
    await expect(ask()).rejects.toThrow('value too large');
    expect(await found('行政案件')).toEqual([A, B].toSorted());
  });

  test('only as many reports as are asked for are shown, all are counted', async () => {
    const { hits, total, places } = await whole('行政案件', {}, search, 1);
    expect([hits.length, total, places]).toEqual([1, 2, 2]);
  });
});

describe('the cache of folded texts', () => {
  const cached = async () =>
    (await cache.sheaves.toArray()).flatMap(({ texts }) => texts.map(({ text }) => text.slice(0, 4)));
  const later = () => new Search(database, new Readings(database, cache), cache);

  test('holds what was read, and a later search reads it from there', async () => {
    await search.warm();
    await vi.waitFor(async () => expect((await cached()).toSorted()).toEqual(['一、主要', '全年办理']));
    const snapshots = vi.spyOn(database.snapshots, 'bulkGet');
    await later().warm();
    expect(snapshots).not.toHaveBeenCalled();
  });

  test('a report that changed is read anew', async () => {
    await search.warm();
    await addSnapshot(database, captureOf('改后文本', B), new Date('2026-03-02T12:00:00Z'));
    const again = later();
    expect(await found('改后文本', {}, again)).toEqual([B]);
    expect(await found('法治宣传', {}, again)).toEqual([]);
    await vi.waitFor(async () => expect((await cached()).toSorted()).toEqual(['一、主要', '改后文本']));
  });

  test('a removed report’s text can be taken out without a search', async () => {
    await search.warm();
    await vi.waitFor(async () => expect(await cached()).toHaveLength(2));
    const report = await database.reports.get({ address: B });
    await forgetText(cache, report?.id ?? '');
    expect(await cached()).toEqual(['一、主要']);
  });

  test('the texts of one report, or of all, are taken out by name', async () => {
    const named = createLibraryCache();
    const texts = ['a', 'b'].map((reportId) => ({ reportId, states: reportId, text: reportId }));
    await named.sheaves.add({ texts });
    const read = ['a', 'b'].map((reportId) => ({
      reportId,
      states: reportId,
      analyserVersion: '1',
      json: '{}',
    }));
    await named.readings.bulkAdd(read);
    await forget('a');
    expect((await named.sheaves.toArray()).flatMap((sheaf) => sheaf.texts)).toEqual([texts[1]]);
    expect(await named.readings.toArray()).toEqual([read[1]]);
    await forget(null);
    expect([await named.sheaves.count(), await named.readings.count()]).toEqual([0, 0]);
    await named.delete();
  });

  test('a report that was removed leaves nothing behind', async () => {
    await search.warm();
    await vi.waitFor(async () => expect(await cached()).toHaveLength(2));
    await database.reports.where({ address: B }).delete();
    await search.warm();
    await vi.waitFor(async () => expect(await cached()).toEqual(['一、主要']));
  });
});

function deferred() {
  let resolve = () => {};
  const promise = new Promise<void>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}
