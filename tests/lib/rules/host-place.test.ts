import { expect, test } from 'vitest';
import { detect } from '../../../lib/analysis/detect.ts';
import { gazetteer } from '../../../lib/lexicon/zh/gazetteer.ts';
import { HOST_PLACES } from '../../../lib/lexicon/zh/host-places.ts';
import { codeOfHost } from '../../../lib/rules/zh/detection/host-place.ts';
import { detectionRules } from '../../../lib/rules/zh/detection.ts';
import { cluesOf, reportTextOf } from '../../../lib/text/plain-text.ts';

test('an address names province or city right before gov.cn', () => {
  expect(codeOfHost('sft.jiangsu.gov.cn')).toBe('32');
  expect(codeOfHost('www.zhangye.gov.cn')).toBe('6207');
  expect(codeOfHost('jiangsu.gov.cn')).toBe('32');
});

test.each(['www.qinglan.gov.cn', 'jiangsu.gov.cn.example.com', 'jiangsu.example.com', 'gov.cn', null])(
  '%s names none',
  (host) => {
    expect(codeOfHost(host)).toBeNull();
  },
);

test('every code is a place of the table, every spelling stands once', () => {
  const { byCode } = gazetteer();
  const lines = HOST_PLACES.trim()
    .split('\n')
    .map((line) => line.split(' '));
  expect(lines.map(([code = '']) => code).filter((code) => !byCode.has(code))).toEqual([]);
  const labels = lines.flatMap(([, ...names]) => names);
  expect(new Set(labels).size).toBe(labels.length);
});

test('a short name is completed from the address where text and site say nothing', () => {
  const text =
    '2024年,省教育厅认真落实法治政府建设各项部署。现将有关情况报告如下。\n一、依法履行部门职能\n办理案件3件。';
  const report = reportTextOf(text);
  const facts = (url: string) =>
    detect({ ...cluesOf(report, url), textLength: 3000 }, detectionRules, report).facts;
  expect(facts('http://jyt.jiangsu.gov.cn/art/1.html')).toMatchObject({
    issuer: '江苏省教育厅',
    level: 'province',
    region: { province: '江苏省' },
  });
  expect(facts('http://jyt.qinglan.gov.cn/art/1.html').issuer).toBe('省教育厅');
});
