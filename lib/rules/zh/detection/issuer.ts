import type { Page } from '../../../analysis/detection-rules.ts';
import type { Gazetteer } from '../../../lexicon/zh/gazetteer.ts';
import type { ReportKind } from '../../../model/report.ts';
import { BODY_TAILS, CENTRAL, LONG_FORMS } from './bodies.ts';
import { completed } from './complete.ts';
import {
  actingPlace,
  atAssembly,
  bodyOf,
  IS_PLACE,
  ownPlace,
  underLeaders,
  withPlaceAbove,
} from './issuer-places.ts';

const TAIL = BODY_TAILS.join('|');
const HAN = '[\\u4e00-\\u9fff]';
const IS_BODY = new RegExp(`^${HAN}{0,26}(?:${TAIL})$`);
/** Where the name of the issuer ends in a title. */
const SUBJECT =
  /关于|(?:19|20)\d\d|[一二三四五六七八九十]{1,3}届|上?年度|依法行政|法治|政府信息|信息公开|政务公开|国民经济|审计(?:工作|结果|情况)|市?区?县?省?本级|预算|决算|财政(?!局|厅|所|部)|统计公报|(?:主动)?(?:对外)?(?:发布|公布|公开发布|印发)|(?:人民)?政府工作报告|工作(?:总结|报告|情况|汇报)|履行|推进|落实|环境|贯彻/;
/** The issuing body by its fullest name: in the title, in the signature, in the text; `null`: nothing says. */
export function issuerOf(page: Page, kind: ReportKind, gazetteer: Gazetteer): string | null {
  const found =
    presenter(page) ??
    inTitle(page.title, kind, gazetteer) ??
    signedBy(page) ??
    speaker(page, kind) ??
    represented(page) ??
    atAssembly(page, kind, gazetteer) ??
    compiler(page) ??
    actingPlace(page, kind, gazetteer) ??
    speakerInText(page) ??
    ownPlace(page, kind, gazetteer) ??
    disclosed(page, kind);
  if (found === null) return null;
  const name = completed(longForm(found), page, gazetteer);
  return fullest(withPlaceAbove(underLeaders(name, page, gazetteer), page, gazetteer), page);
}

/** 国家税务总局甲市税务局 carries the name above before its own; many a county has a 发展和改革局. */
function fullest(name: string, { title, opening }: Page): string {
  const isBureau = /发展?和?改革?局/.test(opening) && !/发展?和?改革?委/.test(opening);
  if (isBureau && name.endsWith('发展和改革委员会')) return name.replace(/委员会$/, '局');
  const full = `国家税务总局${name}`;
  return name.endsWith('税务局') && `${title}\n${opening}`.includes(full) ? full : name;
}

/** The body that stands alone on a line between the assembly and the salutation, or right above the salutation. */
function presenter({ opening }: Page): string | null {
  const head = opening.slice(0, 500);
  const alone = `\\s*(${HAN}{4,24}(?:${TAIL}))\\s*\\n`;
  return (
    new RegExp(`会议?上\\)?\\s*\\n${alone}`).exec(head)?.[1] ??
    new RegExp(`(?:^|\\n)${alone}(?:[^\\n]{0,4}\\n)?\\s*(?:各位代表|主任、|常务委员会组成人员)`).exec(
      head,
    )?.[1] ??
    null
  );
}

/** 本报告由某街道编制; 如有疑问请与某局联系. */
function compiler({ opening }: Page): string | null {
  const match = new RegExp(
    `(?:由|请与|请联系[:]?)(${HAN}{4,28}?(?:${TAIL}))(?:(?:负责)?编制|联系|根据|依据|按照|\\(|,|。|;)`,
  ).exec(opening.slice(0, 800));
  return match?.[1] === undefined ? null : named(withoutOffice(match[1], opening));
}

