import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { readText } from '../../../lib/page/read-text.ts';
import { findReportRoot } from '../../../lib/page/root.ts';
import { difference, fold } from './compare.ts';
import { FORMS, TABLE_FORM } from './forms.ts';
import { ODD_FORMS } from './odd-forms.ts';
import { TYPED_FORMS } from './typed-forms.ts';

describe('forms of pages, without layout', () => {
  // those that only a style sheet decides are read in a browser (tests/browser/page)
  const forms = Object.entries({ ...FORMS, ...ODD_FORMS, ...TYPED_FORMS }).filter(
    ([, { needsLayout }]) => !needsLayout,
  );
  for (const [name, { html, lines, optional = [] }] of forms) {
    test(name, () => {
      const root = findReportRoot(parseHTML(html).document as unknown as Document);
      if (!root) throw new Error('no text was found');
      const { text, blocks } = readText(root);
      const read = blocks.map(({ start, end }) => fold(text.slice(start, end)));
      const folded = optional.map(({ line, at }) => ({ line: fold(line), at }));
      expect(difference(read, lines.map(fold), folded)).toBeNull();
    });
  }
});

test('cells of a data table know their row and column, spans counted', () => {
  const root = findReportRoot(parseHTML(TABLE_FORM).document as unknown as Document);
  if (!root) throw new Error('no text was found');
  const { text, blocks } = readText(root);
  const cells = blocks
    .filter(({ cell }) => cell)
    .map(({ start, end, cell }) => [text.slice(start, end), cell?.row, cell?.column]);
  expect(cells).toEqual([
    ['事项', 0, 0],
    ['数量', 0, 1],
    ['上半年', 1, 1],
    ['下半年', 1, 2],
    ['行政许可', 2, 0],
    ['610', 2, 1],
    ['676', 2, 2],
  ]);
});

test('a page without running text has no report', () => {
  const { document } = parseHTML(
    '<body><ul><li><a href="/1">云岫县2023年法治政府建设年度报告</a></li></ul></body>',
  );
  expect(findReportRoot(document as unknown as Document)).toBeNull();
});
