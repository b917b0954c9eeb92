import { describe, expect, test } from 'vitest';
import { passageAt, quotedPassage } from '../../../lib/compare/passage-at.ts';
import { comparedSample, comparedText } from '../../fixtures/compared.ts';

const { facts } = comparedSample('trs-linzhu-gaj-2023');
const passageOf = (text: string, words: string) => {
  const start = text.indexOf(words);
  const { before, after } = passageAt(comparedText('a', facts, text), { start, end: start + words.length });
  return [before, after];
};

describe('a passage in its sentence', () => {
  test('shows the sentence whole, with no sign of a cut', () => {
    const text = '开展夜间巡查。全年办理案件12件，均已办结。组织培训。';
    expect(passageOf(text, '12件')).toEqual(['全年办理案件', '，均已办结。']);
  });

  test('a long sentence is cut, and says so', () => {
    const long = '健全协作机制'.repeat(30);
    const [before, after] = passageOf(`${long}，办理案件12件，${long}。`, '12件');
    expect(before?.startsWith('…')).toBe(true);
    expect(before?.endsWith('办理案件')).toBe(true);
    expect(after?.endsWith('…')).toBe(true);
    expect(before?.length).toBe(121);
  });

  test('a whole sentence has nothing around it', () => {
    expect(passageOf('开展夜间巡查。组织培训。', '组织培训。')).toEqual(['', '']);
  });
});

describe('a passage as it was stored', () => {
  const quoted = (before: string, after: string) => {
    const shown = quotedPassage({ reportId: 'a', before, words: '12件', after, start: 0 });
    return [shown.before, shown.after];
  };
  const LONG = '健全协作机制'.repeat(8);

  test.each([
    ['its own sentence only', '开展巡查。办理案件', '，均已办结。组织培训', '办理案件', '，均已办结。'],
    ['the text begins and ends there', '办理案件', '，均已办结', '办理案件', '，均已办结'],
    [
      'its lines are typed ones',
      '开展巡查。办理行政处罚\n案件',
      '，均已按照规定期\n限办结。\n组织',
      '办理行政处罚案件',
      '，均已按照规定期限办结。',
    ],
    ['a paragraph ends before it', '开展巡查：\n办理案件', '，已办结。', '办理案件', '，已办结。'],
    ['the sentence goes on', LONG, LONG, `…${LONG}`, `${LONG}…`],
  ])('%s', (_, before, after, shownBefore, shownAfter) => {
    expect(quoted(before, after)).toEqual([shownBefore, shownAfter]);
  });
});
