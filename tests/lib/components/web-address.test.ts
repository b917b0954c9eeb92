import { describe, expect, test } from 'vitest';
import { passageAddress } from '../../../components/web-address.ts';

const PAGE = 'http://gaj.test.gov.cn/1.html';
/** The directive's parts, decoded. */
const parts = (address: string | undefined) =>
  address
    ?.replace(`${PAGE}#:~:text=`, '')
    .split(',')
    .map((part) => decodeURIComponent(part.replaceAll('%2D', '%E2%80%90')).replaceAll('‐', '－'));

describe('the address of a passage', () => {
  test.each([
    [
      'a figure, told from others by the clauses beside it',
      { before: '…稳步推进，全市共办理行政案件', words: '1286起', after: '，其中快速办理312起，占两成。' },
      ['全市共办理行政案件-', '1286起', '-，其中快速办理312起'],
    ],
    ['alone in its line', { before: '\n', words: '加强学习', after: '\n' }, ['加强学习']],
    ['not by words that were cut', { before: '…年以来办结', words: '36件', after: '其中涉及…' }, ['36件']],
    [
      'a long one, by the clauses at its ends',
      { before: '', words: `推行清单管理，${'逐项落实，'.repeat(9)}成效初显。`, after: '' },
      ['推行清单管理', '成效初显。'],
    ],
    [
      'one over two paragraphs',
      { before: '', words: '一、举措\n开展执法检查', after: '42次' },
      ['一', '开展执法检查', '-42次'],
    ],
  ])('%s', (_, passage, expected) => expect(parts(passageAddress(PAGE, passage))).toEqual(expected));

  test('signs that the directive uses are written otherwise', () => {
    const address = passageAddress(PAGE, { before: '', words: '2021-2025,a&b', after: '' });
    expect(address).toBe(`${PAGE}#:~:text=2021%2D2025%2Ca%26b`);
  });

  test('the path of an application stays', () => {
    const address = passageAddress('https://a.test.gov.cn/#/detail?id=7', {
      before: '',
      words: '字句',
      after: '',
    });
    expect(address).toBe(`https://a.test.gov.cn/#/detail?id=7:~:text=${encodeURIComponent('字句')}`);
  });

  test('a file on the reader’s disk has no page', () => {
    expect(passageAddress('file:///a.txt', { before: '', words: '字', after: '' })).toBeUndefined();
  });
});
