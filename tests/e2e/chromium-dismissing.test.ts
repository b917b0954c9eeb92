import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, drawnMarks, pause, type Stage, setStage } from './harness.ts';

const TITLE = '示例县公安局2023年度法治政府建设工作报告';
const LINE = '全年办理行政许可1286件，办结率达98.5%，开展法治宣传活动56场次，存在基层执法力量不足的问题。';
/** So long that it is still being read and marked when it is dismissed. */
const LONG = {
  url: 'http://gaj.long.gov.cn/zwgk/202403/t20240301_1.html',
  body: {
    bytes: `<!doctype html><meta charset=utf-8><title>${TITLE}</title><body><h1>${TITLE}</h1><div class="TRS_Editor">${Array.from(
      { length: 3_000 },
      (_, at) => `<p>（${at}）${LINE}</p>`,
    ).join('')}</div></body>`,
  },
};

describe.skipIf(CHROMIUM === null)('a page that is dismissed while it is being read', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage([LONG]);
  });
  afterAll(() => stage?.close());

  test.each([120, 200, 280, 350, 450, 600])(
    'stays as it is, %i milliseconds after it was asked for',
    async (wait) => {
      const library = await stage.openExtensionPage('library.html');
      const page = await stage.browser.newPage();
      await page.goto(LONG.url, { waitUntil: 'domcontentloaded' });
      // as the toolbar's button and the panel ask
      const say = (type: 'annotatePage' | 'dismissPage') =>
        library.evaluate(async (name) => {
          const [tab] = await chrome.tabs.query({ url: '*://gaj.long.gov.cn/*' });
          const data = { tabId: tab?.id };
          await chrome.runtime.sendMessage({ id: 1, type: name, data, timestamp: Date.now() });
        }, type);
      const badge = () =>
        library.evaluate(async () => {
          const [tab] = await chrome.tabs.query({ url: '*://gaj.long.gov.cn/*' });
          return chrome.action.getBadgeText({ tabId: tab?.id ?? 0 });
        });
      void say('annotatePage').catch(() => undefined);
      await pause(wait);
      await say('dismissPage');
      // longer than reading and marking it take
      await pause(1_500);
      expect(Object.keys(await drawnMarks(page))).toEqual([]);
      expect(await page.$('zhupi-annotator')).toBeNull();
      expect(await badge()).toBe('');
      await page.close();
      await library.close();
    },
  );
});
