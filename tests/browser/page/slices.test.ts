import { describe, expect, test } from 'vitest';
import { createPainter } from '../../../lib/marks/markjs-painter.ts';
import type { Layer } from '../../../lib/marks/painter.ts';
import type { Span } from '../../../lib/model/span.ts';
import { readClues } from '../../../lib/page/clues.ts';
import { readPageInSlices } from '../../../lib/page/page-reader.ts';
import { readText } from '../../../lib/page/read-text.ts';
import { findReportRoot } from '../../../lib/page/root.ts';
import { FORMS } from '../../lib/page/forms.ts';
import { openHtml, openPage, PAGE_NAMES } from './open-page.ts';

const ADDRESS = 'http://gaj.example.gov.cn/zwgk/202403/t20240301_1.html';

/** A clock that is past every budget, so that each step is followed by a pause; counts the pauses. */
function alwaysLate() {
  let time = 0;
  const clock = {
    pauses: 0,
    budget: 1,
    now: () => (time += 10),
    pause: async () => {
      clock.pauses++;
    },
  };
  return clock;
}

async function readBothWays(document: Document) {
  const slicing = alwaysLate();
  const sliced = await readPageInSlices(document, ADDRESS, slicing);
  const root = findReportRoot(document);
  return { slicing, sliced, root, whole: root && readText(root), clues: readClues(document, ADDRESS) };
}

const PAGES: [string, () => Promise<Document>][] = [
  ...PAGE_NAMES.map((name): [string, () => Promise<Document>] => [name, () => openPage(name)]),
  ...Object.entries(FORMS).map(([name, { html }]): [string, () => Promise<Document>] => [
    name,
    () => openHtml(html),
  ]),
];

describe('a page read in slices is read as at once', () => {
  test.each(PAGES)('%s', async (_, open) => {
    const { slicing, sliced, root, whole, clues } = await readBothWays(await open());
    expect(sliced?.pageText.root ?? null).toBe(root);
    expect(sliced?.pageText.text).toBe(whole?.text);
    expect(sliced?.pageText.blocks).toEqual(whole?.blocks);
    if (sliced) expect(sliced.clues).toEqual(clues);
    expect(slicing.pauses).toBeGreaterThan(0);
  });

  test('of a long page there are many slices', async () => {
    const document = await openHtml(
      `<body><div>${'<p>全年办理行政许可1286件，办结率达98.5%。</p>'.repeat(4000)}</div></body>`,
    );
    const { slicing, sliced, whole } = await readBothWays(document);
    expect(sliced?.pageText.text).toBe(whole?.text);
    expect(slicing.pauses).toBeGreaterThan(100);
  });

  test('a page that was read stays known, or not, when it is looked at in slices', async () => {
    const document = await openHtml(
      `<body><div>${'<p>全年办理行政许可1286件，办结率达98.5%。</p>'.repeat(40)}</div></body>`,
    );
    const root = findReportRoot(document);
    if (!root) throw new Error('no text was found');
    const page = readText(root);
    expect(await page.refreshInSlices(alwaysLate())).toBe(true);
    root.querySelector('p')?.append('不');
    expect(await page.refreshInSlices(alwaysLate())).toBe(false);
  });

  test('a page that is being marked while it is looked at stays known', async () => {
    const document = await openHtml(
      `<body><div>${'<p>全年办理行政许可1286件，办结率达98.5%。</p>'.repeat(400)}</div></body>`,
    );
    const root = findReportRoot(document);
    if (!root) throw new Error('no text was found');
    const page = readText(root);
    const paragraphs = [...root.querySelectorAll('p')];
    const clock = alwaysLate();
    const mark = async () => {
      await clock.pause();
      const paragraph = paragraphs.shift();
      if (!paragraph) return;
      const rest = (paragraph.firstChild as Text).splitText(8);
      const marked = document.createElement('mark');
      rest.replaceWith(marked);
      marked.append(rest);
    };
    expect(await page.refreshInSlices({ ...clock, pause: mark })).toBe(true);
    expect(root.querySelectorAll('mark').length).toBeGreaterThan(0);
    expect(page.rangeOf({ start: 0, end: page.text.length }).map(String).join('')).toBe(page.text);
  });
});

describe('a page whose marks are drawn anew while it is looked at stays known', () => {
  const SENTENCE = '全年办理行政许可1286件，办结率达98.5%。';
  const PARAGRAPHS = 400;
  const figures = Array.from({ length: PARAGRAPHS }, (_, at) => at * SENTENCE.length).flatMap((start) => [
    { start: start + 8, end: start + 13 },
    { start: start + 18, end: start + 23 },
  ]);
  test.each<[string, Layer['category'], Span[]]>([
    ['figures', 'figure', figures],
    ['a note on all of it', 'note', [{ start: 0, end: SENTENCE.length * PARAGRAPHS }]],
  ])('%s', async (_, category, spans) => {
    const layer = { category, marks: spans.map((span, at) => ({ id: String(at), span })) };
    const document = await openHtml(`<body><div>${`<p>${SENTENCE}</p>`.repeat(PARAGRAPHS)}</div></body>`);
    const root = findReportRoot(document);
    if (!root) throw new Error('no text was found');
    const page = readText(root);
    const painter = createPainter(page);
    await painter.paint([layer]);
    const clock = alwaysLate();
    await page.refreshInSlices(clock);
    const { pauses } = clock;
    expect(pauses).toBeGreaterThan(10);
    const known: boolean[] = [];
    for (let at = 0; at < pauses; at++) {
      let pause = 0;
      const once = async () => {
        if (pause++ === at) await painter.paint([layer]);
      };
      known.push(await page.refreshInSlices({ ...alwaysLate(), pause: once }));
    }
    expect(known).toEqual(known.map(() => true));
  });
});

test('text nodes that were split or wrapped are found without reading the page anew', async () => {
  const document = await openHtml(
    `<body><div>${'<p>全年办理行政许可1286件，办结率达98.5%。</p>'.repeat(40)}</div></body>`,
  );
  const root = findReportRoot(document);
  const view = document.defaultView;
  if (!root || !view) throw new Error('no text was found');
  const page = readText(root);
  const { getComputedStyle } = view;
  let asked = 0;
  view.getComputedStyle = (...given) => {
    asked++;
    return getComputedStyle.apply(view, given);
  };
  for (const paragraph of root.querySelectorAll('p')) {
    const rest = (paragraph.firstChild as Text).splitText(8);
    const mark = document.createElement('mark');
    rest.replaceWith(mark);
    mark.append(rest);
  }
  for (let start = 0; start + 12 < page.text.length; start += 7) {
    const words = page.rangeOf({ start, end: start + 12 }).map(String);
    expect(words.join('')).toBe(page.text.slice(start, start + 12));
  }
  root.querySelectorAll('p')[3]?.normalize();
  const selected = document.createRange();
  selected.selectNodeContents(root);
  expect(page.spanOf(selected)).toEqual({ start: 0, end: page.text.length });
  expect(asked).toBe(0);
});
