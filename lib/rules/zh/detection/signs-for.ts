import type { ClueRule, Page } from '../../../analysis/detection-rules.ts';
import type { ReportKind } from '../../../model/report.ts';
import { isOfficialHost } from './host.ts';
import { KIND_TITLES, kindOfTitle } from './kinds.ts';
import { endsAsReport, titleLine } from './page.ts';

const RULE_OF_LAW: ReportKind = '法治政府建设年度报告';
const DISCLOSURE: ReportKind = '政府信息公开工作年度报告';
const ABOUT_LAW =
  /法治(?:政府|建设|公安|思维|思想|宣传|观念|机关|素养|工作|队伍|意识)|依法(?:全面)?(?:行政|治[国省市县区]|决策|履职|履行)|普法|行政执法/;

/** The title is a report's: 某局2024年法治政府建设年度报告. */
export const reportTitle: ClueRule = {
  id: 'title',
  weight: 5,
  // a summary of a year's work is one, though much of the work was for the rule of law
  kindWeight: 8,
  see({ title }) {
    if (!endsAsReport(title) || /^《|报告》/.test(title)) return null;
    const kind = kindOfTitle(title);
    const dated = /(?:19|20)\d\d|上年|年度|[一二三四五六七八九]届|工作报告|情况/.test(title);
    const ofBody = kind === RULE_OF_LAW && title.length > 12;
    return kind === null || !(dated || ofBody) ? null : { seen: title, kind };
  },
};

/** The title of a kind stands as a line of the text, or in the title element, where the page shows another. */
export const titleInText: ClueRule = {
  id: 'title-in-text',
  weight: 3,
  see({ title, opening, clues }) {
    const line = titleLine(opening) ?? '';
    const element = clues.meta.articletitle ?? '';
    for (const words of [line, element]) {
      if (words === '' || words === title || !endsAsReport(words)) continue;
      const kind = kindOfTitle(words);
      if (kind !== null) return { seen: words, kind };
    }
    return null;
  },
};

const HANDOVER =
  /(?:现将|现就|现对|兹将|下面|以下|现)[^。:;]{0,60}?(?:报告|汇报|总结|报)(?:总结)?如下|具体(?:情况)?(?:报告|汇报)如下|特(?:此)?(?:作|做)?(?:如下|以下)?(?:报告|汇报)[。:如]|(?:报告|汇报|总结)如下[:。]/;

/** The sentence that hands the report over: 现将有关情况报告如下. */
export const handover: ClueRule = {
  id: 'handover',
  weight: 3,
  see({ opening }) {
    const match = HANDOVER.exec(opening);
    if (match === null) return null;
    const before = opening.slice(0, match.index + match[0].length);
    const founded = /^[^。]{0,40}(?:根据|按照|依据)《(?:中华人民共和国)?政府信息公开条例》/.test(before);
    const kind = founded
      ? DISCLOSURE
      : ABOUT_LAW.test(before)
        ? RULE_OF_LAW
        : (kindIn(match[0]) ?? '部门工作总结');
    return { seen: match[0], kind };
  },
};

function kindIn(words: string): ReportKind | null {
  for (const [kind, pattern] of KIND_TITLES) if (pattern.test(`${words.replace(/如下.*/, '')}`)) return kind;
  return null;
}

/** Compiled under the disclosure regulation: 根据《政府信息公开条例》…编制本报告, 六个部分组成. */
export const compiled: ClueRule = {
  id: 'compiled',
  weight: 5,
  // 工作年度报告 alone names no kind
  kindWeight: 9,
  see({ opening, headings }) {
    const match =
      /(?:根据|依据|按照)[^。]{0,12}《[^》]*政府信息公开条例[^。]{0,160}(?:编制|制作|形成|公布|发布|撰写)|本(?:年度)?(?:报告|年报)(?:是)?(?:根据|依据|按照|由)|政府信息公开(?:工作)?年度报告[^。]{0,80}(?:组成|编制)|报告由[^。]{0,40}主动公开[^。]{0,160}组成/.exec(
        opening.slice(0, 800),
      );
    // guides, catalogues and answers to applications are founded on the regulation, too
    const around = match === null ? '' : opening.slice(match.index, match.index + match[0].length + 80);
    if (match !== null && /报告|年报/.test(around)) return { seen: match[0].slice(0, 40), kind: DISCLOSURE };
    const parts = headings.filter((heading) =>
      /主动公开|收到和处理政府信息公开申请|政府信息公开(?:行政复议|(?:工作)?(?:总体|基本))|依申请公开|监督保障|信息公开[^。]{0,8}要点/.test(
        heading,
      ),
    );
    const strong = parts.find((heading) =>
      /主动公开政府信息情况|收到和处理政府信息公开申请|依申请公开(?:政府信息)?的?(?:办理)?情况|政府信息公开(?:行政复议|(?:工作)?(?:总体|基本)|申请行政复议)/.test(
        heading,
      ),
    );
    const first = strong ?? parts[0];
    return (strong !== undefined || parts.length >= 2) && first !== undefined
      ? { seen: first, kind: DISCLOSURE }
      : null;
  },
};

