import { afterEach, describe, expect, test } from 'vitest';
import { guardCopy } from '../../../lib/marks/copy.ts';
import { createPainter } from '../../../lib/marks/markjs-painter.ts';
import type { Painter } from '../../../lib/marks/painter.ts';
import { type PageText, readText } from '../../../lib/page/read-text.ts';
import { openHtml } from '../page/open-page.ts';

let painter: Painter | undefined;
afterEach(() => painter?.dispose());

const SENTENCE = '全年办理行政许可1286件，办结率达98.5%，水资源管理秩序明显好转。';

async function open(body: string): Promise<PageText> {
  const document = await openHtml(`<body><div id="text">${body}</div></body>`);
  const root = document.querySelector('#text');
  if (!root) throw new Error('no element');
  return readText(root);
}

const spanOf = (page: PageText, words: string): { start: number; end: number } => {
  const start = page.text.indexOf(words);
  return { start, end: start + words.length };
};

describe('the painter', () => {
  test('draws notes that overlap and a white-space piece between two elements', async () => {
    const page = await open(`<p><b>${SENTENCE}</b> <i>${SENTENCE}</i></p>`);
    painter = createPainter(page);
    const end = page.text.length;
    const marks = [
      { id: 'a', span: { start: 5, end: end - 5 } },
      { id: 'b', span: { start: 20, end } },
    ];
    expect(await painter.paint([{ category: 'note', marks }])).toMatchObject({
      drawn: 2,
      missing: [],
      cancelled: false,
    });
    for (const { id, span } of marks) {
      const drawn = painter.elementsOf(id).map((element) => element.textContent);
      expect(drawn.join('')).toBe(page.text.slice(span.start, span.end));
    }
  });

  test('says what it could not draw', async () => {
    const page = await open(`<p>${SENTENCE}</p>`);
    painter = createPainter(page);
    const marks = [{ id: 'beyond', span: { start: page.text.length, end: page.text.length + 4 } }];
    expect((await painter.paint([{ category: 'figure', marks }])).missing).toEqual([
      { category: 'figure', id: 'beyond' },
    ]);
  });

  test('painting a category again replaces its marks and leaves the others', async () => {
    const page = await open(`<p>${SENTENCE}</p>`);
    painter = createPainter(page);
    await painter.paint([
      { category: 'figure', marks: [{ id: 'figure', span: spanOf(page, '1286件') }] },
      { category: 'note', marks: [{ id: 'old', span: spanOf(page, '全年') }] },
    ]);
    const [figure] = painter.elementsOf('figure');
    await painter.paint([{ category: 'note', marks: [{ id: 'new', span: spanOf(page, '办理') }] }]);
    expect(page.root.querySelectorAll('[data-id="old"]')).toHaveLength(0);
    expect(page.root.querySelectorAll('[data-id="new"]')).toHaveLength(1);
    expect(painter.elementsOf('figure')).toEqual([figure]);
  });

  test('repairs what a script of the page has taken away', async () => {
    const page = await open(`<p>${SENTENCE}</p><p>${SENTENCE}</p>`);
    painter = createPainter(page);
    await painter.paint([{ category: 'figure', marks: [{ id: 'figure', span: spanOf(page, '98.5%') }] }]);
    const first = page.root.querySelector('p');
    if (!first) throw new Error('no paragraph');
    first.innerHTML = `<span>${first.textContent}</span>`;
    expect((await painter.repair()).missing).toEqual([]);
    expect(page.root.querySelector('span mark')?.textContent).toBe('98.5%');
  });

  test('keeps the reader’s selection', async () => {
    const page = await open(`<p>${SENTENCE}</p>`);
    const selection = page.root.ownerDocument.defaultView?.getSelection();
    const node = page.root.querySelector('p')?.firstChild;
    if (!selection || !node) throw new Error('no selection');
    selection.setBaseAndExtent(node, 10, node, 4);
    painter = createPainter(page);
    await painter.paint([{ category: 'note', marks: [{ id: 'note', span: { start: 2, end: 30 } }] }]);
    expect(selection.toString()).toBe(SENTENCE.slice(4, 10));
    expect(page.spanOf(selection.getRangeAt(0))).toEqual({ start: 4, end: 10 });
    painter.unpaint();
    expect([
      selection.anchorNode,
      selection.anchorOffset,
      selection.focusNode,
      selection.focusOffset,
    ]).toEqual([node, 10, node, 4]);
  });

  test.each([
    ['of one line', `<p>${SENTENCE.repeat(6000)}</p>`],
    ['of lines with breaks', `<p>${`${SENTENCE}<br>`.repeat(6000)}</p>`],
    ['of many elements', `<div>${`<span>${SENTENCE}</span>`.repeat(6000)}<p>1</p></div>`],
  ])('in a very long block %s draws what is near the viewport only', async (_, body) => {
    const page = await open(body);
    painter = createPainter(page);
    const marks = [...page.text.matchAll(/1286件/g)].map((match, at) => ({
      id: `f${at}`,
      span: { start: match.index, end: match.index + match[0].length },
    }));
    const result = await painter.paint([{ category: 'figure', marks }]);
    expect(result.drawn).toBeGreaterThan(10);
    expect(result.deferred).toBeGreaterThan(4000);
    expect(painter.elementsOf('f0')).toHaveLength(1);
  });

  test('draws the rest of a very long block as the reader comes to it, and takes all of it away', async () => {
    const page = await open(`<p>${`${SENTENCE}<br>`.repeat(6000)}</p>`);
    const before = page.root.innerHTML;
    painter = createPainter(page);
    const marks = [...page.text.matchAll(/1286件/g)].map((match, at) => ({
      id: `f${at}`,
      span: { start: match.index, end: match.index + match[0].length },
    }));
    await painter.paint([{ category: 'figure', marks }]);
    expect(painter.elementsOf('f5999')).toHaveLength(0);
    const window = page.root.ownerDocument.defaultView;
    window?.scrollTo(0, page.root.scrollHeight);
    await expect.poll(() => painter?.elementsOf('f5999').length).toBe(1);
    expect(painter.elementsOf('f3000')).toHaveLength(0);
    painter.unpaint();
    expect(page.root.innerHTML).toBe(before);
  });

  test('draws all of a text as long in short blocks', async () => {
    const page = await open(`<p>${SENTENCE.repeat(20)}</p>`.repeat(300));
    painter = createPainter(page);
    const marks = [...page.text.matchAll(/1286件/g)].map((match, at) => ({
      id: `f${at}`,
      span: { start: match.index, end: match.index + match[0].length },
    }));
    expect(await painter.paint([{ category: 'figure', marks }])).toMatchObject({
      drawn: 6000,
      missing: [],
      deferred: 0,
    });
  });

  test('takes marks away while the browser copies, and draws them again', async () => {
    const page = await open(`<p>${SENTENCE}</p>`);
    const { ownerDocument: document } = page.root;
    painter = createPainter(page);
    const stop = new AbortController();
    guardCopy(painter, document, stop.signal);
    await painter.paint([{ category: 'figure', marks: [{ id: 'figure', span: spanOf(page, '1286件') }] }]);
    document.defaultView?.getSelection()?.selectAllChildren(page.root);
    let seen = '';
    document.addEventListener('copy', () => {
      seen = page.root.innerHTML;
    });
    page.root.dispatchEvent(new ClipboardEvent('copy', { bubbles: true }));
    stop.abort();
    expect(seen).toBe(`<p>${SENTENCE}</p>`);
    await expect.poll(() => painter?.elementsOf('figure').length).toBe(1);
  });
});

test('a page whose text has changed is read once more, not once for every mark', async () => {
  const page = await open(`<p>${SENTENCE.repeat(300)}</p>`);
  const marks = [...page.text.matchAll(/1286件/g)].map((match, at) => ({
    id: `f${at}`,
    span: { start: match.index, end: match.index + match[0].length },
  }));
  page.root.append('不');
  const paragraph = page.root.querySelector('p');
  if (paragraph) paragraph.textContent = '正在更新';
  painter = createPainter(page);
  const begun = performance.now();
  expect((await painter.paint([{ category: 'figure', marks }])).missing).toHaveLength(300);
  expect(performance.now() - begun).toBeLessThan(200);
});
