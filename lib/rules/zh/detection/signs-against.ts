import type { ClueRule, Page } from '../../../analysis/detection-rules.ts';

/** The title, or, where none was found, the line that stands in its place. */
export function headOf({ title, opening }: Page): string {
  if (title !== '') return title;
  const line = opening.slice(0, 120).trimStart().split('\n', 1)[0]?.trim() ?? '';
  return line.length <= 60 && !/[。;]/.test(line) ? line : '';
}

/** A sign against that looks at the title alone. */
function titleSign(id: string, weight: number, pattern: RegExp): ClueRule {
  return {
    id,
    weight,
    see(page) {
      const match = pattern.exec(headOf(page));
      return match === null ? null : { seen: match[0] };
    },
  };
}

/** A sign against that looks at title and opening. */
export function textSign(id: string, weight: number, pattern: RegExp, within = 1500): ClueRule {
  return {
    id,
    weight,
    see(page) {
      const match = pattern.exec(`${page.title}\n${page.opening.slice(0, within)}`);
      return match === null ? null : { seen: match[0].trim().slice(0, 40) };
    },
  };
}

/** 《…报告》政策解读, 一图读懂, 答记者问. */
export const explanation = titleSign(
  'explanation',
  -8,
  /解读|图解|一图读?懂|图说|答记者问|问答|权威发布|摘编|划重点|速览|亮点|来了|要点/,
);
export const explained = textSign(
  'explained',
  -4,
  /起草(?:背景|过程|依据)|(?:出台|编制)背景|媒体朋友|现场解读|解读(?:如下|机关|部门|人)|主要内容解读|框架和主要内容/,
);

