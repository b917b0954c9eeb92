import { describe, expect, it } from 'vitest';
import { gapsIn, lineFinder, oneLine, shownQuote } from '../../../lib/model/line-ends.ts';

describe('words typed over several lines, as they are shown', () => {
  const CASES: [typed: string, shown: string][] = [
    ['642家次', '642家次'],
    ['642\n家次', '642家次'],
    ['12\r\n　　345件', '12345件'],
    ['under the Water \n Law of', 'under the Water Law of'],
    ['irri\u00ad\ngation', 'irrigation'],
    ['由12个\n\n— 3 —\n\f工作日', '由12个工作日'],
    ['办理 286 件', '办理 286 件'],
    ['\n办结率\n', '办结率'],
  ];
  it.each(CASES)('%j', (typed, shown) => {
    expect(oneLine(typed)).toBe(shown);
  });
});

it('any number of line ends is found in a block', () => {
  const text = '水\n'.repeat(300_000);
  expect(gapsIn(text, { start: 0, end: text.length }, lineFinder(text))).toHaveLength(300_000);
});

describe('a passage that may go over paragraphs keeps the lines that end with one', () => {
  const CASES: [words: string, shown: string][] = [
    ['全年责令整改问\n题217个，立案查处\n36起。', '全年责令整改问题217个，立案查处36起。'],
    ['责令整改问题217个。\n立案36起。', '责令整改问题217个。\n立案36起。'],
    ['一、主要成效\n（一）规范行政执\n法。', '一、主要成效\n（一）规范行政执法。'],
    ['行政许可案件办结率达\n\n- 1 -\n98.5%。', '行政许可案件办结率达98.5%。'],
    ['主要成效\n　　全年立案查处案件\n36起。', '主要成效\n　　全年立案查处案件36起。'],
    // cells, titles and names, and what may be two numbers
    ['行政许可\n1048\n987\n6.2%', '行政许可\n1048\n987\n6.2%'],
    ['2022\n2023', '2022\n2023'],
    ['主要成效\n工作措施\n存在问题', '主要成效\n工作措施\n存在问题'],
    ['全年办理各类行政处罚案件142\n36', '全年办理各类行政处罚案件142\n36'],
  ];
  it.each(CASES)('%j', (words, shown) => {
    expect(shownQuote(words)).toBe(shown);
  });
});
