import { describe, expect, it } from 'vitest';
import { analyse } from '../../../lib/analysis/analyse.ts';
import type { FigureMention } from '../../../lib/model/mention.ts';
import { ruleset } from '../../../lib/rules/zh/index.ts';
import { reportTextOf } from '../../../lib/text/plain-text.ts';

type Row = [sentence: string, figure: string, expected: Partial<FigureMention>];

/** One row a form: a sentence, the figure's own words, and what it is worth. */
const FORMS: Row[] = [
  ['工业、服务业增加值分别增长6%左右、5%左右。', '6%左右', { value: 6, approx: 'about', direction: 'up' }],
  ['工业、服务业增加值分别增长6%左右、5%左右。', '5%左右', { value: 5, approx: 'about', direction: 'up' }],
  [
    '县域综合实力排名由86位上升到71位。',
    '由86位上升到71位',
    { value: 71, from: 86, unit: '位', kind: 'rank', direction: 'up' },
  ],
  ['检查人员与企业数量比约2:1。', '约2:1', { value: 2, kind: 'ratio', approx: 'about' }],
  ['申请材料精简四分之一。', '四分之一', { value: 0.25, kind: 'ratio', direction: 'down' }],
  [
    '办理时限由法定15个工作日压缩至2至4个工作日。',
    '由法定15个工作日压缩至2至4个工作日',
    { value: 2, valueMax: 4, from: 15, unit: '个工作日', direction: 'down' },
  ],
  [
    '班子成员每月到基层指导2天以上。',
    '2天以上',
    { value: 2, unit: '天/月', kind: 'ratio', approx: 'at_least' },
  ],
  ['报告数为每百万人口130份。', '130份', { value: 130, unit: '份/百万人口', kind: 'ratio' }],
  ['监测频次提高到目前的1.5—2倍。', '1.5—2倍', { value: 1.5, valueMax: 2, direction: 'up' }],
  [
    '全年查处各类违法案件三千余起。',
    '三千余起',
    { value: 3000, unit: '起', kind: 'count', approx: 'more_than' },
  ],
  ['排查整改安全隐患数十起。', '数十起', { value: 10, unit: '起', approx: 'at_least' }],
  ['发动志愿者数百人参与巡查。', '数百人', { value: 100, unit: '人', approx: 'at_least' }],
  ['组织法律咨询上百场。', '上百场', { value: 100, unit: '场', approx: 'at_least' }],
  ['吸引上万人次参加。', '上万人次', { value: 10_000, unit: '人次', approx: 'at_least' }],
  ['走访企业近百家。', '近百家', { value: 100, unit: '家', approx: 'about' }],
  ['修订内部制度十余项。', '十余项', { value: 10, unit: '项', approx: 'more_than' }],
  ['培训执法人员百余名。', '百余名', { value: 100, unit: '名', approx: 'more_than' }],
  ['每名干部学法不少于3次。', '不少于3次', { value: 3, unit: '次', approx: 'at_least' }],
  ['要求至少3次上门回访。', '至少3次', { value: 3, unit: '次', approx: 'at_least' }],
  [
    '办理时间不超过5个工作日。',
    '不超过5个工作日',
    { value: 5, unit: '个工作日', kind: 'duration', approx: 'at_most' },
  ],
  [
    '许可事项均在5个工作日以内办结。',
    '5个工作日以内',
    { value: 5, unit: '个工作日', kind: 'duration', approx: 'at_most' },
  ],
  [
    '一般事项3至5个工作日办结。',
    '3至5个工作日',
    { value: 3, valueMax: 5, unit: '个工作日', kind: 'duration' },
  ],
  ['一般事项3—5个工作日办结。', '3—5个工作日', { value: 3, valueMax: 5, unit: '个工作日', kind: 'duration' }],
  ['将申请期限由7天延长至14天。', '由7天延长至14天', { value: 14, from: 7, unit: '天', direction: 'up' }],
  ['将公示期从7天提高到14天。', '从7天提高到14天', { value: 14, from: 7, unit: '天', direction: 'up' }],
  ['网上办理率由32%提高到45%。', '由32%提高到45%', { value: 45, from: 32, unit: '%', direction: 'up' }],
  ['案件总量同比增长8.6%。', '8.6%', { value: 8.6, unit: '%', kind: 'percent', direction: 'up' }],
  ['警情同比下降21.9%。', '21.9%', { value: 21.9, unit: '%', kind: 'percent', direction: 'down' }],
  ['工业投资增速为-3.2%。', '-3.2%', { value: -3.2, unit: '%', kind: 'percent' }],
  [
    '满意率提高1.2个百分点。',
    '1.2个百分点',
    { value: 1.2, unit: '个百分点', kind: 'percentage_point', direction: 'up' },
  ],
  ['办结率达到百分之九十五。', '百分之九十五', { value: 95, unit: '%', kind: 'percent' }],
  ['九成的诉求当日办结。', '九成', { value: 90, unit: '%', kind: 'percent', approx: 'exact' }],
  ['九成以上的纠纷在村里化解。', '九成以上', { value: 90, unit: '%', approx: 'at_least' }],
  ['网上办件量过半。', '过半', { value: 50, unit: '%', approx: 'more_than' }],
  ['近半数案件通过调解结案。', '近半数', { value: 50, unit: '%', approx: 'about' }],
  ['三分之二的事项可以网上办理。', '三分之二', { value: 0.6667, unit: null, kind: 'ratio' }],
  ['网办量增长1.3倍。', '1.3倍', { value: 1.3, unit: '倍', kind: 'ratio', direction: 'up' }],
  ['调解员队伍规模翻一番。', '翻一番', { value: 2, unit: '倍', kind: 'ratio', direction: 'up' }],
  ['线上办件量翻两番。', '翻两番', { value: 4, unit: '倍', direction: 'up' }],
  ['罚款幅度为1.5—2倍。', '1.5—2倍', { value: 1.5, valueMax: 2, unit: '倍', kind: 'ratio' }],
  ['检查人员与企业按3:1配备。', '3:1', { value: 3, unit: null, kind: 'ratio' }],
  ['全市行政复议案件为每万人12件。', '12件', { value: 12, unit: '件/万人', kind: 'ratio' }],
  ['局党组每季度听取汇报2次。', '2次', { value: 2, unit: '次/季度', kind: 'ratio' }],
  ['主要负责人每月听取1次法治工作汇报。', '1次', { value: 1, unit: '次/月', kind: 'ratio' }],
  ['居民人均收入3.5万元。', '3.5万元', { value: 35_000, unit: '元', kind: 'money' }],
  ['补偿标准为45元/平方米。', '45元/平方米', { value: 45, unit: '元/平方米', kind: 'money' }],
  ['实际利用外资2.3亿美元。', '2.3亿美元', { value: 230_000_000, unit: '美元', kind: 'money' }],
  ['人口自然增长率为8.7‰。', '8.7‰', { value: 8.7, unit: '‰', kind: 'percent' }],
  ['营商环境评价居全国第3位。', '第3位', { value: 3, unit: '位', kind: 'rank' }],
  ['执法质量考评进入全国前十。', '前十', { value: 10, unit: null, kind: 'rank', approx: 'at_most' }],
  ['综合考核位列全省前3名。', '前3名', { value: 3, unit: '名', kind: 'rank', approx: 'at_most' }],
  ['群众满意度位居全省第一。', '第一', { value: 1, unit: null, kind: 'rank' }],
  ['案件评查得分位居首位。', '首位', { value: 1, unit: null, kind: 'rank' }],
  ['群众安全感测评排名全市倒数第二。', '倒数第二', { value: 2, unit: null, kind: 'rank' }],
  ['刑事警情实现十一连降。', '十一连降', { value: 11, unit: '次', kind: 'count', direction: 'down' }],
  ['连续四年获评优秀单位。', '连续四年', { value: 4, unit: '年', kind: 'duration' }],
  ['改造工程历时半年完成。', '半年', { value: 0.5, unit: '年', kind: 'duration' }],
  ['系统试运行长达一年半。', '一年半', { value: 1.5, unit: '年', kind: 'duration' }],
  ['法治建设测评得分94.33分。', '94.33分', { value: 94.33, unit: '分', kind: 'score' }],
  ['实现重大活动安保零发生。', '零发生', { value: 0, unit: null, zero: true }],
  ['窗口服务“零投诉”。', '零投诉', { value: 0, unit: null, zero: true }],
  ['全年生产安全零事故。', '零事故', { value: 0, unit: null, zero: true }],
  ['涉法涉诉信访无一起进京。', '无一起', { value: 0, unit: '起', zero: true }],
  ['辖区内未发生一起重大火灾。', '未发生一起', { value: 0, unit: '起', zero: true }],
  ['开展检查76次546项。', '76次', { value: 76, unit: '次' }],
  ['开展检查76次546项。', '546项', { value: 546, unit: '项' }],
  ['受理法律援助419件714人。', '419件', { value: 419, unit: '件' }],
  ['受理法律援助419件714人。', '714人', { value: 714, unit: '人' }],
  ['一般公共预算收入1,289,300万元。', '1,289,300万元', { value: 12_893_000_000, unit: '元', kind: 'money' }],
  ['全年办结信访事项１２３件。', '１２３件', { value: 123, unit: '件' }],
];

