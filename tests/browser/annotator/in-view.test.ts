import { afterEach, beforeEach, expect, test } from 'vitest';
import { InView, spanInView } from '../../../entrypoints/annotator.content/in-view.ts';
import { type PageText, readText } from '../../../lib/page/read-text.ts';

let root: HTMLElement;
let pageText: PageText;

beforeEach(() => {
  root = document.createElement('div');
  for (let index = 0; index < 300; index++) {
    const paragraph = document.createElement('p');
    paragraph.style.height = '50px';
    paragraph.style.margin = '0';
    paragraph.textContent = `第${index}段。`;
    root.append(paragraph);
  }
  document.body.append(root);
  pageText = readText(root);
  scrollTo(0, 0);
});
afterEach(() => root.remove());

/** The paragraphs that stand in the window, by their boxes. */
function seen(): { start: number; end: number } {
  const within = pageText.blocks.filter((_, index) => {
    const box = root.children[index]?.getBoundingClientRect();
    // the words stand at the top of their paragraph
    return box && box.top < innerHeight && box.top + 25 > 0;
  });
  return { start: within[0]?.start ?? -1, end: within.at(-1)?.end ?? -1 };
}

test.each([0, 1_000, 7_010, 1e9])('what stands in the window when it is scrolled by %i', (top) => {
  scrollTo(0, top);
  const span = spanInView(pageText);
  const wanted = seen();
  expect(Math.abs((span?.start ?? -1e9) - wanted.start)).toBeLessThanOrEqual(7);
  expect(Math.abs((span?.end ?? -1e9) - wanted.end)).toBeLessThanOrEqual(7);
});

test('who asks is answered when something else stands in the window, not before', async () => {
  const inView = new InView();
  const known = spanInView(pageText);
  let answered: unknown = 'nothing';
  const asked = inView
    .after(known, () => pageText)
    .then((span) => {
      answered = span;
    });
  inView.move();
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(answered).toBe('nothing');
  scrollTo(0, 5_000);
  inView.move();
  await asked;
  expect(answered).toEqual(spanInView(pageText));
  expect(answered).not.toEqual(known);
});
