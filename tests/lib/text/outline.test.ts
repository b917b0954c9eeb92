import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../../lib/text/outline.ts';
import { reportTextOf } from '../../../lib/text/plain-text.ts';
import { signedText } from '../../../lib/text/sign-table.ts';

const knowledge = {
  isBareHeading: (line: string) => line === '工作安排',
  isNoHeading: (line: string) => line.includes('本年度办理结果'),
};

function shown(text: string): string[] {
  const report = reportTextOf(text);
  return outlineOf(report.text, signedText(report.text).signs, report.blocks, knowledge).map(
    ({ depth, number, title, start, end }) =>
      `${depth} ${number} ${title} «${report.text.slice(start, end)}»`,
  );
}

const CASES: [name: string, text: string, outline: string[]][] = [
  [
    'levels',
    '一、工作情况\n(一)强化学习。组织学法。\n1.健全制度。修订办法。',
    ['1 一 工作情况 «一、工作情况»', '2 一 强化学习 «(一)强化学习。»', '3 1 健全制度 «1.健全制度。»'],
  ],
  [
    'a blank after the title',
    '(一)公开内容 通过门户网站、政务微信和社区公告栏等平台共计公开各类政务信息一千余条,其中政策文件占了三成,工作动态占了一半,其余是通知公告和办事指南。',
    ['2 一 公开内容 «(一)公开内容»'],
  ],
  [
    'numbered items in a paragraph',
    '检查发现:1.付款不及时。拖欠两月。2.未按设计施工。渠壁偏薄。',
    ['3 1 付款不及时 «1.付款不及时。»', '3 2 未按设计施工 «2.未按设计施工。»'],
  ],
  ['a numbered list of names', '本报告包括:1.总体情况;2.公开情况;3.其他事项。', []],
  [
    'items in a paragraph',
    '一是加强领导。召开会议。二是健全制度。修订办法。',
    ['3 一 加强领导 «一是加强领导。»', '3 二 健全制度 «二是健全制度。»'],
  ],
  [
    'items without labels',
    '主要有:一是力量不足,装备落后;二是经费紧张,保障困难。',
    ['3 一 力量不足 «一是力量不足,»', '3 二 经费紧张 «二是经费紧张,»'],
  ],
  [
    'headings whose paragraph breaks were lost',
    '一、工作情况。开展检查。二、存在问题。力量不足。',
    ['1 一 工作情况 «一、工作情况。»', '1 二 存在问题 «二、存在问题。»'],
  ],
  ['a lost left bracket', '一)加强领导。召开会议。', ['2 一 加强领导 «一)加强领导。»']],
  ['a heading without a number', '工作安排', ['1 null 工作安排 «工作安排»']],
  [
    'rows of a prescribed table',
    '三、申请情况\n一、本年新收\n三、本年度办理结果',
    ['1 三 申请情况 «三、申请情况»'],
  ],
  [
    'items inside a heading’s sentence',
    '(一)健全制度,一是修订办法;二是制定清单。',
    ['2 一 健全制度 «(一)健全制度,»', '3 一 修订办法 «一是修订办法;»', '3 二 制定清单 «二是制定清单。»'],
  ],
  [
    'numbers set apart in type',
    '01综合\n增长5%。\n02农业和农村\n增产。',
    ['1 01 综合 «01综合»', '1 02 农业和农村 «02农业和农村»'],
  ],
  ['lists that are none', '一、二类企业共3家。\n第一、第二产业发展良好。', []],
  [
    'parts lost with their tables',
    '一、综合\n增长5%。\n二、农业\n增产2%。\n九、人民生活\n增长3%。',
    ['1 一 综合 «一、综合»', '1 二 农业 «二、农业»', '1 九 人民生活 «九、人民生活»'],
  ],
  [
    'a page that begins in the middle',
    '六、存在的问题:\n力量不足。\n七、下一步安排\n充实力量。',
    ['1 六 存在的问题: «六、存在的问题:»', '1 七 下一步安排 «七、下一步安排»'],
  ],
  ['a far number before a sentence', '一、综合\n九、办理各类案件120件。', ['1 一 综合 «一、综合»']],
  [
    'an item of clauses before the next item',
    '主要有:一是执法力量不足,部分乡镇缺少人员;二是数据共享不够深入。',
    ['3 一 执法力量不足 «一是执法力量不足,»', '3 二 数据共享不够深入 «二是数据共享不够深入。»'],
  ],
  [
    'an item whose own words follow its semicolon',
    '一是经费紧张;部分项目进展缓慢。',
    ['3 一 经费紧张 «一是经费紧张;»'],
  ],
  ['words that are none', '统一是关键,第一是安全。', []],
];

describe('outline', () => {
  it.each(CASES)('%s', (_name, text, outline) => {
    expect(shown(text)).toEqual(outline);
  });

  it('finds headings anywhere in a text that lost its paragraph breaks', () => {
    const filler = '开展检查并督促整改。'.repeat(90);
    const text = `一、工作情况(一)加强领导。${filler}(二)健全制度。修订办法。二、存在问题(一)力量不足。依照第十条第(二)项办理。`;
    expect(shown(text).map((line) => line.replace(/ «.*/, ''))).toEqual([
      '1 一 工作情况',
      '2 一 加强领导',
      '2 二 健全制度',
      '1 二 存在问题',
      '2 一 力量不足',
    ]);
  });

  it('takes no heading from a table cell', () => {
    const text = '一、总计';
    const blocks = [{ start: 0, end: 4, cell: { table: 0, row: 0, column: 0 } }];
    expect(outlineOf(text, signedText(text).signs, blocks, knowledge)).toEqual([]);
  });

  it('says where a part ends', () => {
    const report = reportTextOf('一、甲部分\n(一)乙。丙。\n二、丁部分\n戊。');
    const headings = outlineOf(report.text, signedText(report.text).signs, report.blocks, knowledge);
    expect(headings.map(({ bodyEnd }) => report.text.slice(0, bodyEnd).slice(-2))).toEqual([
      '丙。',
      '丙。',
      '戊。',
    ]);
  });
});
