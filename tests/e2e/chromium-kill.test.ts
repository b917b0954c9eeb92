import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { zh } from '../../lib/messages/zh.ts';
import { shadowView } from '../../scripts/drive/pierce.ts';
import { selectWords } from '../../scripts/drive/select.ts';
import { addressOf, CHROMIUM, pause, type Stage, sample, setStage } from './harness.ts';

const REPORT = sample('ucap-linzhu-gaj-2024');
/** What may be missing, in milliseconds before the end. */
const MOST_LOST = 500;
const STROKE = 40;

describe.skipIf(CHROMIUM === null)('a browser that is killed while a note is being typed', () => {
  const profile = mkdtempSync(join(tmpdir(), 'zhupi-kill-'));
  let stage: Stage | undefined;
  afterEach(async () => {
    await stage?.close();
    stage = undefined;
  });
  afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

  const open = async (): Promise<Page> => {
    stage = await setStage([], { profile });
    const page = await stage.open(addressOf(REPORT));
    await stage.marked(page);
    // a profile that was never closed greets its reader again
    await page.bringToFront();
    return page;
  };
  /** Memos of the drafts, as the database has them. */
  const drafts = async (): Promise<string[]> => {
    const library = await stage?.openExtensionPage('library.html');
    await library?.waitForSelector('#app *');
    const memos = await library?.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('zhupi');
        request.onsuccess = () => resolve(request.result);
      });
      return new Promise<string[]>((resolve) => {
        const request: IDBRequest<{ body: { memo: string } }[]> = database
          .transaction('drafts')
          .objectStore('drafts')
          .getAll();
        request.onsuccess = () => resolve(request.result.map(({ body }) => body.memo));
      });
    });
    await library?.close();
    return memos ?? [];
  };

  // each kill strikes at another moment of the keeping, and each time other words are typed
  test.each([1_500, 1_620, 1_740])(
    'after %i ms of typing: at most the last half second is missing',
    async (time) => {
      const page = await open();
      await selectWords(page, '评议结果当场反馈');
      await (await shadowView(page)).click('BUTTON', zh.toolbar.note);
      const frame = await page.waitForFrame((each) => each.url().includes('/composer.html'));
      await frame.waitForFunction(() => document.activeElement?.localName === 'textarea');
      const typed: { at: number; character: string }[] = [];
      const begun = Date.now();
      while (Date.now() - begun < time) {
        const character = String.fromCodePoint(0x4e00 + time + typed.length);
        await page.keyboard.sendCharacter(character);
        typed.push({ at: Date.now(), character });
        await pause(STROKE);
      }
      const process = stage?.browser.process();
      const killed = Date.now();
      const isGone = new Promise((resolve) => process?.once('exit', resolve));
      process?.kill('SIGKILL');
      await isGone;
      await stage?.site.close();
      const sure = typed.filter(({ at }) => at < killed - MOST_LOST).map(({ character }) => character);
      expect(sure.length).toBeGreaterThan(5);
      await open();
      const kept = (await drafts()).filter((memo) => memo.startsWith(sure.join('')));
      expect(kept).toHaveLength(1);
    },
  );
});
