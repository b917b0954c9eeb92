import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServedPage } from '../../scripts/serve/site.ts';
import { PLAIN } from './hard-pages.ts';
import { CHROMIUM, drawnMarks, eventually, pause, type Stage, setStage, wrongMarks } from './harness.ts';

/** What a script of a page does ten times every ten milliseconds, 5,000 times in all; `n` counts. */
const STORMS = {
  'beside the text': `clock.textContent = 'n' + n`,
  'in the style of the text': `text.style.paddingLeft = (n % 2) + 'px'; text.classList.toggle('big')`,
  'in one paragraph of the text': `last.textContent = '（续）新增办理案件' + n + '件。'`,
  'of paragraphs that come and go': `n % 2 ? text.append(extra) : extra.remove()`,
} as const;

const TIMES = 5_000;

/** A script whose observer takes away every element that it does not know. */
const STRIPPER = `new MutationObserver(() => {
  for (const mark of document.querySelectorAll('mark')) { window.stripped++; mark.replaceWith(...mark.childNodes); }
}).observe(document.querySelector('.TRS_Editor'), { childList: true, subtree: true })`;

/** A script whose observer writes on the page at every change of it, as widgets that count or measure do. */
const ANSWERER = `new MutationObserver(() => {
  window.answers++;
  document.querySelector('#clock').title = 'changed ' + window.answers;
}).observe(document, { childList: true, characterData: true, subtree: true })`;

/** Counts, in the page's own world, what is drawn on it from its first moment. */
const COUNTERS = `window.added = 0; window.stripped = 0; window.answers = 0; window.storms = 0;
new MutationObserver((records) => {
  for (const record of records) for (const node of record.addedNodes) if (node.localName === 'mark') window.added++;
}).observe(document, { childList: true, subtree: true });`;

const storm = (deed: string): string => `window.begin = () => {
  const clock = document.querySelector('#clock'), text = document.querySelector('.TRS_Editor');
  const last = text.lastElementChild, extra = document.createElement('p'); extra.textContent = '（补）其他事项。';
  let n = 0;
  const timer = setInterval(() => {
    for (let i = 0; i < 10; i++) { n++; ${deed}; }
    window.storms = n; if (n >= ${TIMES}) clearInterval(timer);
  }, 10);
}`;

function pageWith(name: string, script: string): ServedPage {
  const html = String((PLAIN.body as { bytes: string }).bytes);
  const bytes = html
    .replace('<body>', `<body><script>${COUNTERS}</script><div id="clock"></div>`)
    .replace('</body>', `<script>${script}</script></body>`);
  return { url: PLAIN.url.replace('plain', name), body: { bytes } };
}

const stormPages = Object.entries(STORMS).map(([name, deed], at) => ({
  name,
  page: pageWith(`storm-${at}`, storm(deed)),
}));
const stripped = pageWith('stripped', STRIPPER);
const answering = pageWith('answering', ANSWERER);

type Counted = Record<'added' | 'stripped' | 'answers' | 'storms', number>;
const count = (page: Page, what: keyof Counted): Promise<number> =>
  page.evaluate((name) => (window as unknown as Counted)[name], what);

describe.skipIf(CHROMIUM === null)('pages that do not keep still', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage([...stormPages.map(({ page }) => page), stripped, answering]);
  });
  afterAll(() => stage?.close());

  test.each(stormPages)('a storm of mutations $name is sat out', async ({ page: served }) => {
    const page = await stage.open(served.url);
    await stage.marked(page);
    // what is drawn at first is drawn in slices
    const marks = await settled(page);
    const before = await count(page, 'added');
    await page.evaluate(() => (window as unknown as { begin(): void }).begin());
    // the page gets through all it has to do
    await eventually(
      () => count(page, 'storms'),
      (times) => times >= TIMES,
      40_000,
    );
    const drawnAnew = (await count(page, 'added')) - before;
    expect(drawnAnew / marks).toBeLessThanOrEqual(4);
    // and what it shows in the end is marked as it should be
    await eventually(
      async () => {
        const report = (await stage.view(page))?.report;
        const drawn = await drawnMarks(page);
        return report ? Object.keys(drawn).length - wrongMarks(report.findings, drawn).length : 0;
      },
      (right) => right >= marks,
      30_000,
    );
    await page.close();
  });

  test('a script that takes every mark away is not fought for ever', async () => {
    const page = await stage.open(stripped.url);
    await eventually(
      () => count(page, 'stripped'),
      (times) => times > 0,
    );
    const marks = (await stage.view(page))?.report?.findings.length ?? 100;
    await pause(12_000);
    expect((await count(page, 'stripped')) / marks).toBeLessThanOrEqual(16);
    await page.close();
  });

  test('a script that answers every change does not feed on ours', async () => {
    const page = await stage.open(answering.url);
    await stage.marked(page);
    await settled(page);
    const [added, answers] = [await count(page, 'added'), await count(page, 'answers')];
    await pause(3_000);
    expect(await count(page, 'added')).toBe(added);
    expect((await count(page, 'answers')) - answers).toBeLessThanOrEqual(2);
    await page.close();
  });
});

/** Waits until no mark has been added for a while; how many elements there are. */
async function settled(page: Page): Promise<number> {
  for (let last = -1, now = 0; last !== now; ) {
    last = now;
    await pause(1_000);
    now = await count(page, 'added');
    if (now === 0) last = -1;
  }
  return Object.keys(await drawnMarks(page)).length;
}
