import { describe, expect, test } from 'vitest';
import { readText } from '../../../lib/page/read-text.ts';
import { findReportRoot } from '../../../lib/page/root.ts';
import { difference, fold } from '../../lib/page/compare.ts';
import { FORMS } from '../../lib/page/forms.ts';
import { openHtml } from './open-page.ts';

describe('forms of pages, laid out', () => {
  for (const [name, { html, lines, optional = [] }] of Object.entries(FORMS)) {
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
