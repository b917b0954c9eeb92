import { describe, expect, it } from 'vitest';
import { oneLine, shownQuote } from '../../../lib/model/line-ends.ts';

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

describe('a passage that may go over paragraphs keeps the lines that end with one', () => {
  const CASES: [words: string, shown: string][] = [
    ['责令整改问\n题217个，立案\n36起。', '责令整改问题217个，立案36起。'],
    ['责令整改问题217个。\n立案36起。', '责令整改问题217个。\n立案36起。'],
    ['一、主要成效\n（一）规范行政执\n法。', '一、主要成效\n（一）规范行政执法。'],
    ['办结率98.\n5%，共\n        642家次', '办结率98.5%，共642家次'],
    ['办结率达\n\n- 1 -\n98.5%。', '办结率达98.5%。'],
    ['主要成效\n　　全年立案\n36起。', '主要成效\n　　全年立案36起。'],
  ];
  it.each(CASES)('%j', (words, shown) => {
    expect(shownQuote(words)).toBe(shown);
  });
});
