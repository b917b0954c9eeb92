import { describe, expect, it } from 'vitest';
import { fold } from '../../../lib/text/fold.ts';
import { cluesOf, reportTextOf } from '../../../lib/text/plain-text.ts';
import { signedText, signTable } from '../../../lib/text/sign-table.ts';
import { FREE } from '../../../lib/text/signs.ts';
import { findWords, wordFinder } from '../../../lib/text/word-finder.ts';

describe('fold', () => {
  it.each([
    ['，：；（）％！？', ',:;()%!?'],
    ['１２３', '123'],
    ['\u3000\u2002\u00a0', '   '],
    ['“一二三”。、《》', '“一二三”。、《》'],
    ['⼯作⼈员进⼀步', '工作人员进一步'],
  ])('%j', (text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(fold(text)).toHaveLength(text.length);
  });
});

describe('plain text', () => {
  it('takes lines as blocks, blank ones and line ends left out', () => {
    const file = '甲\r\n\n  \n 乙\n丙\r丁';
    const { text, blocks } = reportTextOf(file);
    expect(text).toBe(file);
    expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual(['甲', ' 乙', '丙', '丁']);
  });

  it('tells opening and headings', () => {
    const clues = cluesOf(reportTextOf('开头。\n一、工作情况\n正文很长。'), 'http://a.gov.cn/');
    expect(clues).toMatchObject({
      url: 'http://a.gov.cn/',
      opening: '开头。\n一、工作情况\n正文很长。',
      headings: ['一、工作情况'],
    });
  });
});

describe('words', () => {
  it('finds the longest at each place, not overlapping, of the first list that has it', () => {
    const finder = wordFinder({ a: ['不足', '不'], b: ['不足之处', '足', '不'] });
    const found: string[] = [];
    const text = '不足之处不足不';
    const { signs } = signedText(text, signTable([], [[finder, FREE]]));
    findWords(finder, text, signs, FREE, 0, text.length, (start, end, list) =>
      found.push(`${text.slice(start, end)} ${finder.lists[list]}`),
    );
    expect(found).toEqual(['不足之处 b', '不足 a', '不 a']);
  });
});
