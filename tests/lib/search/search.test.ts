import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FigureMention } from '../../../lib/model/mention.ts';
import type { SearchQuery } from '../../../lib/model/search.ts';
import { foldForSearch, parseQuery } from '../../../lib/search/query.ts';
import { figuresFor, findWords, inSentences } from '../../../lib/search/scan.ts';

const isUnit = (word: string) => ['起', '元', '%'].includes(word);

const QUERIES: [typed: string, query: SearchQuery][] = [
  ['执法 监督', { words: ['执法', '监督'], values: [] }],
  ['“首违不罚 清单” 企业', { words: ['首违不罚 清单', '企业'], values: [] }],
  ['≥1000起', { words: [], values: [{ sign: '>=', value: 1000, unit: '起' }] }],
  ['≥ 1000 起 案件', { words: ['案件'], values: [{ sign: '>=', value: 1000, unit: '起' }] }],
  ['≥1000 案件', { words: ['案件'], values: [{ sign: '>=', value: 1000, unit: null }] }],
  ['案件 >2 亿元', { words: ['案件'], values: [{ sign: '>', value: 200_000_000, unit: '元' }] }],
  ['>1.5亿元', { words: [], values: [{ sign: '>', value: 150_000_000, unit: '元' }] }],
  ['<5%', { words: [], values: [{ sign: '<', value: 5, unit: '%' }] }],
  ['ＡＢＣ', { words: ['abc'], values: [] }],
  ['  ', { words: [], values: [] }],
];

describe('what was typed', () => {
  for (const [typed, query] of QUERIES) test(typed, () => expect(parseQuery(typed, isUnit)).toEqual(query));

  test('anything at all can be typed', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const { words } = parseQuery(typed, isUnit);
        expect(words.every((word) => word !== '')).toBe(true);
      }),
    );
  });
});

const TEXT = '办理行政案件1200起。推行首违不罚清单，惠及企业300家。案件评查全覆盖。';

describe('finding', () => {
  test('all words must be there', () => {
    expect(findWords(TEXT, ['案件', '企业'])?.count).toBe(3);
    expect(findWords(TEXT, ['案件', '学校'])).toBeNull();
  });

  test('places are shown in their sentence, several in one together', () => {
    const found = findWords(TEXT, ['清单', '企业']);
    expect(inSentences(TEXT, found?.places ?? [], 'text')).toEqual([
      {
        of: 'text',
        sentence: '推行首违不罚清单，惠及企业300家。',
        marks: [
          { start: 6, end: 8 },
          { start: 11, end: 13 },
        ],
        start: TEXT.indexOf('推行'),
      },
    ]);
  });

  test('folding keeps offsets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldForSearch(text).length).toBe(text.length);
      }),
    );
    expect(foldForSearch('Ａ１，案件')).toBe('a1,案件');
  });

  test('figures by value and unit', () => {
    const figure = (value: number, unit: string) => ({ value, unit }) as FigureMention;
    const all = [figure(1200, '起'), figure(300, '家'), figure(999, '起')];
    expect(figuresFor(all, { sign: '>=', value: 1000, unit: '起' })).toEqual([all[0]]);
    expect(figuresFor(all, { sign: '<', value: 1000, unit: null })).toEqual([all[1], all[2]]);
  });
});
