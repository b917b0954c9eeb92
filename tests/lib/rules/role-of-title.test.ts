import { describe, expect, it } from 'vitest';
import type { Role } from '../../../lib/model/text.ts';
import { isPartTitle, roleOfHeading, roleOfTitle } from '../../../lib/rules/zh/roles/of-title.ts';

const TITLES: [title: string, role: Role | null][] = [
  ['2024年推进法治政府建设的主要举措和成效', 'measures'],
  ['上年度推进法治政府建设主要举措及突出成效', 'measures'],
  ['主要工作情况', 'measures'],
  ['主要做法及成效', 'measures'],
  ['工作开展情况', 'measures'],
  ['重点工作推进情况', 'measures'],
  ['法治政府建设工作基本情况', 'measures'],
  ['2023年工作回顾', 'measures'],
  ['2024年主要工作', 'measures'],
  ['2024年预算执行情况', 'measures'],
  ['总体情况', 'measures'],
  ['收到和处理政府信息公开申请情况', 'measures'],
  ['党政主要负责人履行推进法治建设第一责任人职责情况', 'leadership_duty'],
  ['主要负责同志切实履行推进法治建设第一责任人职责，加强法治政府建设有关情况', 'leadership_duty'],
  ['落实法治建设第一责任人职责', 'leadership_duty'],
  ['存在的不足和原因', 'shortcomings'],
  ['推进法治政府建设存在的主要问题及原因', 'shortcomings'],
  ['工作中存在的问题和短板', 'shortcomings'],
  ['存在的主要问题及改进情况', 'shortcomings'],
  ['不足之处', 'shortcomings'],
  ['问题和不足', 'shortcomings'],
  ['不足的原因', 'shortcomings'],
  ['面临的困难和挑战', 'shortcomings'],
  ['存在问题及下一步打算', 'shortcomings'],
  ['审计发现的主要问题', 'shortcomings'],
  ['审计查出问题整改情况', 'measures'],
  ['上年度审计发现问题的整改落实情况', 'measures'],
  ['2024年预算安排', 'plans'],
  ['2025年推进法治政府建设的主要安排', 'plans'],
  ['下一年度推进法治政府建设的主要安排', 'plans'],
  ['下一步工作打算', 'plans'],
  ['下步工作计划', 'plans'],
  ['2025年工作思路', 'plans'],
  ['2025年重点工作', 'plans'],
  ['2025年总体要求和预期目标', 'plans'],
  ['今后工作重点', 'plans'],
  ['2025年工作安排建议', 'plans'],
  ['审计建议', 'plans'],
  ['其他需要报告的事项', 'other'],
  ['依法全面履行政府职能', null],
  ['坚持把党的领导贯穿到法治政府建设全过程各方面', null],
  ['强化法治思维，筑牢法治根基', null],
  ['着力解决群众反映的突出问题', null],
  ['聚焦短板弱项，提升执法水平', null],
  ['有效化解矛盾问题', null],
  ['强化问题整改', null],
];

describe('role of a title', () => {
  it.each(TITLES)('%s → %s', (title, role) => {
    expect(roleOfTitle(title, 1)).toBe(role);
  });

  it.each([
    ['聚焦“执法监督年”工作目标，全力推动执法规范化建设', null],
    ['强化措施落实', null],
    ['下一步打算', 'plans'],
    ['存在的问题', 'shortcomings'],
  ] as const)('nested: %s → %s', (title, role) => {
    expect(roleOfTitle(title, 3)).toBe(role);
  });
});

describe('headings without a number', () => {
  it.each([
    '2024年工作回顾',
    '2025年工作安排建议',
    '下一步工作打算',
    '存在的主要问题',
    '2025年重点工作',
    '过去五年工作回顾',
    '“十四五”时期工作回顾',
    '2019年和今年以来工作回顾',
    '“十五五”时期的主要目标任务',
    '今后五年总体要求和主要目标',
    '2025年政府工作总体要求和预期目标',
  ])('%s', (line) => {
    expect(isPartTitle(line)).toBe(true);
  });
  it.each([
    '某市2024年政府工作报告',
    '各位代表：',
    '全面加强党的领导',
    '“两个确立”决定性意义',
    '“十四五”时期取得新的成绩',
    '2024年，我局扎实开展工作。',
    '工作',
    '2024年3月5日',
  ])('not %s', (line) => {
    expect(isPartTitle(line)).toBe(false);
  });
});

describe('role of a heading inside a part', () => {
  it.each<[title: string, depth: 1 | 2 | 3, role: Role | null]>([
    ['预算编制不够细化', 2, 'shortcomings'],
    ['部分收入未及时缴库', 2, 'shortcomings'],
    ['个别项目进度滞后', 3, 'shortcomings'],
    ['专项资金管理不规范', 3, 'shortcomings'],
    ['专项资金管理不规范', 1, null],
    ['着力破解执法力量薄弱', 3, null],
    ['整治执法不规范', 2, null],
    ['加强管理，防止资产流失', 2, null],
    ['部分事项不断优化', 2, null],
    ['下一步工作安排', 2, 'plans'],
  ])('%s, %d → %s', (title, depth, role) => {
    expect(roleOfHeading(title, depth)).toBe(role);
  });
});
