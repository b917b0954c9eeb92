import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import type { Clues } from '../../../lib/model/clues.ts';
import { readClues } from '../../../lib/page/clues.ts';

const TEXT =
  '<p>2023年，云岫县水务局扎实推进依法行政，现将有关情况报告如下：</p><p>一、主要举措和成效</p><p>（一）强化监管。全年办理行政许可1286件，办结率达98.5%。</p><p>二、存在的不足</p><p>基层执法力量仍然不足，部分乡镇水管员法律知识有待提高。</p>';
const read = (head: string, before: string, after = ''): Clues =>
  readClues(
    parseHTML(`<html><head>${head}</head><body>${before}<div class="c">${TEXT}</div>${after}</body></html>`)
      .document as unknown as Document,
    'http://www.yunxiu.gov.cn/a/1.html',
  );

const LABELS: Record<string, [html: string, label: string, value: string]> = {
  'one line of spans without gaps': [
    '<div><span>发布日期：2024-01-30</span><span>来源：云岫县水务局</span></div>',
    '发布日期',
    '2024-01-30',
  ],
  'a table of labels and values': [
    '<table><tr><td>索 引 号</td><td>9/1</td><td>成文日期</td><td>2024-01-25</td></tr></table>',
    '成文日期',
    '2024-01-25',
  ],
  'a definition list': ['<dl><dt>发布机构：</dt><dd>云岫县水务局</dd></dl>', '发布机构', '云岫县水务局'],
  'labels in brackets': ['<ul><li>[ 发文日期 ] 2024年01月25日</li></ul>', '发文日期', '2024年01月25日'],
  'a time of day after the date': [
    '<div>发布时间：2024-01-30 09:38　浏览次数：31</div>',
    '发布时间',
    '2024-01-30 09:38',
  ],
};

describe('label and value', () => {
  for (const [name, [html, label, value]] of Object.entries(LABELS)) {
    test(name, () => expect(read('', html).labels).toContainEqual({ label, value }));
  }
  test('an empty cell gives no pair, nor the next label as its value', () => {
    const html = '<table><tr><td>文号</td><td></td><td>生成日期</td><td>2024-01-30</td></tr></table>';
    expect(read('', html).labels).toEqual([{ label: '生成日期', value: '2024-01-30' }]);
  });
  test('a date beside the title comes without a label, the date of today in the header does not', () => {
    const html = `<div>今天是：2019年10月31日</div>${'<p>栏目</p>'.repeat(12)}<h1>云岫县水务局2023年法治政府建设情况报告</h1><p>2024年01月30日 10:12</p>`;
    expect(read('', html).labels).toEqual([{ label: '', value: '2024年01月30日 10:12' }]);
  });
});

describe('title shown', () => {
  const TITLE = '云岫县水务局2023年法治政府建设情况报告';
  const FORMS: Record<string, [head: string, html: string]> = {
    'a heading element': ['', `<h1>${TITLE}</h1>`],
    'over two lines': ['', '<div align="center">云岫县水务局<br>2023年法治政府建设情况报告</div>'],
    'known from the meta tags': [
      `<meta name="ArticleTitle" content="${TITLE}">`,
      `<div>${TITLE}</div><div>来源：云岫县水务局</div>`,
    ],
  };
  for (const [name, [head, html]] of Object.entries(FORMS)) {
    test(name, () => expect(read(head, html).heading).toBe(TITLE));
  }
});

test('headings, opening, closing, breadcrumb and attachments', () => {
  const clues = read(
    '<title>报告</title><meta name="SiteName" content="云岫县水务局"><meta name="sitename" content="第二次">',
    '<div>当前位置：<a href="/">首页</a> &gt; <a href="/a">法治政府建设</a> &gt; 正文</div>',
    '<p><a href="/f/report.docx">报告全文</a></p>',
  );
  expect(clues.headings).toEqual(['一、主要举措和成效', '（一）强化监管。', '二、存在的不足']);
  expect(clues.opening.startsWith('2023年，云岫县水务局')).toBe(true);
  expect(clues.closing.endsWith('有待提高。')).toBe(true);
  expect(clues.breadcrumb).toEqual(['首页', '法治政府建设', '正文']);
  expect(clues.meta.sitename).toBe('云岫县水务局');
  expect(clues.attachments).toEqual([{ url: 'http://www.yunxiu.gov.cn/f/report.docx', name: '报告全文' }]);
});

test.each([
  ['one line of a million characters', `<p>${'行政许可1286件，'.repeat(100_000)}</p>`],
  ['two hundred thousand digits', `<p>${'7'.repeat(200_000)}，</p>`],
  ['two hundred thousand brackets', `<p>${'【（'.repeat(100_000)}，</p>`],
  ['spaces without end', `<p>来源：${' '.repeat(200_000)}，</p>`],
  ['three thousand elements deep', `${'<div>'.repeat(3000)}${TEXT}${'</div>'.repeat(3000)}`],
])('hostile page: %s', (_, html) => {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  const begun = performance.now();
  const clues = readClues(document as unknown as Document, null);
  expect(clues.opening.length).toBeLessThanOrEqual(1500);
  expect(performance.now() - begun).toBeLessThan(2000);
});
