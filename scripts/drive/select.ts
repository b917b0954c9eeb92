import type { Page } from 'puppeteer-core';

/**
 * Selects the first occurrence of some words in the page with the mouse, as a reader does: pressed before the
 * first character, released after the last. White space between inline elements must be part of the words.
 */
export async function selectWords(page: Page, words: string): Promise<void> {
  const ends = await page.evaluate((wanted) => {
    // a press inside what is selected already would begin to drag it
    getSelection()?.removeAllRanges();
    const nodes: Text[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    const text = nodes.map((node) => node.data).join('');
    // the words may also stand in the head of the page or in a hidden box: the last place with a box counts
    for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + 1)) {
      const range = document.createRange();
      let at = 0;
      for (const node of nodes) {
        const end = at + node.data.length;
        if (from >= at && from < end) range.setStart(node, from - at);
        if (from + wanted.length > at && from + wanted.length <= end)
          range.setEnd(node, from + wanted.length - at);
        at = end;
      }
      const parent = range.startContainer.parentElement;
      const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
      if (!parent || boxes.length === 0 || parent.closest('h1,h2,title')) continue;
      parent.scrollIntoView({ block: 'center', behavior: 'instant' });
      const shown = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
      const first = shown[0];
      const last = shown.at(-1);
      if (!first || !last) continue;
      return {
        x1: first.left + 1,
        y1: first.top + first.height / 2,
        x2: last.right - 1,
        y2: last.top + last.height / 2,
      };
    }
    return null;
  }, words);
  if (!ends) throw new Error(`“${words}” is not shown on the page`);
  await page.mouse.move(ends.x1, ends.y1);
  await page.mouse.down();
  await page.mouse.move(ends.x2, ends.y2, { steps: 4 });
  await page.mouse.up();
}
