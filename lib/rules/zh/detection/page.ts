import type { Page } from '../../../analysis/detection-rules.ts';
import { simplified } from '../../../lexicon/zh/traditional.ts';
import type { Clues } from '../../../model/clues.ts';
import type { ReportText } from '../../../model/text.ts';
import { fold as narrow } from '../../../text/fold.ts';
import { hostOf } from './host.ts';

/** What may stand in brackets behind a title: (全文), (2022年), (2023年度). */
const QUALIFIERS =
  /(?: ?(?:\((?:全文|全文版|摘要|草案|书面|公开版|审议稿|送审稿|(?:19|20)\d\d[^()]{0,12}|二[〇○零0][^()]{2,8}年[^()]{0,8}|\d{1,2}|[一二三四五六七八九十上中下续]|第[一二三四五六七八九十\d]{1,3}号)\)|\[\d{1,2}\]|(?:19|20)\d\d|——.{4,50}会(?:议)?上|\|)){1,2}$/;
/** What a report's title ends in; a summary may be told together with the plans of the next year. */
const TAIL =
  /(?:报告|[公年]报|汇报|总结|述职|(?<!发布.{0,30})白皮书)$|(?:总结|回顾|情况)(?:和|及|与|暨|以及|、)[^,。;:]{0,16}(?:计划|打算|安排|思路|要点|谋划)$/;

/** The title without what stands in brackets behind it. */
export function withoutQualifiers(title: string): string {
  return title.replace(QUALIFIERS, '');
}

/** Whether these words end as a report's title does. */
export function endsAsReport(title: string): boolean {
  return TAIL.test(withoutQualifiers(title));
}
/** Copies on foreign hosts show the sound behind the character: 建設(shè). */
const SOUND = /(?<=[\u3400-\u9fff])\([a-z\u00e0-\u01dc]{1,6}\)/g;
/** One width and one script. */
const fold = (text: string): string => simplified(narrow(text)).replace(SOUND, '');
const LONGEST_TITLE = 90;
const TITLE_LINES = 3;
const HEAD_LINES = 10;
const FURNITURE_LINES = 30;

/** The clues in one width, with the likeliest title. */
export function pageOf(clues: Clues, text: ReportText | null): Page {
  const opening = fold(clues.opening);
  return {
    clues,
    title: titleOf(clues, opening),
    opening,
    headings: clues.headings.map((heading) => fold(heading).trim()),
    closing: fold(clues.closing),
    host: hostOf(clues.url),
    text,
  };
}

const clean = (title: string): string =>
  fold(title)
    .replace(/\s+/g, ' ')
    .replace(/(?<=[^\w]) (?=[^\w])/g, '')
    .trim();

/** The page's own heading; else its meta or title element, the site's name cut off; else the first lines of the text. */
function titleOf(clues: Clues, opening: string): string {
  const shown = clean(clues.heading);
  if (shown !== '' && shown.length <= LONGEST_TITLE) return shown;
  const meta = clean(clues.meta.articletitle ?? '');
  if (meta !== '') return meta;
  const element = withoutSite(clean(clues.documentTitle));
  if (endsAsReport(element)) return element;
  return titleLine(opening) ?? element;
}

/** 某局2024年法治政府建设年度报告_某市人民政府门户网站: the site's name stands after the last mark. */
function withoutSite(title: string): string {
  const parts = title
    .split(/ *[_|｜]+ *| +[-—–]+ +|-(?=[^-]{2,20}$)|—+(?=[^—]{2,20}$)/)
    .filter((part) => part.trim() !== '');
  return (parts.find((part) => endsAsReport(part.trim())) ?? parts[0] ?? '').trim();
}

/** A title set as the first lines of the text, maybe broken over two or three; `null`: the text opens with a paragraph. */
export function titleLine(opening: string): string | null {
  const lines = opening.split('\n', FURNITURE_LINES).map(clean);
  let column: string | null = null;
  for (let last = 0; last < lines.length; last++) {
    const line = lines[last] ?? '';
    if (!mayBeTitle(line) || !endsAsReport(line)) continue;
    // far down, behind a site's menus, only a title that names its year
    if (last >= HEAD_LINES && !/(?:19|20)\d\d/.test(line)) continue;
    let joined = line;
    const above = lines.slice(0, last).filter((words) => words !== '');
    for (let back = 1; back < TITLE_LINES; back++) {
      const before = above[above.length - back] ?? '';
      if (!BROKEN_START.test(joined) || !mayBeTitle(before) || !BODY_LINE.test(before)) break;
      joined = before + joined;
    }
    if (joined.length <= 4 || joined.length > LONGEST_TITLE) continue;
    if (column === null && COLUMN_NAME.test(joined)) column = joined;
    else if (column === null || /(?:19|20)\d\d/.test(joined)) return joined;
  }
  return column;
}

/** 政府信息公开年报: the name of a site's column, unless no fuller title follows. */
const COLUMN_NAME =
  /^(?:(?:政府)?信息公开(?:工作)?(?:年度)?(?:工作)?|(?:法治政府(?:建设)?|依法行政)(?:年度)?(?:工作)?(?:情况)?|(?:政府|财政|审计|年度|部门)?(?:工作)?)(?:报告|年报|总结)$/;

/** A line that begins like the second half of a title; one that may be the first half. */
const BROKEN_START =
  /^(?:关于|(?:(?:以?及|和|与|暨) ?)?(?:19|20)\d\d|上?年度|法治|政府|工作|情况|[^局厅委]{1,12}报告$)/;
const BODY_LINE =
  /^关于(?:检查|贯彻|实施)?《|(?:局|厅|委|委员会|政府|办|院|办事处|镇|乡|街道|省|市|县|区|中心|队|部|检查组|年|年度|建设|执行情况)$/;

/** 组配分类 政府信息公开年报, 发布机构 某镇: a line of the catalogue, not of the title. */
const CATALOGUE_LINE =
  /^(?:(?:组配|体裁|主题|信息|公开)分类|(?:信息|文件|公文)类[别型]|所属栏目|索引号|(?:成文|生成|发文)日期|(?:发布|制发|发文)(?:机构|机关|单位))(?!.*(?:标题|名称))/;

function mayBeTitle(line: string): boolean {
  if (CATALOGUE_LINE.test(line)) return false;
  if (line === '' || line.length > 70 || /[。;>]|:$|[:] ?\d/.test(line)) return false;
  return !/^(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十]+(?:部分|章|节)|\(|附件?\d*:)/.test(line);
}
