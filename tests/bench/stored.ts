import type { Page } from 'puppeteer-core';

/**
 * Stores many annotations, a thousand reports' worth, and one on the report that is stored. To be called in a page of
 * the extension.
 */
export function fill(page: Page, count: number, id: string): Promise<void> {
  return page.evaluate(
    async (total, own) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('zhupi');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const all = (table: string) =>
        new Promise<Record<string, unknown>[]>((resolve) => {
          const request = database.transaction(table).objectStore(table).getAll();
          request.onsuccess = () => resolve(request.result);
        });
      const [snapshot] = await all('snapshots');
      const exact = String(snapshot?.text).slice(0, 20);
      const position = { type: 'TextPositionSelector', start: 0, end: 20 };
      const target = {
        snapshotId: snapshot?.id,
        quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
        position,
      };
      const note = (each: number) => ({
        id: `stored-${each}`,
        reportId: `report-${each % 1_000}`,
        target,
        body: { memo: '与上一年度对照', codeIds: [] },
        motivation: 'commenting',
        creator: { type: 'Person' },
        created: '2026-01-01T00:00:00.000Z',
        modified: '2026-01-01T00:00:00.000Z',
      });
      for (let from = 0; from < total; from += 5_000) {
        const transaction = database.transaction('annotations', 'readwrite');
        const store = transaction.objectStore('annotations');
        for (let each = from; each < Math.min(total, from + 5_000); each++) store.put(note(each));
        if (from === 0) store.put({ ...note(0), id: own, reportId: snapshot?.reportId });
        await new Promise<void>((resolve) => {
          transaction.oncomplete = () => resolve();
        });
      }
      database.close();
    },
    count,
    id,
  );
}
