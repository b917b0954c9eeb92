import type { ClueRule } from '../../../analysis/detection-rules.ts';
import type { ReportKind } from '../../../model/report.ts';
import { isOfficialHost } from './host.ts';
import { headOf } from './signs-against.ts';

// Signs of reports that show neither title nor handover: what is read begins below them.

/** Its body answers to an assembly: 在市委的坚强领导下,在市人大及其常委会的有力监督下, over numbered parts. */
export const accountable: ClueRule = {
  id: 'accountable',
  weight: 2,
  see({ opening, headings }) {
    const match =
      /[^。\n]{0,80}在[^。,\n]{0,16}(?:党工?委|[省市县区乡镇]委)[^。\n]{0,40}领导[^。\n]{0,30}(?:人大|人民代表大会)[^。,\n]{0,16}监督[^。\n]{0,80}/.exec(
        opening.slice(0, 600),
      );
    if (match === null || !headings.some((heading) => heading.startsWith('一、'))) return null;
    const kind = judicialKind(match[0]);
    return kind === null ? { seen: match[0].slice(0, 40) } : { seen: match[0].slice(0, 40), kind };
  },
};

function judicialKind(words: string): ReportKind | null {
  if (/检察(?:院|机关)(?!的?支持)/.test(words)) return '检察院工作报告';
  return /(?:人民|两级|全[市县区省])法院|审判工作/.test(words) ? '法院工作报告' : null;
}

/** A line of its own that opens the review: 2015年工作回顾, 过去五年工作回顾. */
export const reviewLine: ClueRule = {
  id: 'review-line',
  weight: 2,
  see({ opening }) {
    const match =
      /(?:^|\n)\s*(?:过去(?:的)?[一五]年|[一五]年来|(?:19|20)\d\d年)(?:和[^\n]{2,10})?的?(?:主要|政府|检察|法院|审判|全[省市县区])?工作(?:主要)?回顾\s*(?=\n)/.exec(
        opening.slice(0, 600),
      );
    return match === null ? null : { seen: match[0].trim() };
  },
};

/** The prescribed tables of a disclosure report, whose rows quote the regulation's article and tell how their sums agree. */
export const disclosureTable: ClueRule = {
  id: 'disclosure-table',
  weight: 5,
  see({ opening }) {
    const match = /第二十条第\(?[一五六八九]\)?项|勾稽关系为|本年新?制[发作](?:件数|数量)/.exec(opening);
    return match === null ? null : { seen: match[0], kind: '政府信息公开工作年度报告' };
  },
};

/** It opens with the first part of a disclosure report: 一、总体情况, then 政务公开. */
export const disclosurePart: ClueRule = {
  id: 'disclosure-part',
  weight: 3,
  see({ opening }) {
    const match =
      /^\s*(?:[^\n]{0,60}\n){0,2}\s*一、(?:概述|概况|(?:工作)?(?:总体|基本)情况)\s*\n[^#]{0,260}?(?:政务|政府信息)公开/.exec(
        opening,
      );
    return match === null ? null : { seen: '一、', kind: '政府信息公开工作年度报告' };
  },
};

