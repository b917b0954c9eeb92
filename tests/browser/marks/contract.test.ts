import { afterEach, describe, expect, test } from 'vitest';
import { createPainter } from '../../../lib/marks/markjs-painter.ts';
import type { Painter } from '../../../lib/marks/painter.ts';
import { withinBlocks } from '../../../lib/marks/plan.ts';
import { MARK_STYLE } from '../../../lib/marks/style.ts';
import { type PageText, readText } from '../../../lib/page/read-text.ts';
import { findReportRoot } from '../../../lib/page/root.ts';
import { openPage, PAGE_NAMES } from '../page/open-page.ts';
import { boxesOf, marksOf, shiftBetween } from './marks-of.ts';

let painter: Painter | undefined;
afterEach(() => painter?.dispose());

async function readPage(name: string): Promise<{ document: Document; page: PageText }> {
  const document = await openPage(name);
  const style = document.createElement('style');
  style.textContent = MARK_STYLE;
  document.head.append(style);
  const root = findReportRoot(document);
  if (!root) throw new Error('no text was found');
  return { document, page: readText(root) };
}

/** The text nodes of an element, the very objects. */
function textNodesOf(root: Element): Node[] {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Node[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

describe.skipIf(PAGE_NAMES.length === 0)('marks on every saved page', () => {
  for (const name of PAGE_NAMES.filter((page) => !page.startsWith('neg-list'))) {
    test(name, async () => {
      const { page } = await readPage(name);
      const { root, text, blocks } = page;
      const layers = marksOf(page);
      const before = { boxes: boxesOf(root), html: root.innerHTML, nodes: textNodesOf(root) };

      painter = createPainter(page);
      const result = await painter.paint(layers);
      expect(result.missing).toEqual([]);
      expect(result.drawn).toBe(layers.reduce((sum, layer) => sum + layer.marks.length, 0));

      for (const { category, marks } of layers) {
        for (const { id, span } of marks) {
          const elements = painter.elementsOf(id);
          const wanted = withinBlocks(span, blocks).map(({ start, end }) => text.slice(start, end));
          expect(elements.map((element) => element.textContent).join('')).toBe(wanted.join(''));
          expect(new Set(elements.map((element) => element.dataset.category))).toEqual(new Set([category]));
        }
      }
      const shift = shiftBetween(before.boxes, boxesOf(root));
      expect(shift).toBeLessThan(0.25);
      expect(page.refresh()).toBe(true);

      painter.unpaint();
      expect(root.innerHTML).toBe(before.html);
      expect(textNodesOf(root).every((node, at) => node === before.nodes[at])).toBe(true);
    });
  }
});

describe.skipIf(PAGE_NAMES.length === 0)('taking marks away for a copy', () => {
  for (const name of PAGE_NAMES.filter((page) =>
    /^(?:trs-000|ucap-004|plain-004|real\/wanzai2015)$/.test(page),
  )) {
    test(name, async () => {
      const { document, page } = await readPage(name);
      const selection = document.defaultView?.getSelection();
      if (!selection) throw new Error('no selection');
      const [from, to] = [
        page.piecesOf({ start: 300, end: 301 })[0],
        page.piecesOf({ start: 900, end: 901 })[0],
      ];
      if (!from || !to) throw new Error('the text is too short');
      selection.setBaseAndExtent(from.node, from.start, to.node, to.start);
      const html = (): string => {
        const holder = document.createElement('div');
        holder.append(selection.getRangeAt(0).cloneContents());
        return holder.innerHTML;
      };
      const before = { html: html(), text: selection.toString() };

      painter = createPainter(page);
      const whole = await painter.paint(marksOf(page));
      expect(selection.toString()).toBe(before.text);
      expect(html()).not.toBe(before.html);
      const restore = painter.lift(selection);
      expect({ html: html(), text: selection.toString() }).toEqual(before);
      restore();
      expect(html()).not.toBe(before.html);
      expect(selection.toString()).toBe(before.text);
      expect(await painter.repair()).toEqual(whole);
      for (const { marks } of marksOf(page)) {
        for (const { id, span } of marks) {
          const wanted = withinBlocks(span, page.blocks).map(({ start, end }) => page.text.slice(start, end));
          const drawn = painter.elementsOf(id).map((element) => element.textContent);
          expect(drawn.join('')).toBe(wanted.join(''));
        }
      }
    });
  }
});