/** The office within a body answers the telephone; a government's compiles the report of the whole. */
function withoutOffice(name: string, opening: string): string {
  const whole = /(?:汇总|综合)[^。]{0,40}各|全[省市县区](?:各级|政府|共)/.test(opening.slice(0, 800));
  return name.replace(
    whole
      ? /(?<=人民政府)(?:办公[厅室]|(?:政务|政府信息|信息)公开[^,。]{0,12}办公室)$/
      : /(?<=局|厅|委员会|管委会)(?:(?:政务|政府信息|信息)公开[^,。]{0,10})?(?:办公室|办)$/,
    '',
  );
}

/** A township's office is no body of its own. */
const TOWN_OFFICE =
  /(?<=[镇乡](?:人民政府)?|街道(?:办事处)?)(?:党政|(?:政府)?(?:信息|政务)公开[^,。]{0,8})?(?:综合)?(?:办公室|办)$/;

/** 关于X市2020年度…, 2020年X区法治…, X县水利局2025年…: what stands before the subject, without 关于 and the year. */
function inTitle(title: string, kind: ReportKind, gazetteer: Gazetteer): string | null {
  let rest = title
    .replace(/^[(【[][^)】\]]{1,12}[)】\]]/, '')
    .replace(/\((?:本级|机关)[^()]{0,4}\)/, '')
    .replace(/^(?:\(?两会)?[受授]权发布\)?[:|丨]?/, '')
    .replace(/^中共[^,]{2,20}?(?:委员会|委)[ 、和]?(?=.{2,12}(?:政府|局))/, '')
    .trim();
  for (let turn = 0; turn < 3; turn++)
    rest = rest
      .replace(
        /^(?:关于|(?:19|20)\d\d ?年?(?:度)?(?:[-—至](?:19|20)\d\d年)?(?:度)?|年度|印发|(?:全面)?(?:推进|加强))/,
        '',
      )
      .trim();
  const subject = SUBJECT.exec(rest);
  const name = (subject === null ? '' : rest.slice(0, subject.index))
    .replace(/[的 、,_-]+$/, '')
    .replace(/\s+/g, '')
    .replace(/\([^()]{2,8}\)$|(?<=海关)关区$/, '')
    .replace(/^全国海关$/, '海关总署');
  if (name === '') return null;
  // 某市环境状况公报 names the place it is about
  if (kind === '其他报告' && /公报$/.test(title)) return IS_PLACE.test(name) ? null : name;
  if (IS_PLACE.test(name) || gazetteer.byName.has(name)) return bodyOf(name, kind, gazetteer);
  return IS_BODY.test(name) ? name : null;
}

/** The body that signs at the end, with the date below. */
function signedBy({ closing }: Page): string | null {
  const match = new RegExp(
    `(?:^|\\n)\\s*(${HAN}{2,28}(?:${TAIL}))\\s*\\n\\s*(?:20\\d\\d|二[〇○0])[^\\n]{3,16}\\s*$`,
  ).exec(closing);
  return match?.[1] ?? null;
}

/** Under the title: X市审计局局长, X省人民政府省长, or the issuers of a communiqué. */
function speaker({ opening }: Page, kind: ReportKind): string | null {
  const lines = opening.split('\n', 40).filter((words) => words.trim() !== '');
  for (const line of lines.slice(0, 16)) {
    if (line.length > 60) continue;
    const office = new RegExp(
      `^[—\\s(]*(${HAN}{2,24}(?:${TAIL}))\\s*(?:党组书记、)?(?:代理?)?(?:局长|厅长|部长|主任|委员长|总理|省长|市长|县长|区长|州长|镇长|乡长|主席|检察长|院长|审计长|旗长)`,
    ).exec(line.trim());
    if (office?.[1] !== undefined) return office[1];
    if (kind !== '统计公报') continue;
    const bureau = new RegExp(`^\\s*(${HAN}{2,12}统计局)(?:$|[ 、\\d(]|国家)`).exec(line.trim());
    if (bureau?.[1] !== undefined) return bureau[1];
  }
  return null;
}

/** 我代表甲县人民政府向大会报告工作. */
function represented({ opening }: Page): string | null {
  const name =
    /我代表([\u4e00-\u9fff]{1,14}(?:省|自治区|市|县|区|州|盟|旗|镇|乡)人民(?:政府|检察院|法院))(?=[向,])/.exec(
      opening,
    )?.[1];
  return name ?? null;
}

