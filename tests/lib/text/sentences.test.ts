import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../lib/text/sentences.ts';
import { signedText } from '../../../lib/text/sign-table.ts';

const CASES: [text: string, sentences: string[]][] = [
  ['甲。乙。', ['甲。', '乙。']],
  ['甲;乙;丙。', ['甲;乙;丙。']],
  ['他说:“好。”乙。', ['他说:“好。”', '乙。']],
  ['好!真的?是。', ['好!', '真的?', '是。']],
  ['“5?15”宣传日。乙', ['“5?15”宣传日。', '乙']],
  ['  甲。  乙  ', ['甲。', '乙']],
  ['', []],
];

describe('sentences', () => {
  it.each(CASES)('%j', (text, sentences) => {
    expect(
      splitSentences(text, signedText(text).signs, 0, text.length).map(({ start, end }) =>
        text.slice(start, end),
      ),
    ).toEqual(sentences);
  });

  it('begins one at each given place', () => {
    const text = '有不足:一是甲;乙。二是丙。';
    const spans = splitSentences(text, signedText(text).signs, 0, text.length, [4]);
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([
      '有不足:',
      '一是甲;乙。',
      '二是丙。',
    ]);
  });
});
