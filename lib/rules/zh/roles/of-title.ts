import { ACTION } from '../../../lexicon/zh/action.ts';
import type { Role } from '../../../model/text.ts';

const LACK = '(?:不足|问题|短板|困难|差距|薄弱环节|弱项|挑战)';
/** Verbs that make a problem the object of work: 着力解决突出问题 is a measure. */
const ACTS = /解决|整治|化解|治理|查纠|聚焦|针对|破解|攻坚|纠治|排查|补齐|处置|应对|防范|紧盯|信访/;
const SHORTCOMINGS = new RegExp(
  `存在[^,;。]{0,14}${LACK}|^(?:工作)?(?:中|主要|目前|当前)?(?:的)?(?:主要)?${LACK}(?:$|和|与|及|、|以及|之处)|${LACK}(?:及|和|与|、)(?:其)?(?:产生的)?(?:原因|成因|不足|短板|差距|困难|改进|挑战|下一步)|${LACK}之处|面临的[^,;。]{0,8}${LACK}|(?:不足|问题)的?(?:主要)?原因|^原因分析|(?:查出|发现|反映|揭示)的?(?:主要|突出|有关)?问题`,
);
const AHEAD =
  /^(?:\d{4}年度?)?(?:推进)?(?:下一?步|下一?年度?|下一?阶段|今后|明年|来年|新一年|新的一年|未来|接下来)/;
const PLAN_NOUN =
  /(?:工作|主要|总体|初步|有关|重点|建设|任务|目标|预算)(?:的)?(?:安排|打算|计划|思路|设想|谋划|部署|规划|建议|要点)(?:建议|和措施|及措施)?$|(?:改进|努力|整改)(?:的)?(?:措施|方向|打算)$|(?:总体|工作)要求(?:$|和|与|及)|(?:主要|预期|总体|工作|奋斗|发展)(?:预期)?目标(?:$|和|与|及|任务)|(?:主要|重点|目标)任务$|^(?:工作)?(?:打算|安排|计划|展望)$|工作重点$|^(?:\d{4}年度?)?(?:政府|主要)?重点工作(?:任务)?$|展望$|的建议$|审计建议|草案(?:情况)?$/;
const DUTY = /第一责任人|(?:党政)?主要(?:负责人|负责同志|领导)[^,;。]{0,12}(?:履行|履职|推进|职责)/;
const MEASURES =
  /(?:举措|措施|做法|成效|成绩|亮点|特色|进展)|工作[^,;。]{0,8}(?:情况|回顾|总结|概况)|(?:建设|开展|完成|推进|落实|执行|总体|基本|主要|收支|公开|申请|诉讼|复议)(?:的)?(?:基本|主要|有关|工作)?情况|回顾|主要工作|年工作$|综合|概况/;
const OTHER = /其他(?:需要)?(?:报告|说明|注意)?的?(?:事项|问题|情况)|^(?:附件|附录|附表|注释|备注|名词解释)/;
/** States what is lacking or was done wrong: 预算编制不够细化, 部分收入未及时缴库. */
const STATES_FAULT =
  /不(?:够[^,;。]{0,6}|足|到位|及时|规范|完善|严格?|准确|完整|健全|高|强|力|实|细化?|科学|合理|精准|畅|紧密|深入|扎实|平衡|充分|明显|彻底)$|(?:滞后|薄弱|缺失|缓慢|偏低|偏慢|闲置|流失)$|^(?:个别|部分|少数|一些|有的)[^,;。]{2,24}(?:不(?!断|仅|同|动)|未(?!来|成年)|违规|违反|超范围|超标准|虚列|漏缴|挪用|滞留)/;
/** What became of problems that were found: 审计查出问题整改情况. */
const MENDED = /问题的?整改(?:工作)?(?:的)?(?:落实)?(?:情况|结果|进展|成效)/;
const INTRO = /^(?:引言|前言|概述|总述|导语)$/;

/** Role by the words of a title; `null`: it says nothing (强化法治思维，筑牢法治根基). */
export function roleOfTitle(title: string, depth: 1 | 2 | 3): Role | null {
  if (OTHER.test(title)) return 'other';
  if (INTRO.test(title)) return 'intro';
  if (DUTY.test(title)) return 'leadership_duty';
  if (MENDED.test(title)) return 'measures';
  if (SHORTCOMINGS.test(title) && !ACTS.test(title)) return 'shortcomings';
  if (AHEAD.test(title)) return 'plans';
  if (title.length <= (depth === 1 ? 32 : 14) && PLAN_NOUN.test(title)) return 'plans';
  return depth < 3 && MEASURES.test(title) ? 'measures' : null;
}

/** Role of a heading by its own words: what names a part, or inside a part what states a fault. */
export function roleOfHeading(title: string, depth: 1 | 2 | 3): Role | null {
  const role = roleOfTitle(title, depth);
  if (role !== null || depth === 1 || !STATES_FAULT.test(title)) return role;
  return ACTS.test(title) || ACTION.test(title) ? null : 'shortcomings';
}

/** The years a part speaks of: 2025年, “十四五”时期, 过去五年和2024年. */
const PERIODS =
  /^(?:(?:关于)?(?:\d{4}年(?:度)?|(?:过去|今后|未来|这)(?:一|三|五)年|[一五]年来(?:的)?|(?:今|去)年(?:以来)?|“[^”]{2,6}”(?:时期|期间|以来)?|本届政府)(?:和|及|与|、|暨)?){1,3}(?:的)?/;

/** A line without a number that is a heading of the first level: it names a part of a report and nothing else. */
export function isPartTitle(line: string): boolean {
  if (/[。;,!]$|报告$|公报$|^[(《]/.test(line) || /[。;]/.test(line)) return false;
  const bare = line.replace(PERIODS, '').replace(/[:]$/, '');
  return (
    /^(?:过去(?:一|五)年(?:和\d{4}年)?(?:的)?)?(?:主要)?工作(?:的)?(?:回顾|情况)$|^(?:的)?(?:重点|主要|全年)?工作(?:的)?(?:安排|打算|计划|思路|任务|重点|部署|建议|要点|总体要求)(?:建议)?$|^(?:下一步|下步|今后)(?:的)?(?:主要|重点)?(?:工作)?(?:安排|打算|计划|思路|措施|重点)?$|^(?:财政)?(?:收支)?预算(?:收支|支出|总体)?(?:安排|草案)$|^(?:存在的?)?(?:主要)?(?:问题|不足|短板)(?:和|与|及|、)?(?:主要)?(?:不足|短板|原因|困难|问题|差距)?(?:分析)?$|^工作总体要求(?:和|与|及)?(?:主要)?(?:预期)?(?:目标)?$|^(?:主要|重点)任务$|^(?:政府)?(?:重点|主要)工作(?:任务)?$|^(?:经济社会)?发展(?:的)?(?:主要)?(?:回顾|成就|成效)$|^(?:政府工作|经济社会发展|发展)?(?:的)?(?:总体(?:要求|思路)|指导思想)?(?:和|与|及|、)?(?:主要|预期|发展|奋斗|总体)?(?:预期)?(?:目标)(?:和|与|及|、)?(?:主要|重点)?(?:任务|工作)?$/.test(
      bare,
    ) && bare !== ''
  );
}
