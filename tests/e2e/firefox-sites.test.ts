import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIREFOX, type FirefoxStage, setFirefoxStage } from './firefox-stage.ts';
import { drawnMarks, eventually, pause, sample } from './harness.ts';

const COPY = 'http://copies.press.test/report.html';
const REPORT = sample('trs-linzhu-gaj-2023');

describe.skipIf(FIREFOX === null)('a site that the reader adds, in Firefox', () => {
  let stage: FirefoxStage;

  beforeAll(async () => {
    stage = await setFirefoxStage([{ url: COPY, body: { bytes: readFileSync(REPORT.file) } }]);
    await stage.install();
    await stage.panel();
  });
  afterAll(() => stage?.close());

  const isAdded = () =>
    stage.window.inSidebar(() => document.querySelector<HTMLInputElement>('.site input')?.checked ?? null);

  test('its reports are marked by themselves until it is taken back', async () => {
    const page = await stage.open(COPY);
    await pause(1_000);
    expect(await drawnMarks(page)).toEqual({});
    await stage.window.pressButton();
    await stage.marked(page);
    await eventually(isAdded, (added) => added === false);
    await stage.window.clickInSidebar('.site input');
    await eventually(isAdded, (added) => added === true);
    await eventually(
      async () => {
        await page.reload({ waitUntil: 'load' });
        await pause(800);
        return Object.keys(await drawnMarks(page)).length;
      },
      (count) => count > 0,
    );
    await stage.marked(page);
    await stage.window.clickInSidebar('.site input');
    await eventually(isAdded, (added) => added === false);
    await page.reload({ waitUntil: 'load' });
    await pause(1_500);
    expect(await drawnMarks(page)).toEqual({});
    await page.close();
  });
});
