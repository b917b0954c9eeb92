import type { Page } from '../../../analysis/detection-rules.ts';

const DATE = /((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/;
/** Labels of the box, the surest first; dates of signing come last. */
const LABELS: readonly RegExp[] = [
  /^(?:发布|公开|公布|发表|刊发|上网|发稿|信息发布|publish)(?:日期|时间|time)?$/i,
  /^(?:|时间|日期|更新(?:时间|日期)?)$/,
  /^(?:发文|生成|成文|印发|制发|制作)(?:日期|时间)$/,
];
const ADDRESS: readonly RegExp[] = [
  /\/t((?:19|20)\d\d)(\d\d)(\d\d)_/,
  /\/art\/((?:19|20)\d\d)\/(\d{1,2})\/(\d{1,2})\//,
  /\/((?:19|20)\d\d)-(\d\d)\/(\d\d)\//,
  /\/((?:19|20)\d\d)-(\d\d)-(\d\d)\//,
  /\/((?:19|20)\d\d)\/(\d\d)-(\d\d)\//,
  /\/((?:19|20)\d\d)\/(\d\d)(\d\d)\//,
  /\/((?:19|20)\d\d)(\d\d)\/(\d\d)\//,
  /\/((?:19|20)\d\d)(\d\d)(\d\d)\//,
  /\/((?:19|20)\d\d)\/(\d{1,2})\/(\d{1,2})\//,
];

/**
 * The date of publication the reader sees: the box's 发布日期, else a standard meta tag (dropped when it equals the stamp of the
 * page's generation, as ucap pages have it), else a line of the text, else the date in the address. `null`: none.
 */
export function publishedOf(page: Page): string | null {
  const { labels, meta, url } = page.clues;
  const named = (pattern: RegExp): string | null => {
    for (const { label, value } of labels)
      if (pattern.test(label.replace(/\s|:|：/g, ''))) {
        const date = dateIn(value);
        if (date !== null) return date;
      }
    return null;
  };
  const stamp = dateIn(meta.others ?? '') ?? dateIn(meta.maketime ?? '');
  const tag = dateIn(meta.publishtime ?? '') ?? dateIn(meta.pubdate ?? '') ?? dateIn(meta.publishdate ?? '');
  const line =
    /(?:(?:发布|公开|发表|公布|更新)(?:日期|时间)|(?:^|\s)[-•·]?\s*(?:时间|日期)[:：])\s*[:：]?\s*([^\n]{6,24})/.exec(
      page.opening.slice(0, 600),
    );
  return (
    named(LABELS[0] as RegExp) ??
    (tag !== null && tag !== stamp ? tag : null) ??
    named(LABELS[1] as RegExp) ??
    (line?.[1] === undefined ? null : dateIn(line[1])) ??
    byline(page) ??
    named(LABELS[2] as RegExp) ??
    signed(page) ??
    inAddress(url) ??
    underTitle(page)
  );
}

/** 2022年1月18日 来源:某办, or 2010-05-27 某县统计局: a line under the title. */
function byline({ opening }: Page): string | null {
  const head = opening.slice(0, 600);
  const line =
    /(?:^|\n)\s*((?:19|20)\d\d[-/.年][^\n]{3,24}?)\s*[([]?(?:来源|点击|浏览|阅读|访问)/.exec(head) ??
    /(?:^|\n)\s*[•·]?\s*((?:19|20)\d\d-\d{1,2}-\d{1,2})(?: +\d{1,2}:\d\d(?::\d\d)?)?(?: +[^\n\d]{2,20})? *(?=\n)/.exec(
      head,
    );
  return line?.[1] === undefined ? null : dateIn(line[1]);
}

/** 发文日期:2025-02-25, | 成文日期 | 2025-06-13 |: the box as lines of the text. */
function signed({ opening }: Page): string | null {
  const line = /(?:发文|成文|印发|生成)(?:日期|时间)[:\s|]{0,4}((?:19|20)\d\d[^\n]{4,12})/.exec(
    opening.slice(0, 600),
  );
  return line?.[1] === undefined ? null : dateIn(line[1]);
}

/** (2020年7月10日): alone on one of the first lines. */
function underTitle({ opening }: Page): string | null {
  const line = /(?:^|\n)\s*\(?\s*((?:19|20)\d\d ?年 ?\d{1,2} ?月 ?\d{1,2} ?日)\s*\)?\s*(?=\n)/.exec(
    opening.slice(0, 300),
  );
  return line?.[1] === undefined ? null : dateIn(line[1]);
}

function inAddress(url: string | null): string | null {
  if (url === null) return null;
  for (const pattern of ADDRESS) {
    const match = pattern.exec(url);
    const date = match === null ? null : isoDate(match[1], match[2], match[3]);
    if (date !== null) return date;
  }
  return null;
}

function dateIn(words: string): string | null {
  const match = DATE.exec(words);
  return match === null ? null : isoDate(match[1], match[2], match[3]);
}

function isoDate(year = '', month = '', day = ''): string | null {
  const m = Number(month);
  const d = Number(day);
  // 1970-01-01 is a clock that was never set
  if (Number(year) < 1995 || m < 1 || m > 12 || d < 1 || d > 31) return null;
  return `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}
