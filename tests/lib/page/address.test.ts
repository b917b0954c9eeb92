import { describe, expect, test } from 'vitest';
import { canonicalAddress } from '../../../lib/page/address.ts';

const SAME: [string, string][] = [
  ['http://www.yunxiu.gov.cn/zw/t20240130_118.html', 'https://yunxiu.gov.cn/zw/t20240130_118.html'],
  ['http://yunxiu.gov.cn:80/a/art_1.html#top', 'https://yunxiu.gov.cn/a/art_1.html'],
  ['https://yunxiu.gov.cn/a/post_1_wap.html', 'https://yunxiu.gov.cn/a/post_1.html'],
  ['https://yunxiu.gov.cn/a.html?from=timeline&isappinstalled=0', 'https://yunxiu.gov.cn/a.html'],
  ['https://yunxiu.gov.cn/show.jsp?id=7&utm_source=x', 'https://yunxiu.gov.cn/show.jsp?id=7'],
  ['https://yunxiu.gov.cn/show.jsp?b=2&a=1', 'https://yunxiu.gov.cn/show.jsp?a=1&b=2'],
];

const DIFFERENT: [string, string][] = [
  ['https://yunxiu.gov.cn/show.jsp?id=7', 'https://yunxiu.gov.cn/show.jsp?id=8'],
  ['https://yunxiu.gov.cn/show?wjlsh=7', 'https://yunxiu.gov.cn/show?wjlsh=8'],
  ['https://yunxiu.gov.cn/x_1.html', 'https://yunxiu.gov.cn/x_2.html'],
  ['http://10.1.2.3:8080/a.html', 'http://10.1.2.3:9090/a.html'],
  ['https://yunxiu.gov.cn/#/detail/1', 'https://yunxiu.gov.cn/#/detail/2'],
];

describe('one report, one address', () => {
  for (const [a, b] of SAME)
    test(`${a} is ${b}`, () => expect(canonicalAddress(a)).toBe(canonicalAddress(b)));
  for (const [a, b] of DIFFERENT)
    test(`${a} is not ${b}`, () => expect(canonicalAddress(a)).not.toBe(canonicalAddress(b)));
  for (const url of ['', 'no address', 'file:///a.html']) {
    test(`"${url}" stays`, () => expect(canonicalAddress(url)).toBe(url));
  }
  test('folding an address twice changes nothing', () => {
    for (const [a] of SAME) expect(canonicalAddress(canonicalAddress(a))).toBe(canonicalAddress(a));
  });
});