/** Delivered to a people's congress: 我受市人民政府委托…, 请审议; 我代表市人民政府向大会报告工作. */
export const delivered: ClueRule = {
  id: 'delivered',
  // in the first person: no news tells it so, and a wire that carries the whole text opens with its dateline
  weight: 9,
  kindWeight: 5,
  see({ opening, title }) {
    const match =
      /(?:我|(?:^|\n)\s*)受[^,。;]{2,24}委托(?!作|,?[^,。]{0,30}(?:长|主任|主席)[^,。]{0,10}(?:[作向就做]|代表|报告|汇报))[^。]{0,80}(?:报告|汇报|说明|请(?:予)?审议|提请)|受[^,。;]{2,24}委托,?就[^。]{2,80}报告|受[^,。;]{2,24}委托,?我[^。]{0,30}向[^。]{2,40}(?:报告|汇报)|我(?:谨)?代表[^,。;]{2,30}(?:政府|法院|检察院|常委会)[^。]{0,20}(?:报告|汇报)|(?:现|向(?:大会|(?:本次)?(?:人大)?(?:常委会)?会议))(?:报告|作)[^。]{0,60}请(?:予)?审议/.exec(
        opening,
      );
    if (match === null) return null;
    return { seen: match[0], kind: kindOfTitle(title) ?? deliveredKind(opening, match[0]) };
  },
};

function deliveredKind(opening: string, sentence: string): ReportKind {
  if (/代表[^,。]{2,20}政府[^。]{0,12}报告(?:政府)?工作/.test(sentence)) return '政府工作报告';
  if (/国民经济和社会发展计划(?!.*预算)/.test(sentence)) return '计划执行情况报告';
  if (/审计/.test(opening.slice(0, 600))) return '审计工作报告';
  if (/法院/.test(opening) && !/政府工作报告|人民政府向/.test(opening)) return '法院工作报告';
  if (/检察院/.test(opening) && !/人民政府向/.test(opening)) return '检察院工作报告';
  if (/预算|决算|财政/.test(opening.slice(0, 300))) return '预算执行情况报告';
  if (/国民经济和社会发展计划/.test(opening.slice(0, 300))) return '计划执行情况报告';
  return /代表[^,。]{2,20}政府/.test(opening) ? '政府工作报告' : '其他报告';
}

/** A communiqué begins with the sum: 一、综合, then product or population with their figures. */
export const communique: ClueRule = {
  id: 'communique',
  weight: 5,
  see({ opening, headings }) {
    const part = headings.find((heading) => /^一、\s*综\s*合$/.test(heading));
    return part !== undefined && /(?:生产总值|人口)[^。]{0,40}\d/.test(opening)
      ? { seen: part, kind: '统计公报' }
      : null;
  },
};

const PRESCRIBED: readonly RegExp[] = [
  /主要(?:举措|做法|措施|工作)[^,。;]{0,10}成效|法治(?:政府)?建设[^,。;]{0,6}(?:基本|主要|开展|工作)?(?:情况|工作|举措)|法治(?:建设)?工作[^,。;]{0,6}(?:情况|成效)/,
  /^一、[^,。;]{0,14}(?:总体情况|工作(?:总结|回顾|(?:开展|进展|完成)情况))$/,
  /存在(?:的|着)?(?:主要)?(?:不足|问题|短板|困难)[^,。;]{0,12}$|不足(?:和|及|与)原因/,
  /第一责任人/,
  /(?:下一?步|下一?年度?|\d{4}年)[^,。;]{0,16}(?:安排|打算|计划|思路|重点)/,
];

/** Headings that the reports are told to have: 主要举措和成效, 存在的不足和原因, 第一责任人职责, 下一年主要安排. */
export const prescribedParts: ClueRule = {
  id: 'prescribed-parts',
  weight: 2,
  see(page) {
    const found = PRESCRIBED.map((part) => page.headings.find((heading) => part.test(heading))).filter(
      (h) => h !== undefined,
    );
    const first = found[0];
    if (first === undefined) return null;
    return lawSpeaks(page) ? { seen: first, kind: RULE_OF_LAW } : { seen: first };
  },
};

/** A heading that names the work of the year: 一、2019年推进法治政府建设情况. */
export const lawPart: ClueRule = {
  id: 'law-part',
  weight: 2,
  see({ headings }) {
    const part = headings.find((heading) =>
      /(?:\d{4}年|推进|年度|主要)[^,。;]{0,12}法治(?:政府)?(?:建设)?[^,。;]{0,12}(?:情况|举措|措施|成效|工作|安排)|法治(?:政府)?建设[^,。;]{0,10}(?:举措|成效|基本情况)/.test(
        heading,
      ),
    );
    return part === undefined ? null : { seen: part, kind: RULE_OF_LAW };
  },
};

