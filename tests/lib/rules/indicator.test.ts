import { describe, expect, it } from 'vitest';
import { analyse } from '../../../lib/analysis/analyse.ts';
import { ruleset } from '../../../lib/rules/zh/index.ts';
import { reportTextOf } from '../../../lib/text/plain-text.ts';

/** A sentence, and what each of its figures counts, in order. */
const CASES: [sentence: string, indicators: string[]][] = [
  // how it was measured is no name
  ['全县生产总值86.4亿元，按可比价格计算，比上年增长5.8%。', ['生产总值', '生产总值']],
  ['规模以上工业增加值按不变价格计算增长6.1%。', ['规模以上工业增加值']],
  ['财政总收入18.6亿元，为预算的101.2%，同口径增长6.5%。', ['财政总收入', '预算', '财政总收入']],
  ['扣除价格因素，农民人均纯收入实际增长5.1%。', ['农民人均纯收入']],
  ['按期办结案件12件。', ['按期办结案件']],
  // a bare share is one of the subject before
  ['专项收入12.7亿元，占比60.5%。', ['专项收入', '专项收入占比']],
  ['图文解读占比35%。', ['图文解读占比']],
  // quotation marks and words stay whole
  ['“三公”经费压减5.6%。', ['“三公”经费']],
  ['举办“法治课堂”12期。', ['举办“法治课堂”']],
  ['力争年内持证人数增加到6人以上。', ['持证人数']],
  ['年内部审计项目12个。', ['内部审计项目']],
  // 分别 pairs in order
  ['受理案件120件、结案110件，同比分别上升5%、6%。', ['受理案件', '结案', '受理案件', '结案']],
  [
    '受理案件120件，结案110件，结案率91.7%，人均结案26件，同比分别上升5%、6%和1.3个百分点。',
    ['受理案件', '结案', '结案率', '人均结案', '受理案件', '结案', '结案率'],
  ],
  ['复议维持率、诉讼胜诉率分别为98%、97%。', ['复议维持率', '诉讼胜诉率']],
  [
    '城镇、农村居民人均可支配收入分别增长5.1%、6.2%。',
    ['城镇、农村居民人均可支配收入', '城镇、农村居民人均可支配收入'],
  ],
  // what is measured is said once for all
  ['毛竹、油茶、苗木产量分别增长5.1%、6.2%、8%。', ['毛竹产量', '油茶产量', '苗木产量']],
  ['盗窃案件、诈骗案件、命案数分别下降9%、8%、5%。', ['盗窃案件数', '诈骗案件数', '命案数']],
  ['第一、第二产业增加值分别增长3%、4%。', ['第一、第二产业增加值', '第一、第二产业增加值']],
  // measured against the time before
  ['生产总值达到86亿元，较“十三五”末的62亿元增加24亿元。', ['生产总值', '生产总值', '生产总值']],
  // the number of a heading is no part of it
  ['（一）组织领导（10分）。', ['组织领导']],
  // frames
  ['外贸进出口年均增长6%。', ['外贸进出口']],
  ['财政供养人员退出36户、经费压降12%。', ['财政供养人员退出', '经费']],
  ['工业增加值增速连续8个月居全市前3位。', ['工业增加值增速', '工业增加值增速']],
  ['执法事故实现"零发生"。', ['执法事故']],
  ['考试通过率达100%.', ['考试通过率']],
  ['对经责审计提出的21个问题逐一整改。', ['经责审计提出问题逐一整改']],
  // ranked among many
  ['热线满意率达99.1%，居全区14个街道第2位。', ['热线满意率', '街道', '热线满意率']],
  ['考核得分列全市9个县区第3位。', ['县区', '考核得分']],
  // the noun that is counted, not the rate that follows
  ['2个部门3个项目预算执行率低于50%。', ['部门', '项目', '项目预算执行率']],
  ['新建2个部门规章数据库。', ['新建部门规章数据库']],
];

describe('what a figure counts', () => {
  it.each(CASES)('%s', (sentence, indicators) => {
    const report = reportTextOf(`一、工作情况\n${sentence}`);
    expect(analyse(report, ruleset).figures.map(({ indicator }) => indicator)).toEqual(indicators);
  });
});
