import { describe, expect, test } from 'vitest';
import { readText } from '../../../lib/page/read-text.ts';
import { findReportRoot } from '../../../lib/page/root.ts';
import { difference, fold } from '../../lib/page/compare.ts';
import { FORMS } from '../../lib/page/forms.ts';
import { ODD_FORMS } from '../../lib/page/odd-forms.ts';
import { TYPED_FORMS } from '../../lib/page/typed-forms.ts';
import { openHtml } from './open-page.ts';

describe('forms of pages, laid out', () => {
  for (const [name, { html, lines, optional = [] }] of Object.entries({
    ...FORMS,
    ...ODD_FORMS,
    ...TYPED_FORMS,
  })) {
    test(name, async () => {
      const root = findReportRoot(await openHtml(html));
      if (!root) throw new Error('no text was found');
      const { text, blocks } = readText(root);
      const read = blocks.map(({ start, end }) => fold(text.slice(start, end)));
      const folded = optional.map(({ line, at }) => ({ line: fold(line), at }));
      expect(difference(read, lines.map(fold), folded)).toBeNull();
    });
  }

  test('a report in a frame of the same origin', async () => {
    const { html, lines } = FORMS['paragraphs in an element without a name'] ?? { html: '', lines: [] };
    const outer = await openHtml('<body><p>首页</p><iframe id="inner"></iframe></body>');
    const inner = outer.querySelector('iframe');
    if (!inner) throw new Error('no frame');
    const loaded = new Promise((resolve) => inner.addEventListener('load', resolve, { once: true }));
    inner.srcdoc = html;
    await loaded;
    const root = findReportRoot(outer);
    if (!root) throw new Error('no text was found');
    expect(root.ownerDocument).toBe(inner.contentDocument);
    const { text, blocks } = readText(root);
    expect(
      difference(
        blocks.map(({ start, end }) => fold(text.slice(start, end))),
        lines.map(fold),
      ),
    ).toBeNull();
  });
});

describe('a page that changes', () => {
  const TEXT = `<p>${'全年办理行政许可1286件，办结率达98.5%，水资源管理秩序明显好转。'.repeat(4)}</p>`;
  const open = async () => {
    const document = await openHtml(`<body><div class="a">${TEXT}</div><div class="b"></div></body>`);
    const root = findReportRoot(document);
    if (!root) throw new Error('no text was found');
    return { document, page: readText(root) };
  };

  test('nothing that concerns the text', async () => {
    const { document, page } = await open();
    document.querySelector('.b')?.append('浏览次数：32');
    expect(page.refresh()).toBe(true);
  });

  test('its text nodes are wrapped and split', async () => {
    const { document, page } = await open();
    const node = document.querySelector('p')?.firstChild as Text;
    const span = document.createElement('span');
    span.append(node.splitText(7));
    node.after(span);
    expect(page.refresh()).toBe(true);
    const pieces = page.rangeOf({ start: 4, end: 12 }).map((range) => range.toString());
    expect(pieces.join('')).toBe(page.text.slice(4, 12));
  });

  test('a word is changed', async () => {
    const { document, page } = await open();
    const paragraph = document.querySelector('p');
    if (paragraph) paragraph.textContent = `${paragraph.textContent}不`;
    expect(page.refresh()).toBe(false);
  });

  test('the element is replaced by an equal one', async () => {
    const { document, page } = await open();
    const old = document.querySelector('.a');
    old?.replaceWith(old.cloneNode(true));
    expect(page.refresh()).toBe(false);
  });

  test('the report itself comes late', async () => {
    const { document, page } = await open();
    const late = document.querySelector('.b');
    if (late) late.innerHTML = TEXT.repeat(20).replaceAll('1286', '1287');
    expect(page.refresh()).toBe(false);
  });
});