/** 关于报送…报告的通知, 实施方案, 意见, 办法: other documents that name reports. */
export const otherDocument = titleSign(
  'other-document',
  -9,
  /(?<!(?:总结|情况)(?:和|及|与|暨|、).{0,16})(?:通知|通报|公告|公示|通告|方案|意见|办法|规定|细则|条例|制度|决议|决定|批复|函|纲要|规划|要点|计划|清单|目录|指南|标准|名单|预案|议程|简介|须知|讲话|致辞|倡议书|招聘[^报]*|合同|模板|范文|考核表)(?:\((?:试行|草案|暂行|征求意见稿|[^)]{0,12})\))?(?:的通知)?$|关于(?:印发|转发|报送|做好|开展|召开|批准|下达)/,
);
/** Reports of other sorts, that no body renders on its own year's work. */
export const otherReport = titleSign(
  'other-report',
  -7,
  /可行性研究|环境影响|资产评估|(?:检测|检验|验收|鉴定|调研|考察|调查|查新|估价)报告|审查(?:结果|意见)的?报告|开题报告|实习报告|(?<!统计|情况)分析报告/,
);
/** News of a report: that it was published, delivered, approved. */
export const newsTitle = titleSign(
  'news-title',
  -7,
  /(?:召开|举行|举办|开幕|闭幕|听取|审议(?!稿)|表决|获(?:得)?(?:全票|高票)?通过|出炉|公开发布|对外发布|正式发布|发布会|亮相|印发|交出|赞成率|票通过|作(?:了)?(?:政府)?工作报告|(?<!工)作报告|调研|督导|督察组|约谈|专访|访谈|综述|侧记|点赞|热议|聚焦两会|人大财经委|初步审查|作了|向社会公布|向社会公开|宣传月|宣传周|评议会|述法会)/,
);
export const newsText = textSign(
  'news-text',
  -5,
  /本报讯|本网讯|记者|通讯员|实习生|据悉|据了解|新华社|中新网|中新社|央视|日电|《(?:报告|公报)》?(?:显示|指出|还指出|提出|从|共|全面|分为)|(?:报告|公报)(?:显示|全文|共分|还指出)|与会人员|主持会议|出席会议|参加会议|应出席|表决通过/,
  700,
);
/** The first words tell an event: 近日, 3月5日上午, 会议听取. */
export const eventOpening = textSign(
  'event-opening',
  -4,
  /\d{1,2}月\d{1,2}日(?:上午|下午|晚|电|讯|,?[^。]{0,30}(?:召开|举行|发布|公布(?!如下)|印发))|日前,|近日,|近日[^,。]{0,20}(?:召开|发布|公布|印发|举行)|(?<!请)(?:会议|大会)(?:指出|强调|要求|认为|听取|审议|决定|同意|批准(?!的)|应到)|在这次会议上/,
  260,
);
/** Orders to subordinates. */
export const order = textSign(
  'order',
  -7,
  /(?:印发|转发|下发)(?:给)?你们|(?:请|望)(?:你们?)?(?:各[^,。]{0,12})?(?:认真|结合实际|遵照|抓好|按照)?[^,。]{0,8}(?:贯彻(?:执行|落实)|遵照执行|组织实施|抓好落实)|(?:有关|相关)?(?:事项|要求|工作)通知如下|通知如下|请(?:各|于)[^。]{0,40}(?:报送|上报|报至|反馈)|各(?:县|区|市|乡镇|镇|街道)[^。:\n]{0,40}(?:人民政府|办事处|直属机构|有关单位)[^。:\n]{0,20}:/,
);
/** A plan or programme: 制定本方案, 到2025年, 指导思想. */
export const programme: ClueRule = {
  id: 'programme',
  weight: -7,
  see({ opening, headings }) {
    const match =
      /(?:制定|制订|形成|提出)(?:本|如下|以下)(?:实施)?(?:方案|意见|办法|规定|细则|规划|计划|纲要|措施|要点|制度|预案|(?:工作)?指引|规程|规则)|(?:^|\n)\s*(?:目标|措施|责任单位|牵头单位)[:](?!.{0,20}完成)|编制目的|(?:编制|制定)依据/.exec(
        opening,
      );
    if (match !== null) return { seen: match[0].trim() };
    const part = headings
      .slice(0, 4)
      .find((heading) =>
        /指导思想|总体目标|基本原则|组织机构与职责|编制目的|适用范围|发展基础$|招聘|报名|应聘|资格条件/.test(
          heading,
        ),
      );
    return part === undefined ? null : { seen: part };
  },
};
/** Numbered articles: 第一条, 第一章 总则. */
export const articles = textSign(
  'articles',
  -7,
  /(?:^|\n)\s*第[一二三四五六七八九十]{1,3}(?:条|章)[\s　:]|本(?:办法|规定|条例|细则)(?:所称|适用于|自)/,
);
/** How to apply for information: 制定本指南, 受理机构为某办公室, 填写《申请表》. */
export const guide = textSign(
  'guide',
  -12,
  /(?:制定|编制|阅读)本《?[^。\n《》]{0,24}(?:指南|信息公开目录|公开事项目录)|指南》? ?\(以下简称|本《?指南》?(?:的|将|适用|中)|受理机构(?:为|名称|:)|(?:填写|提交|下载|领取)[^。\n]{0,6}《[^》\n]{0,24}申请表》/,
  1000,
);
/** People's congress: it resolves on a report. */
export const resolution = textSign(
  'resolution',
  -7,
  /(?:会议|大会|常务委员会|常委会)[^。]{0,60}(?:决定(?:,)?批准|同意[^。]{0,40}报告|批准(?!的)[^。]{0,60}报告)|(?:决议|决定)(?:\(|$|\n)|审查结果的?报告|初步审查/,
);
/** A letter that answers one: a deputy's proposal, a petition, a question (您提出的…建议收悉, 现答复如下). */
export const reply = textSign(
  'reply',
  -9,
  /(?:建议|提案|议案|来信|来函|来电|信访|咨询|问题|诉求|留言|投诉|举报)[^。:]{0,20}收悉|现(?:就|将)?[^。:;]{0,30}(?:答复|回复|函复)(?:意见)?如下|(?:感谢|谢谢)(?:您|你)们?(?:对|的)[^。]{0,40}(?:关心|支持|关注|理解|监督|来信|留言|建议)|^[^\n]{0,60}(?:答复|复函|回复)(?:意见)?(?:书|函|的函)?(?:$|\n)|(?:^|\n)\s*(?:来信|留言|咨询|问题|回复|答复)(?:内容|时间|单位|标题)[:]/,
  700,
);
/** What one official renders of himself, not a body: 某局长述职述法报告, 本人认真履行职责. */
export const personal = textSign(
  'personal',
  -9,
  /(?:长|主任|书记|主席|同志|个人|班子成员)[^。,:\n]{0,14}(?:述职|述法|述廉)[^。,:\n]{0,8}(?:\n|$)|(?:述职|述法|述廉)[^。\n]{0,12}\n[^。]{0,40}本人|本人[^。]{0,80}(?:述职|述法|述廉)/,
  400,
);
/** A speech to officials: 同志们: 今天召开…会议, 下面我讲几点意见. */
export const speech = textSign(
  'speech',
  -9,
  /(?:^|\n)[^。\n]{0,20}同志们[:,!]\s*(?:\n\s*)?[^。]{0,80}(?:会议|大会|座谈会|推进会|部署会|动员会|工作会)|尊敬的(?:各位)?领导|大家好[!,。]|向大家(?:汇报|报告)|(?:下面|在此|借此机会|最后)[,]?(?:我)?(?:再)?(?:讲|谈|强调|提)(?:[^。,:]{0,8})?(?:[几三四两五]点|意见|要求|体会)/,
  900,
);
/** How a draft came about is told to an assembly, too: 现对《…(草案)》起草情况作如下说明. */
export const draftExplained = textSign(
  'draft-explained',
  -12,
  /(?:起草|修订|修改|制定)(?:的?(?:有关|相关))?(?:情况|过程|背景|工作)[^。\n]{0,20}说明|(?:条例|决定|办法|规定|规则|工作报告)\((?:修订|修正)?(?:草案|送审稿)[^)]{0,8}\)》?[^。\n]{0,30}说明/,
  600,
);
/** An appeal to the public: 广大市民朋友们, 我们倡议. */
export const appeal = textSign(
  'appeal',
  -7,
  /(?:广大|全体|全市|全县|全区)[^。\n]{0,12}(?:朋友们?|居民|市民|群众|家长|同胞|企业家)[:]|(?:我们|特此|在此|现)(?:郑重)?(?:向[^。:]{0,20})?(?:发出)?(?:如下)?倡议/,
  500,
);
/** Essays sold as templates: xx, X市, 某县, 20__年, 篇1, 小编. */
export const template = textSign(
  'template',
  -20,
  /[×XxＸ✕]{2,}|[Xx×*＊_](?:市|县|区|镇|乡|局|省|年|月|亿|万|%|个|名|次|村)|某(?:某)?(?:市|县|区|镇|乡|局|街道|单位)|20(?:_{1,}|[xX×*]{1,2})年?|(?:^|\n)\s*(?:第[一1] ?篇[:\s]|篇[一二三四五1-9][:\n])|全面从严治[DX]|(?<![A-Za-z\d])[DX](?=的(?:二十|十[七八九])大|中央|的?绝对领导|员干|建(?:引领|工作|融合)|纪(?:学习|国法)|委、|组书记)|小编|范文|供大家参考|仅供参考|(?:报告|总结|公文|材料|文案)模板|模板(?:网|下载)|第\d+\/\d+页|\.docx?(?:$|\n)|下载积分|精选\d*篇|\d+篇(?:精选|范文)/,
);
/** Academic writing. */
export const academic = textSign(
  'academic',
  -6,
  /摘\s*要(?:[:】\]]|\n)|关键词[:】\]] *(?=[^\s])|参考文献|浅[析谈论议]|刍议|研究(?:$|\n|——)|蓝皮书|课题组|本文(?:认为|以|从|通过|拟)|引言\s|作者(?:简介|单位|:)|总报告|学报/,
);
/** A leader's profile. */
export const profile = textSign(
  'profile',
  -7,
  /(?:^|\n)[^\n。,;]{0,12}简历\s*(?:[:]|\n|$)|历任|出生[,。]|(?:男|女),[^,。]{2,4}族[,]|(?:工作|职责)分工[:]|(?:主持|负责)(?!人)[^,。]{2,30}(?:全面工作|分管)|^[^\n]{0,20}领导(?:信息|活动|之窗|简介)|任现职|(?:^|\n)[^\n。,;]{0,20}任免/,
  600,
);
/** Recruitment, procurement, tenders, announcements of facts. */
export const trade = textSign(
  'trade',
  -6,
  /^[^\n]{0,60}(?:招聘|招标|中标|投标|采购|拍卖)|(?:招聘|招考|招录)(?:公告|简章|启事|岗位|计划|条件|人数)|应聘|报考|(?:招标|采购)(?:公告|编号|文件|代理|人[:]|单位[:])|中标(?:公告|公示|结果|候选|人|单位|金额|供应商)|投标(?:人|文件|截止|须知)|采购(?:人|项目|编号)|成交(?:结果|公告)|挂牌出让|竞买|听证会?公告|拟录用|拟聘|公示期/,
  500,
);

/** A page of links: columns whose every line is a report's title. */
export const listPage: ClueRule = {
  id: 'list-page',
  weight: -8,
  see({ clues, opening }: Page) {
    const titles = opening
      .split('\n')
      .filter((line) => /(?:报告|总结|公报|汇报)[\s\d\-[\]()]*$/.test(line.trim())).length;
    if (clues.linkDensity > 12 || (titles >= 6 && clues.linkDensity > 3))
      return { seen: `${clues.linkDensity.toFixed(1)} links per 1,000` };
    const lines = opening.split('\n').filter((line) => line.trim() !== '').length;
    const isBare = titles >= 3 && clues.headings.length === 0 && !opening.includes('。');
    return isBare || (titles >= 6 && titles > lines * 0.5) ? { seen: `${titles} titles` } : null;
  },
};

/** Nothing to read: an attachment page, a stub. */
export const tooShort: ClueRule = {
  id: 'too-short',
  weight: -5,
  see: ({ clues }) => (clues.textLength < 150 ? { seen: `${clues.textLength} characters` } : null),
};