/** Whose disclosure it is: 某乡政府信息公开工作, 某局网站发布信息, 某局本年度政府信息公开工作. */
function disclosed({ opening }: Page, kind: ReportKind): string | null {
  if (kind !== '政府信息公开工作年度报告') return null;
  const bodies = new RegExp(
    `(?<!${HAN})(?:现将|全文包括|本报告包括)?(?:(?:19|20)\\d\\d年度?,?)?(${HAN}{2,16}?(?:${TAIL}|[镇乡]|街道))(?=本年度|政?府?门?户?网站|(?:19|20)\\d\\d|政府信息公开|信息公开)`,
    'g',
  );
  for (const match of opening.slice(0, 800).matchAll(bodies)) {
    const name = nameIn(match[1] ?? '');
    // 重视政府信息公开
    if (name !== null && !/(?<!人民)政府$/.test(name)) return name;
  }
  return null;
}

const BODY_IN_TEXT = new RegExp(
  `(${HAN}{1,22}?(?:${TAIL.replace('|会|', '|').replace('|所|', '|')}))(?=[始坚认深严紧以全高按扎积切着围立聚在持不牢根对把结贯落进推加充共开强将法,2《“])`,
  'g',
);
const NOT_SPEAKER = /(?:坚强|正确|统一|有力)?(?:领导|指导|关心|支持|关怀|部署|要求|安排|授权|委托|批准)/;
const LED =
  /^(?:在|按照|根据|依据|向|由|经|和|与|及|对|被|把|是|及时|各级|各|全体|全[国省市县区州]|有关|相关|上级|我|本|该|其|贯彻|落实|党中央|中央|国家|省委|市委|县委|区委|党委|请)/;

/** The first body that acts in the text: 2025年,X县公安局始终坚持…; a short name (省公安厅) will be completed. */
function speakerInText(page: Page): string | null {
  const lines = page.opening.split('\n').filter((line) => !/^(?!.*如下)[^。]{2,40}:\s*$/.test(line));
  const words = lines.join('\n').slice(0, 700);
  for (const match of words.matchAll(BODY_IN_TEXT)) {
    const name = nameIn(match[1] ?? '');
    if (name === null) continue;
    const after = words.slice(match.index + match[0].length, match.index + match[0].length + 8);
    const before = words.slice(Math.max(0, match.index - 12), match.index);
    if (
      NOT_SPEAKER.test(after) ||
      after.startsWith('《') ||
      // a body names its own papers, too; those it follows are another's
      (CENTRAL.test(name) &&
        /(?:贯彻|落实|根据|按照|依据|执行)[^。《]{0,12}《[^》]*$/.test(words.slice(0, match.index))) ||
      (name.endsWith('办') && after.startsWith('法')) ||
      /(?:在|按照|根据|[、和])[^,。\n]{0,10}$/.test(before)
    )
      continue;
    return name;
  }
  return ownName(page);
}

/** Cuts what precedes the name (year, adverbs, praise): 全面依法治县工作中某县公安局 is 某县公安局. */
function nameIn(words: string): string | null {
  const name = words.replace(
    /^.*(?:年度|年来|以来|年|月|(?<=[\u4e00-\u9fff])(?:中|下|来|的)(?![市县区镇乡街])|了|成立|制定|印发|出台|充实|调整|设立|公布|发布|,|现将|现就|兹将|特将)/,
    '',
  );
  return named(name.replace(AIM, ''));
}

/** 推动乡政府信息公开 names no township. */
const AIM = /^(?:推动|推进|促进|加强|做好|规范|提升|提高|深化|强化)/;

