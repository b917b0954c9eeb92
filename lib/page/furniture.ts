import { isNumbered } from '../text/numbered-line.ts';
import { namesOf, tagOf } from './elements.ts';
import { fold, type Line, textOf } from './lines.ts';

/**
 * What stands in or around an article without being its text: controls, counters, sources, attachments, links to
 * other articles. Elements are judged by name and content together, lines by their words and their place.
 */

const NAMES = new Set(
  (
    'share bdshare bdsharebuttonbox bshare jiathis fenxiang social print toolbar tools fontsize qrcode qr ewm erweima breadcrumb crumb ' +
    'crumbs dqwz position related relate relation xglj xgwj xgwd xgxx xgjd xgzc xgyd xgfj xgnews xgwz reldocuments ' +
    'fj fujian attach attachment attachments annex accessory pager pagination pagebar page pages prenext prevnext ' +
    'prev next sxp pn copyright foot footer bottom zrbj visit hits counter nav menu sidebar comment pinglun feedback wza gotop'
  ).split(' '),
);

/**
 * Metadata labels, without inner spaces. One pattern, so that 发布日期, 日期 and 成文日期 need no list of their own;
 * a label counts only with its colon or brackets.
 */
const LABEL =
  '(?:政府)?网站标识码|索引号|(?:主题|体裁|组配|服务对象|信息)?分类|' +
  '(?:发布|发文|制发|公开|公开责任|责任|来文|信息提供|发稿)(?:机构|机关|单位|主体|部门)|' +
  '(?:成文|生成|发文|发布|发表|公开|公布|印发|更新|录入|添加|生效|施行|实施|废止|失效|签发)?(?:日期|时间)|' +
  '(?:信息|文章|稿件|新闻|内容|文件)?来源(?:单位)?|作者|供稿|' +
  '(?:信息|文件|公文|文章)?(?:标题|名称)|(?:发文|公文)?(?:文号|字号)|文件编号|(?:统一)?登记号|(?:信息)?有效性|信息状态|' +
  '公开(?:方式|形式|时限|期限|范围|类别|属性)|主题词|关键[词字]|(?:内容|信息)(?:概述|概况)|摘要|' +
  '(?:浏览|点击|访问|阅读|查看)(?:次数|量|数|率)?|人气|字体(?:大小)?|字号|视力保护色|保护视力色|背景色|分享到?|' +
  '(?:责任)?编辑|审核|校对|审稿|主办(?:单位)?|承办(?:单位)?|版权所有';
const LABELLED = () =>
  new RegExp(`[[【(（]?\\s*(${LABEL})\\s*(?:[\\]】)）]\\s*[:：]?|[:：])|[[【]\\s*(${LABEL})\\s*[\\]】]`, 'g');
const BARE_LABEL = new RegExp(`^[[【]?(${LABEL})[\\]】]?[:：]?$`);

/** Gaps inside spaced-out labels (索 引 号); values keep the space before a time of day. */
const tight = (text: string): string => text.replace(/([\u4e00-\u9fa5])\s+(?=[\u4e00-\u9fa5])/g, '$1');

