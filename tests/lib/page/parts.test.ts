import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import type { Part } from '../../../lib/model/report.ts';
import { partOf } from '../../../lib/page/parts.ts';

const BASE = 'http://yunxiu.gov.cn/zw/';
const ROWS: Record<string, [url: string, pager: string, part: Part | null]> = {
  'first of three, numbered links': [
    `${BASE}t2024_118.html`,
    '<span>1</span><a href="t2024_118_1.html">2</a><a href="t2024_118_2.html">3</a><a href="t2024_118_1.html">下一页</a>',
    { number: 1, count: 3, first: `${BASE}t2024_118.html`, next: `${BASE}t2024_118_1.html` },
  ],
  'second of three': [
    `${BASE}t2024_118_1.html`,
    '<a href="t2024_118.html">1</a><span>2</span><a href="t2024_118_2.html">3</a><a href="t2024_118_2.html">下一页</a>',
    { number: 2, count: 3, first: `${BASE}t2024_118.html`, next: `${BASE}t2024_118_2.html` },
  ],
  'last one': [
    `${BASE}t2024_118_2.html`,
    '<a href="t2024_118_1.html">上一页</a><a href="t2024_118.html">1</a><a href="t2024_118_1.html">2</a><b>3</b>',
    { number: 3, count: 3, first: `${BASE}t2024_118.html`, next: null },
  ],
  'a next page without numbers': [
    `${BASE}a.shtml`,
    '<a href="a_2.shtml">[下一页]</a> 共2页',
    { number: 1, count: 2, first: `${BASE}a.shtml`, next: `${BASE}a_2.shtml` },
  ],
  'the last one, with only a way back': [
    `${BASE}a_1.shtml`,
    '<a href="a.shtml">上一页</a> 共2页',
    { number: 2, count: 2, first: `${BASE}a.shtml`, next: null },
  ],
  'parts counted from one': [
    `${BASE}a_2.html`,
    '<a href="a_1.html">1</a><b>2</b>',
    { number: 2, count: 2, first: `${BASE}a_1.html`, next: null },
  ],
  'a part named in the query': [
    `${BASE}show.jsp?id=7&page=2`,
    '<a href="show.jsp?id=7">上一页</a>',
    { number: 2, count: null, first: `${BASE}show.jsp?id=7`, next: null },
  ],
  'an article named like a part of its column': [
    `${BASE}notice_12.html`,
    '当前位置：<a href="notice.html">通知</a>',
    null,
  ],
  'the next article is no part': [`${BASE}t2024_118.html`, '下一篇：<a href="t2024_119.html">通知</a>', null],
  'a pager of another list': [
    `${BASE}t2024_118.html`,
    '<a href="/list_2.html">下一页</a><a href="/list_2.html">2</a>',
    null,
  ],
  'no link': [`${BASE}t2024_118.html`, '', null],
};

describe('parts of a report over several pages', () => {
  for (const [name, [url, pager, part]] of Object.entries(ROWS)) {
    test(name, () => {
      const { document } = parseHTML(`<html><body><p>正文</p><div>${pager}</div></body></html>`);
      expect(partOf(document as unknown as Document, url)).toEqual(part);
    });
  }
});