/** Two or more of them. */
export const severalParts: ClueRule = {
  id: 'several-parts',
  weight: 1,
  see({ headings }) {
    const found = PRESCRIBED.filter((part) => headings.some((heading) => part.test(heading)));
    return found.length >= 2 ? { seen: `${found.length} parts` } : null;
  },
};

/** Headings of work done in the rule of law, thematic ones: 强化法治思维, 落实普法责任制. */
export const lawHeadings: ClueRule = {
  id: 'law-headings',
  weight: 3,
  see({ headings }) {
    const about = headings.filter(isAboutLaw);
    const first = about[0];
    return about.length >= 2 && first !== undefined ? { seen: first, kind: RULE_OF_LAW } : null;
  },
};

/** Only one of them: the rest of the text may not have been read. */
export const lawHeading: ClueRule = {
  id: 'law-heading',
  weight: 2,
  see({ headings }) {
    const about = headings.filter(isAboutLaw);
    const first = about[0];
    return about.length === 1 && first !== undefined ? { seen: first, kind: RULE_OF_LAW } : null;
  },
};

function isAboutLaw(heading: string): boolean {
  return ABOUT_LAW.test(heading) || /党的领导|党对|立法|法律(?:法规|规范)?(?:制度)?体系/.test(heading);
}

/** The text opens by saying what a body did in a year: 2025年,某局始终坚持…法治政府建设. */
export const yearOpening: ClueRule = {
  id: 'year-opening',
  weight: 2,
  see(page) {
    const match =
      /(?:^|\n)\s*(?:在)?(?:20\d\d年(?:度)?(?:以来|至今)?|今年以来|[一五]年来|(?:刚刚)?过去的?(?:[一五]年|20\d\d年)|上年度|本年度|去年)[,]?[^。\n]{0,60}?(?:局|厅|委|院|部|政府|镇|乡|街道|办事处|区|县|市|省|办|中心|队|所|我们|机关|系统)[^。\n]{0,40}(?:坚持|围绕|深入|贯彻|认真|全面|按照|严格|以|在|始终|紧|高度|切实|积极|扎实|聚焦|牢|立足|法治|…)/.exec(
        page.opening.slice(0, 400),
      );
    if (match === null) return null;
    return lawSpeaks(page)
      ? { seen: match[0].trim().slice(0, 40), kind: RULE_OF_LAW }
      : { seen: match[0].trim().slice(0, 40) };
  },
};

function lawSpeaks({ title, opening, headings }: Page): boolean {
  return (
    /法治|依法行政/.test(title) ||
    /法治政府|法治建设|依法行政|法治公安|推进法治/.test(opening.slice(0, 500)) ||
    headings.some((h) => /法治政府|法治建设/.test(h))
  );
}

/** Done and counted: 全年, 累计, 共…件 in the opening. */
export const results: ClueRule = {
  id: 'results',
  weight: 1,
  see({ opening }) {
    const match =
      /(?:全年|累计|共|先后|年内|已)[^。,;]{0,30}\d+(?:\.\d+)?(?:余|多|万)*(?:件|次|起|人|场|个|项|份|名|家|户|条|期|%)/.exec(
        opening,
      );
    return match === null ? null : { seen: match[0] };
  },
};

/** The page's column or breadcrumb is the kind's own: 法治政府建设年度报告. Weak: lists and news stand there too. */
export const column: ClueRule = {
  id: 'column',
  weight: 1,
  see({ clues }) {
    const names = [...clues.breadcrumb, clues.meta.columnname ?? ''];
    const name = names.find((words) => /(?:年度报告|年报|法治政府建设)/.test(words) && words.length < 24);
    return name === undefined ? null : { seen: name };
  },
};

/** It stands where bodies publish, and counts its parts as no news does. */
export const officialSite: ClueRule = {
  id: 'official-site',
  weight: 1,
  see: ({ host, headings }) =>
    host !== null && isOfficialHost(host) && headings.some((heading) => heading.startsWith('一、'))
      ? { seen: host }
      : null,
};

/** Signed at its end by a body, with a date. */
export const signature: ClueRule = {
  id: 'signature',
  weight: 1,
  see({ closing }) {
    const match =
      /\n\s*([^\n,。;]{3,30}(?:局|厅|委|委员会|政府|办|院|办事处|中心|队))\s*\n\s*((?:20\d\d|二[〇○0]..)年\d{0,2}[^\n]{0,8}日)\s*$/.exec(
        closing,
      );
    return match === null ? null : { seen: `${match[1]} ${match[2]}` };
  },
};
