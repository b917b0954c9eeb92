import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import validateAnnotation from 'validate-web-annotation';
import { afterEach, describe, expect, test } from 'vitest';
import { bundleOf, readNothing } from '../../../lib/export/bundle.ts';
import { jsonldOf } from '../../../lib/export/jsonld.ts';
import { readJsonld } from '../../../lib/import/jsonld.ts';
import { CARRIED_KEY } from '../../../lib/model/carried-annotations.ts';
import { annotationPreview, importAnnotations } from '../../../lib/store/annotation-import.ts';
import { createDatabase, type ZhupiDatabase } from '../../../lib/store/database.ts';
import { libraries, NOW, sampleBundle, sampleLibrary } from '../../fixtures/libraries.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/**
 * The validator takes days only, where the standard demands moments in UTC (Web Annotation Data Model, 3.3.1:
 * `xsd:dateTime`, "Z"): moments are looked at here, and their days given to it.
 */
function isAnnotation(item: Item): boolean {
  const { created, modified } = item;
  for (const each of [created, modified]) expect(each).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  const days = { created: created.slice(0, 10), modified: modified.slice(0, 10) };
  return validateAnnotation({ '@context': CONTEXT, ...item, ...days });
}

const opened: ZhupiDatabase[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) {
    each.close();
    await Dexie.delete(each.name);
  }
});
let count = 0;
function database(): ZhupiDatabase {
  const made = createDatabase(`jsonld-${count++}`);
  opened.push(made);
  return made;
}

const bundle = await sampleBundle();
const text = jsonldOf(bundle);
interface Item {
  created: string;
  modified: string;
  target: { selector: { type: string; exact?: string; start?: number; end?: number }[]; source: string };
}
const { first } = JSON.parse(text) as { first: { items: Item[] }; total: number };

describe('the collection', () => {
  test.each(first.items.map((item, index) => ({ index, item })))(
    'item $index is a web annotation',
    ({ item }) => {
      expect(isAnnotation(item)).toBe(true);
    },
  );

  test('and what is none is found out', () => {
    const [item] = first.items;
    if (!item) throw new Error('there is no annotation');
    expect(isAnnotation({ ...item, target: {} as Item['target'] })).toBe(false);
  });

  test('offsets count code points of the text, as the standard says', () => {
    const texts = new Map(
      bundle.reports.flatMap(({ states }) => states.map(({ snapshot }) => [snapshot.url, snapshot.text])),
    );
    const cut = first.items
      .filter(({ target }) => target.source.includes('sw1'))
      .map(({ target: { selector, source } }) => {
        const { start, end } = selector.find(({ type }) => type === 'TextPositionSelector') ?? {};
        return [...(texts.get(source) ?? '')].slice(start, end).join('');
      });
    expect(cut).toEqual(['𠀀𠀁😀全年办理案件41件', '<b>加粗</b> & "引号"', '𡃁执法力量仍然薄弱']);
  });
});

describe('read back', () => {
  test('any library’s reports, texts, codes and annotations are the same in an empty store', async () => {
    await fc.assert(
      fc.asyncProperty(libraries, async (library) => {
        const place = () => 'found' as const;
        const collection = { ...library, corrections: [] };
        const exported = bundleOf({ collection, name: '', now: NOW, read: readNothing, place, topics: {} });
        const read = readJsonld(jsonldOf(exported));
        if (!read.ok) throw new Error(JSON.stringify(read.errors));
        const into = database();
        await importAnnotations(into, read.carried);
        const sorted = (rows: readonly { id: string }[]) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
        expect(sorted(await into.annotations.toArray())).toEqual(sorted(library.annotations));
        expect(sorted(await into.reports.toArray())).toEqual(sorted(library.reports));
        expect(sorted(await into.codes.toArray())).toEqual(sorted(library.codes));
        const kept = library.snapshots.filter(
          ({ id }) =>
            library.reports.some(({ snapshotId }) => snapshotId === id) ||
            library.annotations.some(({ target }) => target.snapshotId === id),
        );
        expect(sorted(await into.snapshots.toArray())).toEqual(sorted(kept));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('judgements come along, and a second time nothing comes', async () => {
    const read = readJsonld(text);
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    const into = database();
    expect(await annotationPreview(into, read.carried)).toEqual({ added: 7, known: 0 });
    expect(await importAnnotations(into, read.carried)).toEqual({ added: 7, known: 0 });
    expect(await importAnnotations(into, read.carried)).toEqual({ added: 0, known: 7 });
    const { corrections } = await sampleLibrary();
    expect(await into.annotations.where({ motivation: 'assessing' }).toArray()).toEqual(corrections);
  });

  test('they find their report when it is here under another id', async () => {
    const read = readJsonld(text);
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    const { reports, snapshots } = await sampleLibrary();
    const into = database();
    const [report] = reports;
    const [snapshot] = snapshots;
    if (!report || !snapshot) throw new Error('the sample is empty');
    await into.reports.add({ ...report, id: 'other', snapshotId: 'its' });
    await into.snapshots.add({ ...snapshot, id: 'its', reportId: 'other' });
    await importAnnotations(into, read.carried);
    expect(await into.reports.count()).toBe(2);
    const own = await into.annotations.where({ reportId: 'other' }).toArray();
    expect(own).toHaveLength(4);
    expect(own.filter(({ target }) => target.snapshotId === 'its')).toHaveLength(3);
  });
});

const changed = (change: (collection: Record<string, unknown>) => void): string => {
  const collection = JSON.parse(text) as Record<string, unknown>;
  change(collection);
  return JSON.stringify(collection);
};
const carriedOf = (collection: Record<string, unknown>) =>
  collection[CARRIED_KEY] as Record<'reports' | 'snapshots' | 'codes', Record<string, unknown>[]> & {
    version: number;
  };

test.each([
  ['no JSON', '{', 'bad-json'],
  ['something else', '{"type":"Annotation"}', 'not-a-backup'],
  ['a list', '[]', 'not-a-backup'],
  ['a prototype’s key', text.replace('"label"', '"__proto__"'), 'bad-key'],
  ['a newer form', changed((all) => Object.assign(carriedOf(all), { version: 9 })), 'newer'],
  [
    'a report twice',
    changed((all) => carriedOf(all).reports.push(carriedOf(all).reports[0] ?? {})),
    'double-id',
  ],
  [
    'a code without a name',
    changed((all) => Object.assign(carriedOf(all).codes[0] ?? {}, { name: '' })),
    'bad-field',
  ],
  ['an annotation on no text', changed((all) => void carriedOf(all).snapshots.pop()), 'dangling'],
  [
    'an id that leads nowhere',
    text.replaceAll('urn:uuid:00000000-0000-4000-8000-000000000030', 'urn:uuid:'),
    'bad-field',
  ],
  ['a memo that is a number', text.replace('"旧文本"', '12'), 'bad-field'],
])('%s is refused', (_, broken, fault) => {
  const read = readJsonld(broken);
  expect(read.ok ? null : read.errors[0]).toMatchObject({ fault });
});
