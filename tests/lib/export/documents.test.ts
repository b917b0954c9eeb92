import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { docxOf } from '../../../lib/export/docx.ts';
import { markdownOf, plain } from '../../../lib/export/markdown.ts';
import { zh } from '../../../lib/messages/zh.ts';
import { converted, findLibreOffice, LIBREOFFICE_ADVICE } from '../../../scripts/setup/libreoffice.ts';
import { NOW, sampleBundle } from '../../fixtures/libraries.ts';

const office = findLibreOffice();
if (office === null) console.warn(`SKIPPED: no LibreOffice opens the exports. ${LIBREOFFICE_ADVICE}`);

const bundle = await sampleBundle();
const notes = bundle.reports.map((report) => markdownOf(report, bundle, zh));
const [front = '', body = ''] = (notes[0] ?? '').split(/^---\n/m).slice(1);

describe('Markdown', () => {
  test('begins with front matter that YAML reads', () => {
    expect(parseYaml(front)).toEqual({
      title: '示例市水务局2024年度法治政府建设情况报告',
      issuer: '示例市水务局',
      year: 2024,
      kind: '法治政府建设年度报告',
      level: 'city',
      region: ['示例省', '示例市'],
      published: '2025-01-20',
      url: 'http://sw0.shili.gov.cn/a?id=1&x=2',
      accessed: NOW.toISOString(),
      sha256: bundle.reports[0]?.states[0]?.snapshot.textHash,
      exported: NOW.toISOString(),
      notes: 3,
      tags: ['行政执法', '行政执法/能力-建设'],
    });
  });

  test('its headings, quotes and memos are what a Markdown parser sees', () => {
    const tokens = marked.lexer(body);
    const headings = tokens.flatMap((token) =>
      token.type === 'heading' ? [`${token.depth} ${token.text}`] : [],
    );
    expect(headings).toContain('1 示例市水务局2024年度法治政府建设情况报告');
    expect(headings).toContain('3 主要举措和成效');
    expect(headings).toContain('4 规范行政执法');
    const quotes = tokens.flatMap((token) => (token.type === 'blockquote' ? [token.text] : []));
    expect(quotes.some((quote) => quote.startsWith('36件'))).toBe(true);
    expect(marked.parse(body)).toContain('<em>相比</em>');
    expect(marked.parse(body)).not.toContain('<script>');
  });

  test('of an older text only the parts are named that something was noted in', () => {
    const older = (notes[0] ?? '').split('读到的旧文本')[1] ?? '';
    expect(older.match(/^#+ .*$/gm)).toEqual(['#### 规范行政执法']);
  });

  test('words that look like markup are shown as they are', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'法*_`#<>&[]()!|~-+.1= \\"$^{}:/'.split('')),
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, (words) => {
        const shown = `甲${words}乙`;
        const html = marked.parse(`- ${plain(shown)}`, { async: false });
        const read = html
          .replace(/<\/?(?:ul|li)>/g, '')
          .replace(
            /&(amp|lt|gt|quot|#39);/g,
            (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '',
          )
          .trim();
        expect(read).toBe(shown);
      }),
    );
  });

  test.each(['- 一', '1. 一', '# 一', '+ 一', '> 一', '---', '===', '| 甲 |', '```'])(
    '%j is no markup',
    (line) => {
      const [token, ...others] = marked.lexer(plain(line));
      expect([token?.type, others.length]).toEqual(['paragraph', 0]);
    },
  );

  test('front matter is sound whatever a title holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const [report] = bundle.reports;
        if (!report) throw new Error('there is no report');
        const text = markdownOf({ ...report, facts: { ...report.facts, title } }, bundle, zh);
        const yaml = text.slice(4, text.indexOf('\n---\n'));
        expect(parseYaml(yaml)).toMatchObject({ title: title });
      }),
    );
  });
});

describe.skipIf(office === null)('the Word document, as LibreOffice reads it', () => {
  test('has headings that are headings, quotes, memos, and footnotes with the source', async () => {
    const blob = await docxOf(bundle, zh);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const [text = ''] = Object.values(
      converted(office ?? '', 'notes.docx', bytes, 'txt:Text (encoded):UTF8'),
    );
    for (const words of [
      '水务研究：阅读笔记',
      '36件',
      '罕见字 𠮷',
      '𠀀𠀁😀全年办理案件41件',
      '=与上年 *相比*？',
    ]) {
      expect(text).toContain(words);
    }
    const [xhtml = ''] = Object.values(
      converted(office ?? '', 'notes.docx', bytes, 'html:HTML (StarWriter):UTF8'),
    );
    const headings = [...xhtml.matchAll(/<h(\d)[^>]*>([\s\S]*?)<\/h\1>/g)].map(
      ([, depth, inner = '']) => `${depth} ${inner.replace(/<[^>]*>/g, '').replace(/\s+/g, '')}`,
    );
    expect(headings).toContain('1 示例市水务局2024年度法治政府建设情况报告');
    expect(headings.some((heading) => /^3 主要举措和成效/.test(heading))).toBe(true);
    const footnotes = xhtml.slice(xhtml.indexOf('<div id="sdfootnote')).replace(/<[^>]*>|\s+/g, '');
    const reference = '示例市水务局.示例市水务局2024年度法治政府建设情况报告[R/OL].2025-01-20';
    expect(footnotes.split(reference).length).toBeGreaterThan(4);
  }, 60_000);
});