/** Its title names the year's work and no 报告: 某厅2025年法治政府建设工作情况. */
export const lawTitle: ClueRule = {
  id: 'law-title',
  weight: 3,
  see(page) {
    const lines = [headOf(page), ...page.opening.split('\n', 8)];
    const title = lines.find(
      (line) =>
        /^(?![一二三四五六七八九十]+、|\()[^。,;:]{0,40}(?:19|20)\d\d ?年?度?[^。,;:]{0,16}(?:法治(?:政府)?建设|依法行政)(?:工作)?(?:开展|推进|落实|完成|进展|总体)?情况$/.test(
          line.trim(),
        ) && !/通报|听取|部署|汇报|督[察查]|检查|考核|评估|召开|调研|公示/.test(line),
    );
    return title === undefined ? null : { seen: title.trim(), kind: '法治政府建设年度报告' };
  },
};

const FISCAL: readonly [RegExp, ReportKind][] = [
  [/^一、[^,。]{0,20}(?<!部门)预算执行(?:和[^,。]{2,10})?(?:基本)?情况$/, '预算执行情况报告'],
  [/^一、[^,。]{0,24}计划(?:主要目标)?(?:执行|完成|实施)(?:基本)?情况$/, '计划执行情况报告'],
  [/^一、[^,。]{0,24}(?:预算|决算|财政)[^,。]{0,12}审计(?:基本)?情况$/, '审计工作报告'],
];

/** The first part of what is rendered to an assembly on money and plans: 一、2023年预算执行情况. */
export const fiscalPart: ClueRule = {
  id: 'fiscal-part',
  weight: 4,
  see({ headings }) {
    for (const [pattern, kind] of FISCAL) {
      const seen = headings.find((heading) => pattern.test(heading));
      if (seen !== undefined) return { seen, kind };
    }
    return null;
  },
};

/** 第七次全国人口普查公报(第一号) 根据…普查结果: the text of a census communiqué. */
export const census: ClueRule = {
  id: 'census',
  weight: 5,
  see({ opening }) {
    const match =
      /普查(?:主要数据)?公报[^。]{0,8}\(第[一二三四五六七八九十\d]{1,3}号\)[^。]{0,160}(?:根据|按照)[^。]{0,60}普查(?:结果|方案|条例)/.exec(
        opening.slice(0, 900),
      );
    return match === null ? null : { seen: match[0].slice(0, 40), kind: '统计公报' };
  },
};

/** A branch counts at the year's end: 2023年末,纳入统计报送的全国各类…单位30.4万个. */
export const yearEnd: ClueRule = {
  id: 'year-end',
  weight: 2,
  see({ opening, headings }) {
    const match = /(?:19|20)\d\d ?年(?:年)?末,?[^。\n]{0,8}(?:纳入统计|全[国省市县区])[^。\n]{0,30}\d/.exec(
      opening.slice(0, 1200),
    );
    return match === null || !headings.some((heading) => heading.startsWith('一、'))
      ? null
      : { seen: match[0], kind: '统计公报' };
  },
};

const COMMUNIQUE_PART =
  /^[一二三四五六七八九十]{1,3}、\s*(?:农\s*业|工业(?:和|与|、)建筑业|固定资产投资|(?:国内|对外)贸易(?:和[^,。]{2,8})?|对外经济|交通[^,。]{0,12}(?:邮电|旅游)[^,。]{0,6}|财政[^,。]{0,4}金融[^,。]{0,6}|金融[^,。]{0,6}|教育[^,。]{0,12}(?:科技|科学|卫生|文化)[^,。]{0,8}|人口[^,。]{0,6}人民生活[^,。]{0,8})$/;

/** Two parts of a communiqué, and a year's figures in them: 四、固定资产投资, 五、国内贸易. */
export const communiqueParts: ClueRule = {
  id: 'communique-parts',
  weight: 4,
  see({ headings, opening }) {
    const parts = headings.filter((heading) => COMMUNIQUE_PART.test(heading));
    const seen = parts[0];
    const isOfYear =
      /(?:全年|比上年)[^。]{0,30}\d/.test(opening) && !/[上前][半三]年|季度|\d月份?,/.test(opening);
    return seen !== undefined && parts.length >= 2 && isOfYear ? { seen, kind: '统计公报' } : null;
  },
};

/** The handover names what is handed over, with its year: 现将某局2024年法治政府建设情况报告如下. */
export const namedHandover: ClueRule = {
  id: 'named-handover',
  weight: 3,
  see({ opening }) {
    const match =
      /(?:现将|现就|兹将)[^。:;\n]{0,40}(?:19|20)\d\d年?度?[^。:;\n]{0,12}(?:(法治(?:政府)?建设|依法行政|推进法治)|(?:政府)?(?:政务|信息)公开)[^。:;\n]{0,16}(?:报告|汇报|总结|报)(?:总结)?如下/.exec(
        opening,
      );
    if (match === null) return null;
    const kind = match[1] === undefined ? '政府信息公开工作年度报告' : '法治政府建设年度报告';
    return { seen: match[0], kind };
  },
};

/** An office's account of the proposals it handled, which names no 报告 in its title: 2022年建议提案办理情况. */
export const proposals: ClueRule = {
  id: 'proposals',
  weight: 5,
  see({ opening, host }) {
    if (host === null || !isOfficialHost(host)) return null;
    const lines = opening.split('\n', 10).map((line) => line.trim());
    const title = [...lines, ...lines.map((line, i) => line + (lines[i + 1] ?? ''))].find((line) =>
      /^[^。,;:]{0,40}(?:建议|提案|批评和意见)[^。,;:]{0,10}办理(?:工作)?(?:及相关|的?完成|总体)?情况(?:的?(?:说明|公开))?$/.test(
        line,
      ),
    );
    const isCounted =
      /(?:办理|承办|办结|办复|收到)[^。]{0,60}\d+ ?件/.test(opening) &&
      /(?:办[结复理]|面商|答复|满意)率|全部(?:按时)?(?:办[结复]|答复)|(?:办理|答复)完毕|占[^。,]{0,8}总数/.test(
        opening,
      );
    return title === undefined || !isCounted ? null : { seen: title, kind: '其他报告' };
  },
};

/** A year's figures of enforcement, in their prescribed tables: 某局2023年度行政处罚实施情况统计表. */
export const enforcementFigures: ClueRule = {
  id: 'enforcement-figures',
  weight: 3,
  // the tables are no account of the rule of law
  kindWeight: 12,
  see({ opening }) {
    const match =
      /(?:19|20)\d\d ?年度?[^,。\n]{0,6}行政(?:执法|处罚|许可|强制)[^,。\n]{0,10}(?:数据表?|统计年报|统计表)/.exec(
        opening.slice(0, 400),
      );
    return match === null ? null : { seen: match[0], kind: '其他报告' };
  },
};
