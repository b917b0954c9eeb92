import { describe, expect, test } from 'vitest';
import { type Cited, citedPassage, referenceOf } from '../../../lib/export/citation.ts';

const cited = (facts: Partial<Cited['facts']> = {}): Cited => ({
  facts: {
    issuer: '临渚市公安局',
    title: '临渚市公安局2023年法治政府建设情况报告',
    published: '2024-03-12',
    ...facts,
  },
  url: 'http://gaj.linzhu-shili.gov.cn/zwgk/t20240312_118.html',
  retrievedAt: '2026-11-21T08:00:00.000Z',
});
const URL = 'http://gaj.linzhu-shili.gov.cn/zwgk/t20240312_118.html';

const ROWS: [what: string, cited: Cited, of2025: string, of2015: string][] = [
  [
    'all known',
    cited(),
    `临渚市公安局. 临渚市公安局2023年法治政府建设情况报告[R/OL]. 2024-03-12. ${URL}.`,
    `临渚市公安局. 临渚市公安局2023年法治政府建设情况报告[R/OL]. (2024-03-12)[2026-11-21]. ${URL}.`,
  ],
  [
    'no date',
    cited({ published: null }),
    `临渚市公安局. 临渚市公安局2023年法治政府建设情况报告[R/OL]. [2026-11-21]. ${URL}.`,
    `临渚市公安局. 临渚市公安局2023年法治政府建设情况报告[R/OL]. [2026-11-21]. ${URL}.`,
  ],
  [
    'no issuer',
    cited({ issuer: null }),
    `临渚市公安局2023年法治政府建设情况报告[R/OL]. 2024-03-12. ${URL}.`,
    `临渚市公安局2023年法治政府建设情况报告[R/OL]. (2024-03-12)[2026-11-21]. ${URL}.`,
  ],
  [
    'no title',
    cited({ title: null }),
    `临渚市公安局. [R/OL]. 2024-03-12. ${URL}.`,
    `临渚市公安局. [R/OL]. (2024-03-12)[2026-11-21]. ${URL}.`,
  ],
];

describe('the reference of an online report', () => {
  for (const [what, each, of2025, of2015] of ROWS) {
    test(`${what}, after GB/T 7714—2025`, () => expect(referenceOf(each, 'GB/T 7714—2025')).toBe(of2025));
    test(`${what}, after GB/T 7714—2015`, () => expect(referenceOf(each, 'GB/T 7714—2015')).toBe(of2015));
  }

  test('a passage stands in quotation marks, its own ones within', () => {
    const text = citedPassage(' 开展“法治讲堂”12期 ', cited(), 'GB/T 7714—2025');
    expect(text.split('\n')[0]).toBe('“开展‘法治讲堂’12期”');
    expect(text.split('\n')[1]).toBe(`——${referenceOf(cited(), 'GB/T 7714—2025')}`);
  });
});
