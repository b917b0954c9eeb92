import { describe, expect, test } from 'vitest';
import { alignPassages, commonShare } from '../../../lib/compare/passages.ts';
import { splitSentences } from '../../../lib/text/sentences.ts';
import { signedText } from '../../../lib/text/sign-table.ts';

const EARLIER = '认真落实普法责任。全年办理案件86件，办结率98.5%。开展夜间巡查。健全诉调对接机制。';
const LATER = '认真落实普法责任。全年办理案件68件，办结率99.1%。健全诉调对接机制。建成一站式矛盾调解中心。';
const spans = (text: string) => splitSentences(text, signedText(text).signs, 0, text.length);

describe('sentences of two texts beside each other', () => {
  const rows = alignPassages(EARLIER, spans(EARLIER), LATER, spans(LATER));
  const words = (text: string, span: { start: number; end: number } | null) =>
    span ? text.slice(span.start, span.end) : null;

  test('same, changed, dropped where it stood, added', () => {
    expect(
      rows.map(({ fate, earlier, later }) => [fate, words(EARLIER, earlier), words(LATER, later)]),
    ).toEqual([
      ['same', '认真落实普法责任。', '认真落实普法责任。'],
      ['changed', '全年办理案件86件，办结率98.5%。', '全年办理案件68件，办结率99.1%。'],
      ['dropped', '开展夜间巡查。', null],
      ['same', '健全诉调对接机制。', '健全诉调对接机制。'],
      ['added', null, '建成一站式矛盾调解中心。'],
    ]);
  });
});

test('a figure and its counterpart stand side by side, however the sentence around them was rewritten', () => {
  const [a, b] = ['为企业挽回经济损失1.15亿元。', '惩治侵害企业权益的犯罪，追缴赃款1.3亿元左右。'];
  const link = [a.indexOf('1.15'), b.indexOf('1.3')] as const;
  expect(alignPassages(a, spans(a), b, spans(b)).map(({ fate }) => fate)).toEqual(['dropped', 'added']);
  expect(alignPassages(a, spans(a), b, spans(b), [link]).map(({ fate }) => fate)).toEqual(['changed']);
});

test.each([
  ['败诉率下降12.5%。', '败诉率下降125%。', 'changed'],
  ['案件纠错率为9.8%。', '案件纠错率为98%。', 'changed'],
  ['组织培训1.2万人次。', '组织培训12万人次。', 'changed'],
  ['办理时限为3-5个工作日。', '办理时限为35个工作日。', 'changed'],
  ['增速为-3%。', '增速为3%。', 'changed'],
  ['参与率达3/4。', '参与率达34。', 'changed'],
  ['办结案件 86 件、调解12件。', '办结案件86件，调解12件。', 'same'],
  ['投入1,286万元。', '投入1286万元。', 'same'],
] as const)('%s and %s: %s', (a, b, fate) => {
  expect(alignPassages(a, spans(a), b, spans(b))).toMatchObject([{ fate }]);
});

test('in a part of very many sentences the like ones are found all the same', () => {
  const WORK = ['行政许可', '行政处罚', '行政检查', '行政复议', '行政调解', '行政裁决', '行政给付'];
  const PLACES = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];
  const told = (verb: string, size: number) =>
    Array.from({ length: size }, (_, at) => {
      const place = PLACES.map((_, digit) => PLACES[Math.floor(at / 10 ** digit) % 10]).slice(0, 4);
      return `${place.join('')}镇${verb}${WORK[at % 7]}案卷评查${at}次。`;
    });
  const [before, after] = [told('组织', 700).join(''), told('开展', 700).reverse().join('')];
  const rows = alignPassages(before, spans(before), after, spans(after));
  const places = rows.map(({ earlier, later }) => [
    earlier && before.slice(earlier.start, earlier.start + 4),
    later && after.slice(later.start, later.start + 4),
  ]);
  expect(places).toHaveLength(700);
  expect(places.filter(([a, b]) => a === b)).toHaveLength(700);
});

describe('the share that two texts have in common', () => {
  const ROWS: [what: string, earlier: string, later: string, phrases: string[], share: number][] = [
    ['all of it', EARLIER, EARLIER, [], 1],
    ['nothing', EARLIER, '道路养护里程继续增加，群众出行更加便利。', [], 0],
    ['half', '推行首违不罚清单制度', '推行首违不罚清单制度组织开展案卷评查', [], 10 / 18],
    [
      'only a set phrase',
      '坚持以人民为中心的发展思想',
      '坚持以人民为中心的发展思想办好实事',
      ['坚持以人民为中心的发展思想'],
      0,
    ],
    [
      'nothing but a set phrase',
      '坚持以人民为中心的发展思想',
      '坚持以人民为中心的发展思想',
      ['坚持以人民为中心的发展思想'],
      0,
    ],
  ];
  for (const [what, earlier, later, phrases, share] of ROWS) {
    test(what, () => expect(commonShare(earlier, later, phrases)).toBeCloseTo(share, 5));
  }
});