/** What looks like a figure and is none. */
const NONE: string[] = [
  '主要经济指标实现两位数增长。',
  '各类事故起数大幅下降。',
  '行政村法律顾问实现全覆盖。',
  '问题已全部整改到位。',
  '窗口提供7×24小时服务。',
  '指挥中心实行24小时值班。',
  '辖区有5A级景区。',
  '培育二级以上医院。',
  '在全省首创“码上监督”机制，首次实现率先突破。',
  '认真落实第一责任人职责。',
  '深入学习贯彻党的二十届三中全会精神。',
  '依照第二十三条的规定办理。',
  '严格落实国办发〔2021〕5号文件要求。',
  '大力实施“1518”工程，落实三项制度。',
  '12345热线平台运行平稳，110报警服务台接警规范。',
  '于2024年12月4日开展宣传，覆盖2021—2025年规划期。',
  '过去五年，近3年来，今后三年。',
  '系统升级为2.0版，推广5G应用，PM2.5治理有序。',
  '坚持把安全摆在首位，与群众零距离。',
  '组织百万警进千万家，抓好三农工作。',
  '一是一，二是二，一些地方一起推进。',
];

function figuresOf(sentence: string): (FigureMention & { text: string })[] {
  const report = reportTextOf(`一、工作情况\n${sentence}`);
  return analyse(report, ruleset).figures.map((figure) => ({
    ...figure,
    text: report.text.slice(figure.start, figure.end),
  }));
}

describe('forms of figures', () => {
  it.each(FORMS)('%s → %s', (sentence, text, expected) => {
    expect(figuresOf(sentence)).toContainEqual(expect.objectContaining({ text, ...expected }));
  });
  it.each(FORMS)('%s has no figure besides those named', (sentence) => {
    const named = FORMS.filter(([other]) => other === sentence).map(([, text]) => text);
    expect(figuresOf(sentence).map(({ text }) => text)).toEqual(named);
  });
});

describe('no figures', () => {
  it.each(NONE)('%s', (sentence) => {
    expect(figuresOf(sentence)).toEqual([]);
  });
});

it('names what a figure counts, with 人均 and 倒数', () => {
  expect(figuresOf('居民人均收入3.5万元。')[0]?.indicator).toContain('人均');
  expect(figuresOf('群众安全感测评排名全市倒数第二。')[0]?.indicator).toContain('倒数');
});
