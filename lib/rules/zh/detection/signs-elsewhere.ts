import type { ClueRule, Page } from '../../../analysis/detection-rules.ts';
import type { Gazetteer } from '../../../lexicon/zh/gazetteer.ts';
import { isOfficialHost } from './host.ts';
import { issuerOf } from './issuer.ts';
import { textSign } from './signs-against.ts';

// Signs of copies on sites that are no office's. The recogniser, which looks at offices' pages, does without.

/** What sites that sell essays say around them. */
export const essaySite = textSign(
  'essay-site',
  -20,
  /立即下载|正文复制|论文部分内容|文档由用户|(?:论文|合同|演讲|心得|范文)(?:[ |、]+(?:论文|合同|演讲|心得|范文|总结)){2}|(?:网友|来源于网友)(?:投稿|上传)|供借鉴|(?:省略|剩余|仅展示)\d+字|(?:报告|总结|公文|材料)汇编\(/,
);

/** Stories. */
export const story = textSign(
  'story',
  -4,
  /[“"][^”"]{2,40}[!?!?]?[”"](?:他|她|说|道)|(?:他|她)(?:说|笑|想|心里)|小说|第[一二三四五六七八九十\d]+章/,
  800,
);

/** On no official host, a title whose body has no place (县农业农村局2020年工作总结): an essay with its names taken out. */
export const nameless: ClueRule = {
  id: 'nameless',
  weight: -9,
  see({ title, host }) {
    if (host === null || isOfficialHost(host)) return null;
    const match =
      /^(?:关于)?(?:(?:19|20)\d\d ?年?度?)?(?!国家|中国)(?:某|省|市|县|区|乡镇|镇|乡)?[^省市县区州旗镇乡街道,。、《\d]{2,8}(?:局|委|办|厅)(?=关于|\d| |年|工作|法治|依法)/.exec(
        title,
      );
    return match === null ? null : { seen: match[0] };
  },
};

/** A wire that carries the whole text: 某部发布年度报告。具体内容如下: 一、…. */
export const relayed: ClueRule = {
  id: 'relayed',
  // as much as a dateline and an agency's name count against
  weight: 9,
  see({ opening }) {
    const match = /报告》?[,。]?具体(?:报告|内容)?如下[:。]?\s*\n\s*一、/.exec(opening);
    return match === null ? null : { seen: match[0].trim() };
  },
};

/** Copies of an office's page on a foreign host keep its path: /zwgk/, /content/post_123.html, /t20250312_118.html. */
const OFFICE_PATH =
  /\/content\/post_\d|\/art\/(?:19|20)\d\d\/|\/t(?:19|20)\d{6}_\d|\/(?:19|20)\d{4}\/[\da-f]{32}\.|\/(?:zwgk|xxgk|zfxxgk|gongkai|fzzfjs|jwgk|gkml)[a-z\d_]*\//i;

function mayBeClone({ clues }: Page): boolean {
  return OFFICE_PATH.test(clues.url ?? '');
}

/** On no official host, a speech to an assembly that names no place at all (我代表区人民政府): its names were taken out. */
export const placeless: ClueRule = {
  id: 'placeless',
  weight: -9,
  see({ title, opening, host }) {
    if (host === null || isOfficialHost(host)) return null;
    const match =
      /我(?:谨)?代表第?[省市县区乡镇]{1,2}(?:第?[^,。;]{1,4}届)?(?:人民)?(?:政府|法院|检察院)/.exec(opening);
    if (match === null) return null;
    const before = `${title}\n${opening.slice(0, match.index)}`;
    const named =
      /[\u4e00-\u9fff](?:省|市|县|区|州|旗|镇|乡)(?:第?[^,。;\n]{1,4}届|(?:人民)?(?:政府|法院|检察院)|[省市县区州旗镇乡]长)/.test(
        before,
      );
    return named ? null : { seen: match[0] };
  },
};

/** What the writer need not name, since the form does (disclosure, statistics) or an assembly does. */
const NAMED_OTHERWISE =
  /[\u4e00-\u9fff]{2,8}(?<![干本全内外各支总]|宣传|组织|统战)部(?=坚持|发布|党[组委]|扎实|深入|认真|始终|积极|切实|全面|\d{4}年|[,…])|国务院|最高人民(?:法院|检察院)|信息公开|政务公开|生产总值|普查公报|我(?:谨)?代表[^,。;]{1,20}(?:政府|法院|检察院|委员会|常委会)|受[^,。;]{2,24}委托/;

/** On no official host, a year's work of a body that is never named, nor any place: an essay to be filled in. */
export function anonymous(gazetteer: Gazetteer): ClueRule {
  return {
    id: 'anonymous',
    weight: -9,
    see(page) {
      const { title, opening, host } = page;
      if (host === null || isOfficialHost(host) || mayBeClone(page)) return null;
      const words = `${title}\n${opening}`;
      if (NAMED_OTHERWISE.test(words)) return null;
      // the short names of cities are words, too: 长治久安
      const isPlaced = gazetteer.divisions.some(({ rank, name, short }) =>
        rank === 'province' ? words.includes(short) : name.length > 2 && words.includes(name),
      );
      const issuer = isPlaced ? null : issuerOf(page, '其他报告', gazetteer);
      return isPlaced || (issuer !== null && !/^(?:自治区|[省市县区]|乡镇)/.test(issuer))
        ? null
        : { seen: opening.slice(0, 20) };
    },
  };
}
