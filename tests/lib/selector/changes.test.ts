import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Piece } from '../../../lib/model/difference.ts';
import { changesOf, differenceOf } from '../../../lib/selector/changes.ts';

/** `[old]{new}` around the words that stayed. */
const written = (pieces: Piece[]): string =>
  pieces
    .map(({ sort, text }) => (sort === 'same' ? text : sort === 'old' ? `[${text}]` : `{${text}}`))
    .join('');

const ROWS: [older: string, newer: string, difference: string][] = [
  ['全年办结案件86件。', '全年办结案件68件。', '全年办结案件[86]{68}件。'],
  ['办结率为95.8%，居全市前列。', '办结率为98.5%，居全市前列。', '办结率为[95.8%]{98.5%}，居全市前列。'],
  ['开展了评查。', '开展了两次评查。', '开展了{两次}评查。'],
  ['各单位应当按时报送。', '各单位不应当按时报送。', '各单位{不}应当按时报送。'],
  ['查处案件三十起。', '查处案件　三十起。', '查处案件　三十起。'],
  ['共１２件', '共12件', '共12件'],
  ['在𠮷家村设点。', '在𠮶家村设点。', '在[𠮷]{𠮶}家村设点。'],
];

describe('what differs between two texts', () => {
  for (const [older, newer, difference] of ROWS) {
    test(difference, () => expect(written(differenceOf(older, newer))).toBe(difference));
  }

  test('each change of a long text is told with the words around it, and whether a number differs', () => {
    const body = (count: string, verb: string) =>
      `全区行政机关负责人出庭应诉率继续保持较高水平，办理行政复议案件${count}件，同比有所下降。` +
      `各单位把普法责任落实到岗到人，${verb}开展法治讲座，覆盖全部街道和社区。`;
    const changes = changesOf(body('120', '集中'), body('102', '分批'));
    expect(changes.map(({ pieces, isNumeric }) => [written(pieces), isNumeric])).toEqual([
      ['高水平，办理行政复议案件[120]{102}件，同比有所下降。各单位', true],
      ['把普法责任落实到岗到人，[集中]{分批}开展法治讲座，覆盖全部街', false],
    ]);
  });

  test('the newer text and the older one can be read back from the pieces', () => {
    const words = fc.array(fc.constantFrom('案', '件', '8', '6', '不', '。', ' ', '，', '𠮷', '𠮶'), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [older, newer] = [a.join(''), b.join('')];
        const pieces = differenceOf(older, newer);
        const join = (without: Piece['sort']) =>
          pieces
            .filter(({ sort }) => sort !== without)
            .map(({ text }) => text)
            .join('')
            .replace(/\s/g, '');
        expect(join('old')).toBe(newer.replace(/\s/g, ''));
        expect(join('new')).toBe(older.replace(/\s/g, ''));
        expect(pieces.filter(({ text }) => /\p{Cs}/u.test(text))).toEqual([]);
      }),
    );
  });
});
