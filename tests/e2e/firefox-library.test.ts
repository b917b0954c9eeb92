import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Words } from '../../lib/model/words.ts';
import { FIREFOX, type FirefoxStage, setFirefoxStage } from './firefox-stage.ts';
import { eventually, SAMPLES } from './harness.ts';

const NAMES = ['trs-linzhu-gaj-2023', 'ucap-linzhu-gaj-2024', 'hanweb-qingxun-2024'];

describe.skipIf(FIREFOX === null)('reports lined up in Firefox', () => {
  let stage: FirefoxStage;
  let words: Words;
  const inPage: FirefoxStage['window']['inTab'] = (_, ...call) => stage.window.inTab('library.html', ...call);
  const count = (selector: string) =>
    inPage('', (each) => document.querySelectorAll(each).length, selector).catch(() => 0);
  const text = (selector: string) =>
    inPage('', (each) => document.querySelector(each)?.textContent ?? '', selector).catch(() => '');
  const click = (selector: string) =>
    inPage('', (each) => document.querySelector<HTMLElement>(each)?.click(), selector);
  const show = (view: string) =>
    inPage(
      '',
      (title) => {
        const tabs = [...document.querySelectorAll<HTMLElement>('.tabs [role=tab]')];
        tabs.find((tab) => tab.textContent?.startsWith(title))?.click();
      },
      view,
    );

  beforeAll(async () => {
    stage = await setFirefoxStage();
    await stage.install();
    words = await stage.openOwn('library.html');
  });
  afterAll(() => stage?.close());

  test('files are taken in', async () => {
    const files = SAMPLES.filter(({ name }) => NAMES.includes(name)).map(({ name, file }) => ({
      name: `${name}.html`,
      content: readFileSync(file, 'utf8'),
    }));
    expect(files).toHaveLength(NAMES.length);
    await eventually(() => count('input[type=file]'), Boolean);
    await inPage(
      '',
      (given) => {
        const input = document.querySelector<HTMLInputElement>('input[type=file]');
        const carrier = new DataTransfer();
        for (const { name, content } of given) carrier.items.add(new File([content], name));
        if (input) input.files = carrier.files;
        input?.dispatchEvent(new Event('change', { bubbles: true }));
      },
      files,
    );
    await eventually(
      () => count('tbody tr'),
      (rows) => rows === NAMES.length,
    );
    expect(await count('.refused')).toBe(0);
  });

  test('words are found in their sentences', async () => {
    await show(words.search.tab);
    await eventually(() => count('input[type=search]'), Boolean);
    await inPage('', () => {
      const field = document.querySelector<HTMLInputElement>('input[type=search]');
      if (field) field.value = '行政复议';
      field?.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await eventually(
      () => text('.hits mark'),
      (found) => found === '行政复议',
    );
  });

  test('a figure of the indicator table opens its passage', async () => {
    await show(words.compare.indicators);
    await eventually(() => count('.indicators .stated'), Boolean);
    const figure = await inPage('', () => {
      const cell = document.querySelector<HTMLElement>('.indicators td .cell');
      cell?.click();
      return cell?.textContent ?? '';
    });
    const opened = await eventually(() => text('.drawer mark'), Boolean);
    expect(figure).toContain(opened);
    await click('.drawer button');
  });

  test.each([
    ['sideBySide', '.side-by-side tbody td'],
    ['topics', '.matrix .cell'],
    ['coverage', '.coverage td'],
  ] as const)('the view %s shows something', async (view, cell) => {
    await show(words.compare[view]);
    expect(await eventually(() => count(cell), Boolean)).toBeGreaterThan(0);
  });

  test('in a library opened anew the table is there again', async () => {
    await inPage('', () => {
      document.body.dataset.old = '';
      location.reload();
    });
    await eventually(
      () => text('body:not([data-old]) .tabs [role=tab] span'),
      (shown) => shown === String(NAMES.length),
    );
    await show(words.compare.indicators);
    expect(await eventually(() => count('.indicators .stated'), Boolean)).toBeGreaterThan(0);
  });

  test('the browser heard of no error', async () => {
    expect(await stage.window.errors()).toEqual([]);
  });
});
