import { afterEach, describe, expect, test } from 'vitest';
import { createPainter } from '../../../lib/marks/markjs-painter.ts';
import type { Painter } from '../../../lib/marks/painter.ts';
import { readText } from '../../../lib/page/read-text.ts';
import { openHtml } from '../page/open-page.ts';
import { marksOf } from './marks-of.ts';

let painter: Painter | undefined;
afterEach(() => painter?.dispose());

const SENTENCE = '全年办理行政许可1286件，办结率达98.5%。一是完善取水台账，巡查河道312公里。';
const PARAGRAPHS = 12;

const paragraphsOf = (root: Element): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('p')];

/** What scripts of pages do to the text under the marks. */
const SCRIPTS: Record<string, (root: Element) => void> = {
  'a font-size script sets the style of each paragraph': (root) => {
    for (const paragraph of paragraphsOf(root)) paragraph.style.fontSize = '20px';
  },
  'a font-size script writes the HTML of the text anew': (root) => {
    root.innerHTML = root.innerHTML.replaceAll('<p', '<p style="font-size:20px"');
  },
  'a font-size script writes the HTML of some paragraphs anew': (root) => {
    for (const paragraph of paragraphsOf(root).slice(3, 6))
      paragraph.innerHTML = `<font>${paragraph.innerHTML}</font>`;
  },
  'a read-aloud widget writes every sentence into an element of its own': (root) => {
    for (const paragraph of paragraphsOf(root)) {
      const sentences = (paragraph.textContent ?? '').match(/[^。]+。?/g) ?? [];
      const parts = sentences.map((sentence) => {
        const span = root.ownerDocument.createElement('span');
        span.textContent = sentence;
        return span;
      });
      paragraph.replaceChildren(...parts);
    }
  },
  'a read-aloud widget wraps every text node, those within marks too': (root) => {
    const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    for (const node of nodes) {
      const span = root.ownerDocument.createElement('span');
      node.replaceWith(span);
      span.append(node);
    }
  },
  'a script joins all text nodes that it can': (root) => root.normalize(),
  'a script cleans the text of elements that it does not know': (root) => {
    for (const mark of root.querySelectorAll('mark')) mark.replaceWith(...mark.childNodes);
  },
};

async function paintedPage() {
  const body = `<p>${SENTENCE}</p>`.repeat(PARAGRAPHS);
  const document = await openHtml(`<body><div id="text">${body}</div></body>`);
  const root = document.querySelector('#text') as Element;
  const page = readText(root);
  const layers = marksOf(page);
  painter = createPainter(page);
  await painter.paint(layers);
  return { page, layers, painter };
}

describe('what scripts of a page do under the marks', () => {
  test.each(Object.entries(SCRIPTS))('%s: each mark is drawn once, in its place', async (_, script) => {
    const { page, layers, painter } = await paintedPage();
    script(page.root);
    expect(page.refresh()).toBe(true);
    expect((await painter.repair()).missing).toEqual([]);
    const known = new Set<Element>();
    for (const { id, span } of layers.flatMap(({ marks }) => marks)) {
      const elements = painter.elementsOf(id);
      for (const element of elements) known.add(element);
      const wanted = page.text.slice(span.start, span.end);
      expect(elements.map((element) => element.textContent).join('')).toBe(wanted);
    }
    expect([...page.root.querySelectorAll('mark')].every((mark) => known.has(mark))).toBe(true);

    painter.unpaint();
    expect(page.root.querySelectorAll('mark')).toHaveLength(0);
    expect(page.root.textContent).toBe(page.text);
  });

  test('a page that did nothing is not drawn anew', async () => {
    const { page, painter } = await paintedPage();
    const before = [...page.root.querySelectorAll('mark')];
    await painter.repair();
    const after = [...page.root.querySelectorAll('mark')];
    expect(after.every((mark, at) => mark === before[at])).toBe(true);
    expect(after.length).toBe(before.length);
  });
});

test('marks left behind without our style sheet look like the text around them', async () => {
  const { page, painter } = await paintedPage();
  const { defaultView } = page.root.ownerDocument;
  const looks = [...page.root.querySelectorAll('mark')].map((mark) => {
    const style = defaultView?.getComputedStyle(mark);
    return [style?.backgroundColor, style?.color];
  });
  expect(looks.length).toBeGreaterThan(0);
  const color = defaultView?.getComputedStyle(page.root).color;
  expect(new Set(looks.map(String))).toEqual(new Set([String(['rgba(0, 0, 0, 0)', color])]));
  painter.unpaint();
});