/** Label/value pairs of one line, in order; text before the first label comes with an empty label. */
export function pairsOf(raw: string): { label: string; value: string }[] {
  const text = tight(raw.slice(0, 1000));
  const pairs: { label: string; value: string }[] = [];
  let label = '';
  let from = 0;
  const push = (to: number): void => {
    const value = text
      .slice(from, to)
      .replace(/\s*(?:收藏|打印|分享|大小|\S?ICP备).*$/, '')
      .replace(/^[\s|｜]+|[\s|｜[【(（]+$/g, '');
    if (label !== '' || value !== '') pairs.push({ label, value });
  };
  for (const match of text.matchAll(LABELLED())) {
    push(match.index);
    label = match[1] ?? match[2] ?? '';
    from = match.index + match[0].length;
  }
  push(text.length);
  return pairs;
}

/** The label that a line consists of (a cell or `dt` of a metadata box), else `null`. */
export const bareLabel = (raw: string): string | null =>
  raw.length > 24 ? null : (BARE_LABEL.exec(fold(raw))?.[1] ?? null);

export const DATE =
  /^(?:19|20)\d\d\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}\s*日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?$/;

/** One control or counter, with what stands around it. One at a time: a pattern that repeats it could run for minutes. */
const CONTROL =
  /[[【(（<]?\s*点?(?:打\s*印|关\s*闭|返\s*回|收\s*藏|分\s*享|扫一扫|扫描二维码|扫码|用?手机|二维码|复制链接|下载|全文|繁[體体]|简体|无障碍|关怀版|长者|大|中|小|默认|首页|尾页|上一页|下一页|上页|下页|末页|第?\s*\d+\s*页?|共\s*\d+\s*页|TOP|回到?顶部|智能问答|纠错|我要纠错|朗读|听全文|语音播报|点赞|赞|在看|评论|留言|转发|阅读时[长间]|预计阅读|播放|暂停|静音|全屏|[标高超]清|语速|倍速|音量|\d{1,2}:\d{2}|目\s*录|更多|展开|收起|END|[-—–－]\s*\d{1,3}\s*[-—–－]|正文|微信(?:好友)?|(?:新浪|腾讯)?微博|QQ(?:好友|空间)?|朋友圈)(?:本页|本文|此页|此文|全文|窗口|顶部|上页|列表|到|在手机(?:打开|上?查看)(?:当前页|本页)?|版|浏览)*(?:[:：]?约?\s*[(（]?\d[\d:.]*[)）]?\s*(?:次|条|人|分钟?|秒|倍(?!速))?)?\s*[\]】)）>»›]*\s*[|｜/、:：]?\s*/iy;
const TAIL =
  /^[[【(（]?\s*(?:(?:相关|关联|推荐|延伸|更多|热点|政策|上级|图片|其他)(?:附件|链接|报道|解读|文件|文章|新闻|稿件|政策|信息|阅读|资讯|内容|文档|材料)|附件(?:下载|列表)|(?:上|前|下|后)一?[篇条页则]\s*[:：]|上一[篇条]|下一[篇条]|扫一扫|扫码|分享到|责任编辑|打印本|【打印|网站标识码|版权所有|主办单位|主办[:：]|您是第|.{0,4}ICP备|(?:特别|版权|免责)?声明\s*[:：]|.{0,30}转载(?:请|时|须|需))/;
const PLACE =
  /^(?:您|你)?(?:当前|现在)?(?:的|所在)*(?:当前)?(?:的|所在)?位置(?:是|为)?\s*[:：]?|^当前(?:位置|栏目)/;
const FOOT =
  /网站标识码|ICP备|公网安备|版权所有|建议使用|技术支持[:：]|未经.{0,8}(?:许可|授权)|免责声明|分辨率/;

function isControls(text: string): boolean {
  CONTROL.lastIndex = 0;
  while (CONTROL.lastIndex < text.length) if (!CONTROL.test(text)) return false;
  return text !== '';
}

export const isPlaceLine = (text: string): boolean => PLACE.test(text.slice(0, 40));
export const isTailLine = (text: string): boolean => TAIL.test(text.slice(0, 40));

/** Controls and counters only: nothing that a report could say. A number alone, or in a row of cells, is a figure. */
export function isControlLine(line: Line): boolean {
  if (line.length > 60 || (line.linkLength === 0 && isCell(line))) return false;
  const text = textOf(line);
  return isControls(text) && /[^\d\s]/.test(text);
}

/** Whether a line stands in one of several cells of a row. */
export const isCell = (line: Line): boolean =>
  (line.container.closest('td,th')?.parentElement?.children.length ?? 0) > 1;

/** Source, date, counter and font-size line: every piece is labelled metadata, a date, or a control. */
export function isMetaLine(line: Line): boolean {
  if (line.length > 200) return false;
  const text = textOf(line);
  if (bareLabel(text) !== null || DATE.test(text)) return true;
  const pairs = pairsOf(text);
  const first = pairs[0];
  if (!first || (pairs.length === 1 && first.label === '')) return false;
  const lead = first.label === '' ? first.value : '';
  return (
    (lead === '' || DATE.test(lead) || isControls(lead)) && pairs.every(({ value }) => value.length <= 60)
  );
}

/** A line of running text: long enough, punctuated, and not made of links. */
export function isProse(line: Line): boolean {
  if (line.length < 20 || line.linkLength > line.length * 0.4) return false;
  if (line.length > 400) return true;
  const text = textOf(line);
  return (
    /[，。；,;]|[：:]$/.test(text) &&
    !isPlaceLine(text) &&
    !(line.length < 300 && FOOT.test(text)) &&
    !isMetaLine(line) &&
    !isTailLine(text)
  );
}

export const isLinkLine = (line: Line): boolean => line.linkLength > line.length * 0.6;

const ASIDE = new Set(['nav', 'footer', 'aside']);

/**
 * Whether an element inside the article is furniture: its name says so, it is small beside the article, and it
 * holds links or next to nothing, never running text.
 */
export function isFurniture(element: Element, articleLength: number): boolean {
  if (!ASIDE.has(tagOf(element)) && !namesOf(element).some((name) => NAMES.has(name))) return false;
  const text = shortTextOf(element, Math.min(1500, articleLength * 0.4));
  if (text === null) return false;
  if (isNumbered(text)) return false;
  if ((text.match(/。/g)?.length ?? 0) > 1) return false;
  return text.length <= 60 || element.querySelector('a[href]') !== null || isTailLine(text);
}

/** The folded text of an element; `null` when it is longer than `most`. Stops reading there. */
function shortTextOf(element: Element, most: number): string | null {
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    text += fold((node as Text).data.slice(0, 8000));
    if (text.length > most) return null;
  }
  return text;
}
