import { afterEach, describe, expect, test } from 'vitest';
import { createPainter } from '../../../lib/marks/markjs-painter.ts';
import type { Layer, Painter } from '../../../lib/marks/painter.ts';
import { MARK_STYLE } from '../../../lib/marks/style.ts';
import type { Span } from '../../../lib/model/span.ts';
import { readText } from '../../../lib/page/read-text.ts';
import { findReportRoot } from '../../../lib/page/root.ts';
import { byWidth, PARAGRAPHS } from '../../fixtures/typed.ts';
import { openHtml } from '../page/open-page.ts';
import { boxesOf, marksOf, shiftBetween } from './marks-of.ts';

let painter: Painter | undefined;
afterEach(() => painter?.dispose());

const paragraph = (own: string): string[] => byWidth(own, 56);
const set = (first: (line: string) => string, other: (line: string) => string, between: string): string =>
  PARAGRAPHS.flatMap((own) => paragraph(own).map((line, at) => (at === 0 ? first(line) : other(line)))).join(
    between,
  );

const FORMS: [name: string, html: string][] = [
  [
    'an element for each line',
    set(
      (line) => `<p>　　${line}</p>`,
      (line) => `<p>${line}</p>`,
      '\n    ',
    ),
  ],
  [
    'white space in each element',
    set(
      (line) => `<div>\n　　${line}\n</div>`,
      (line) => `<div>\n  ${line}\n</div>`,
      '\n',
    ),
  ],
  [
    'line breaks',
    set(
      (line) => `　　${line}`,
      (line) => line,
      '<br>\n      ',
    ),
  ],
  [
    'preformatted',
    `<pre>${set(
      (line) => `    ${line}`,
      (line) => line,
      '\n',
    )}</pre>`,
  ],
];

async function open(html: string) {
  const document = await openHtml(`<body><div class="nr">${html}</div></body>`);
  const style = document.createElement('style');
  style.textContent = MARK_STYLE;
  document.head.append(style);
  const root = findReportRoot(document);
  if (!root) throw new Error('no text was found');
  return readText(root);
}

/** Of the boxes of all characters those that have a width: collapsed white space has no place of its own. */
const shown = (boxes: readonly number[], before = boxes): number[] =>
  boxes.filter((_, at) => (before[at - (at % 4) + 2] ?? 0) > 0);

/** Every block whole, as a note on a paragraph is, beside the marks of any text. */
const layersOf = (blocks: readonly Span[], own: Layer[]): Layer[] => [
  ...own.filter(({ category }) => category !== 'note'),
  {
    category: 'note',
    marks: blocks.map(({ start, end }, at) => ({ id: `whole-${at}`, span: { start, end } })),
  },
];

describe('paragraphs over several lines of a page', () => {
  for (const [name, html] of FORMS) {
    test(`${name}: words are marked and nothing but words, and nothing moves`, async () => {
      const page = await open(html);
      const { root, text, blocks } = page;
      expect(blocks.map(({ start, end }) => text.slice(start, end).replace(/\s/g, ''))).toEqual(PARAGRAPHS);
      const layers = layersOf(blocks, marksOf(page));
      const before = { boxes: boxesOf(root), html: root.innerHTML };

      painter = createPainter(page);
      const { missing } = await painter.paint(layers);
      expect(missing).toEqual([]);
      const drawn = blocks.map((_, at) =>
        (painter?.elementsOf(`whole-${at}`) ?? []).map(({ textContent }) => textContent).join(''),
      );
      // the line ends within one element are marked with its words; what stands between two elements never is
      const isParted = blocks.some(({ breaks }) => breaks !== undefined);
      expect(isParted).toBe(/<\/(?:p|div)>/.test(html));
      const wanted = isParted ? PARAGRAPHS : blocks.map(({ start, end }) => text.slice(start, end));
      expect(drawn).toEqual(wanted);
      expect(shiftBetween(shown(before.boxes), shown(boxesOf(root), before.boxes))).toBeLessThan(0.25);
      expect(page.refresh()).toBe(true);

      painter.unpaint();
      expect(root.innerHTML).toBe(before.html);
    });
  }

  test('a selection over lines covers the words between, and is found again', async () => {
    const page = await open(FORMS[0]?.[1] ?? '');
    const start = page.text.indexOf('责令整改问题');
    const end = page.text.indexOf('全部案卷') + 4;
    const [head] = page.piecesOf({ start, end: start + 1 });
    const [tail] = page.piecesOf({ start: end - 1, end });
    if (!head || !tail) throw new Error('the words are not in the page');
    expect(head.node).not.toBe(tail.node);
    const range = page.root.ownerDocument.createRange();
    range.setStart(head.node, head.start);
    range.setEnd(tail.node, tail.end);
    expect(page.spanOf(range)).toEqual({ start, end });
  });
});
