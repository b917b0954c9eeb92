import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchQuery, ValueFilter } from '../../../lib/model/search.ts';
import { overlapping, placesOfQuotes } from '../../../lib/search/filters.ts';
import { foldForSearch, parseQuery } from '../../../lib/search/query.ts';
import { countWords, inSentences, passesValue, placesOf } from '../../../lib/search/scan.ts';

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
    expect(countWords(TEXT, ['案件', '企业'])).toBe(3);
    expect(countWords(TEXT, ['案件', '学校'])).toBe(0);
    expect(placesOf(TEXT, ['案件', '学校'])).toEqual([]);
  });

  test('every place is told, in order', () => {
    const places = placesOf(TEXT, ['企业', '案件']);
    expect(places.map(({ start, end }) => TEXT.slice(start, end))).toEqual(['案件', '企业', '案件']);
  });

  test('places are shown in their sentence, several in one together', () => {
    expect(inSentences(TEXT, placesOf(TEXT, ['清单', '企业']), 'text')).toEqual([
      {
        of: 'text',
        sentence: '推行首违不罚清单，惠及企业300家。',
        marks: [
          { start: 6, end: 8 },
          { start: 11, end: 13 },
        ],
        start: TEXT.indexOf('推行'),
        isCutBefore: false,
        isCutAfter: false,
      },
    ]);
  });

  test.each([
    [`${'长'.repeat(80)}案件${'短'.repeat(80)}`, true, true],
    [`第一段\n案件${'短'.repeat(80)}`, false, true],
    [`${'长'.repeat(80)}案件\n第二段`, true, false],
    ['案件', false, false],
  ])('a sentence that is cut says so: %s', (text, isCutBefore, isCutAfter) => {
    const [place] = inSentences(text, placesOf(text, ['案件']), 'text');
    expect(place).toMatchObject({ isCutBefore, isCutAfter });
    expect(place?.sentence).not.toContain('\n');
  });

  test.each([
    ['a number is not cut in two', `${'长'.repeat(58)}案件${'短'.repeat(57)}12.5天`, '短…'],
    ['a sentence that is found whole brings no other', '案件多发。办理及时。', '。'],
  ])('%s', (_, text, end) => {
    const places = text.startsWith('案件') ? [{ start: 0, end: 5 }] : placesOf(text, ['案件']);
    const [place] = inSentences(text, places, 'text');
    expect(`${place?.sentence}${place?.isCutAfter ? '…' : ''}`.endsWith(end)).toBe(true);
    expect(place?.sentence).not.toContain('办理');
  });

  test('what is shown of a long sentence is not shown twice', () => {
    const text = `${'长'.repeat(10)}案件${'中'.repeat(70)}案件${'短'.repeat(10)}。`;
    const [first, second] = inSentences(text, placesOf(text, ['案件']), 'text');
    expect((first?.start ?? 0) + (first?.sentence.length ?? 0)).toBeLessThanOrEqual(second?.start ?? 0);
  });

  test('folding keeps offsets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldForSearch(text).length).toBe(text.length);
      }),
    );
    expect(foldForSearch('Ａ１，案件')).toBe('a1,案件');
  });

  test.each<[number, string | null, ValueFilter['sign'], number, string | null, boolean]>([
    [1200, '起', '>=', 1000, '起', true],
    [1000, '起', '>', 1000, '起', false],
    [300, '家', '<=', 300, null, true],
    [300, '家', '<', 300, null, false],
    [1200, '起', '>=', 1000, '件', false],
    [1200, '名', '>=', 1000, '人', true],
    [1200, null, '=', 1200, '起', false],
    [1200, null, '=', 1200, null, true],
  ])('%d %s %s %d %s: %s', (value, unit, sign, limit, asked, passes) => {
    expect(passesValue(value, unit, { sign, value: limit, unit: asked })).toBe(passes);
  });
});

describe('passages', () => {
  const spans = fc
    .array(fc.record({ start: fc.nat(40), length: fc.integer({ min: 1, max: 12 }) }), { maxLength: 8 })
    .map((drawn) =>
      drawn.map(({ start, length }) => ({ start, end: start + length })).sort((a, b) => a.start - b.start),
    );

  test('those that share a place with one of the others stay', () => {
    fc.assert(
      fc.property(spans, spans, (own, others) => {
        const shares = ({ start, end }: { start: number; end: number }) =>
          others.some((other) => other.start < end && start < other.end);
        expect(overlapping(own, others)).toEqual(own.filter(shares));
      }),
    );
  });

  test.each([
    [
      'in its old place, though the words are earlier, too',
      '案件和案件',
      [{ words: '案件', start: 3 }],
      [[3, 5]],
    ],
    ['where the words are now', '新增一段。案件', [{ words: '案件', start: 0 }], [[5, 7]]],
    ['nowhere', '案由', [{ words: '案件', start: 0 }], []],
  ])('a quote is looked for %s', (_, text, quotes, places) => {
    expect(placesOfQuotes(text, quotes).map(({ start, end }) => [start, end])).toEqual(places);
  });
});