/** Such words as a body's name: they name a place or a body of the centre; `null`: a phrase that only ends like one. */
function named(name: string): string | null {
  if (
    name.length < 3 ||
    !(
      CENTRAL.test(name) ||
      // 市场监管局 names no city
      /[省市县区州盟旗镇乡]|街道|街办|苏木|^[\u4e00-\u9fff]{2,4}(?:海关|海事局)$/.test(
        name.replace(/^市场/, ''),
      )
    ) ||
    LED.test(name) ||
    /^中共[^,]{2,12}委$|^(?:全面)?依法治[国省市县区]/.test(name) ||
    /^(?:人民政府|公安机关|政府|街道|办公室|委员会|法院|检察院|(?:开发|高新|园)区(?:党工委|管委会|管理委员会)?)$/.test(
      name,
    )
  )
    return null;
  if (
    /(?:干部|部门|内部|全部|外部|中部|西部|东部|机会|社会|大会|协会|全会|委员|场所|厕所|全局|大局|布局|格局|结局|开局|部署|学院|医院|诉讼|网站|车站|队伍|一部|思想|法治)$/.test(
      name,
    )
  )
    return null;
  return name;
}

/** Only 我局, 我镇: the fullest name of such a body in the text; else the site's own name when it is one of that kind. */
function ownName(page: Page): string | null {
  const own = /(?:我|本|全)(局|厅|委|院|镇|乡|街道|县|市|区|省|办|中心)/.exec(page.opening)?.[1];
  const text = page.text === null ? page.opening : page.text.text.slice(0, 40_000);
  const system =
    own !== undefined && '局厅委'.includes(own)
      ? new RegExp(`(${HAN}{2,8}?(?:省|自治区|市|县|区|旗|州)(?!委|政府)${HAN}{2,8}?)系统`).exec(page.opening)
      : null;
  const whole = system?.[1] === undefined ? null : nameIn(system[1] + own);
  const counts = new Map<string, number>();
  if (own !== undefined) {
    for (const match of text.matchAll(
      new RegExp(
        `(${HAN}{2,16}?(?:${own === '街道' ? '街道办事处|街道' : own}))(?=[^\\u4e00-\\u9fff]|始终|坚持|认真|党|领导|主要|机关|全|各|公|重大|关于|政府信息|办公|工作|被|获|荣)`,
        'g',
      ),
    )) {
      const name = nameIn(match[1] ?? '');
      if (name !== null && /[省市县区州盟旗镇乡]/.test(name.slice(0, -1)))
        counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  let best: string | null = null;
  for (const [name, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = name;
  const site = siteBody(page);
  if (site !== null && own !== undefined && sameKind(site, own)) return site;
  return best ?? (whole !== null && !/(?:我|本|全)[省市县区]/.test(whole) ? whole : null);
}

function sameKind(site: string, own: string): boolean {
  if ('县市区省'.includes(own)) return new RegExp(`${own}人民政府$`).test(site);
  if (own === '委') return /委(?:员会)?$/.test(site);
  return own === '镇' || own === '乡' || own === '街道' ? site.includes(own) : site.endsWith(own);
}

/** The site's own name as a body: 江门市公安局门户网站 is 江门市公安局. */
export function siteBody({ clues }: Page): string | null {
  const names = [clues.meta.sitename ?? '', ...clues.documentTitle.split(/[_|｜-]/).slice(1)];
  for (const raw of names) {
    const name = raw
      .replace(/(?:门户|政务|官方|信息公开|公众信息)?(?:网站|网|平台)?$/, '')
      .replace(/(?:门户|政务|官方)$/, '')
      .trim();
    if (IS_BODY.test(name) && name.length > 3) return name;
  }
  return null;
}

function longForm(named: string): string {
  const name = named
    .replace(TOWN_OFFICE, '')
    .replace(/(?<=[局厅委院镇乡]|政府|街道)(?:党委|党组|党工委)$/, '');
  for (const [pattern, long] of LONG_FORMS) {
    if (pattern.test(name)) return name.endsWith(long) ? name : name.replace(pattern, long);
  }
  if (/[^街]镇$|乡$|苏木$/.test(name)) return `${name}人民政府`;
  if (/^.{2,12}(?:省|市|县|区|州|旗)$/.test(name)) return `${name}人民政府`;
  return name;
}
