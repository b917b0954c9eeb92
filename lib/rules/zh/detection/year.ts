import type { Page } from '../../../analysis/detection-rules.ts';
import type { ReportKind } from '../../../model/report.ts';

const YEAR = /(?:19|20)\d\d/;
/** Kinds whose title names the year of delivery; what they report on is the year before. */
const DELIVERED: readonly ReportKind[] = ['政府工作报告', '检察院工作报告', '法院工作报告'];

/** The year reported on; `null` when nothing says it. The date of publication never decides. */
export function yearOf(page: Page, kind: ReportKind): number | null {
  if (DELIVERED.includes(kind)) return deliveredYear(page);
  return (
    censusYear(page, kind) ??
    summedUp(page.title) ??
    numberIn(page.title) ??
    written(page.title) ??
    inHandover(page) ??
    counted(page) ??
    inOpening(page) ??
    inHeadings(page) ??
    planned(page) ??
    heldThisYear(page)
  );
}

function numberIn(words: string): number | null {
  const match = /(?<![\d-])((?:19|20)\d\d)(?!\d)/.exec(words);
  return match?.[1] === undefined ? null : Number(match[1]);
}

/** 以2020年11月1日零时为标准时点: a census is of that year. */
function censusYear({ opening }: Page, kind: ReportKind): number | null {
  if (kind !== '统计公报') return null;
  const match =
    /((?:19|20)\d\d) ?年 ?\d{1,2} ?月 ?\d{1,2} ?日零时|普查[^。]{0,30}标准时点[^。]{0,8}((?:19|20)\d\d) ?年/.exec(
      opening,
    );
  return match === null ? null : Number(match[1] ?? match[2]);
}

/** 2025年工作计划和2024年工作总结: the year summed up, not the one planned. */
function summedUp(title: string): number | null {
  const match = /计划[^,。]{1,6}((?:19|20)\d\d)年度?[^,。\d]{0,12}总结/.exec(title);
  return match?.[1] === undefined ? null : Number(match[1]);
}

const NUMERALS = '〇一二三四五六七八九';

/** 二〇二四年 in a title. */
function written(title: string): number | null {
  const match = /二[〇○零0]([一二三四五六七八九〇○零])([一二三四五六七八九〇○零])年/.exec(title);
  if (match === null) return null;
  const digit = (c: string | undefined): number => Math.max(0, NUMERALS.indexOf(c ?? ''));
  return 2000 + digit(match[1]) * 10 + digit(match[2]);
}

function deliveredYear(page: Page): number | null {
  const review = page.headings
    .map((h) =>
      /(?:过去五年和)?((?:19|20)\d\d)年(?:和[^,。]{1,8})?(?:主要|政府|全省|全市)?(?:工作|目标)[^,。]{0,14}(?:回顾|总结|情况)|(?:回顾|过去一年)[^\d]{0,4}((?:19|20)\d\d)年/.exec(
        h,
      ),
    )
    .find((m) => m !== null);
  const reviewed = Number(review?.[1] ?? review?.[2]);
  if (reviewed > 1900) return reviewed;
  const line = /(?:^|\n)\s*((?:19|20)\d\d)年(?:主要|政府|检察|法院)?工作(?:主要)?回顾\s*(?=\n)/.exec(
    page.opening,
  );
  if (line?.[1] !== undefined) return Number(line[1]);
  const held =
    /((?:19|20)\d\d)年(\d{1,2})月\d{1,2}日(?:[^。\n]{0,12}在|[^。\n]{2,12}第[^。\n]{1,4}届人民代表大会)/.exec(
      page.opening.slice(0, 400),
    );
  // an assembly in December reviews the year that ends
  if (held?.[1] !== undefined) return Number(held[1]) - (held[2] === '12' ? 0 : 1);
  const title = numberIn(page.title);
  // 2023年度工作报告 names the year itself
  if (title !== null) return page.title.includes(`${title}年度`) ? title : title - 1;
  const spoken = /((?:19|20)\d\d)年[^。]{0,8}(?:工作回顾|以来|是|,)/.exec(page.opening);
  return spoken?.[1] === undefined ? null : Number(spoken[1]);
}

/** 现将2024年度法治政府建设情况报告如下. */
function inHandover({ opening }: Page): number | null {
  const match =
    /(?:现将|现就|现对|将)[^。:]{0,20}?((?:19|20)\d\d) ?年?[^。:]{0,60}(?:报告|汇报|总结|公布)(?:如下|情况)/.exec(
      opening,
    );
  return match?.[1] === undefined ? null : Number(match[1]);
}

/** 统计期限为2020年1月1日至12月31日. */
function counted({ opening }: Page): number | null {
  const match = /(?:期限|数据)[^。\n]{0,12}?((?:19|20)\d\d) ?年 ?0?1 ?月 ?0?1 ?日/.exec(opening);
  return match?.[1] === undefined ? null : Number(match[1]);
}

/** The text opens with its year: 2025年,某局始终…; 2024年以来. Not 《…(2021—2025年)》, nor the date of a meeting. */
function inOpening({ opening, title }: Page): number | null {
  const words = opening.replace(/《[^》]{1,80}》|[(（][^)）]{0,40}[)）]/g, '').slice(0, 600);
  for (const match of words.matchAll(/(?<![\d—-])((?:19|20)\d\d) ?年(?!\d{1,2}月\d{1,2}日|[-—至])/g)) {
    const before = words.slice(Math.max(0, match.index - 8), match.index);
    if (/(?:到|至|—|-|自|发布(?:时间|日期)?:?)\s*$/.test(before)) continue;
    const year = Number(match[1]);
    if (`${title}${words}`.length > 0 && YEAR.test(match[0])) return year;
  }
  return null;
}

/** 一、2024年法治政府建设的主要举措和成效; the heading of plans names the next year. */
function inHeadings({ headings, text }: Page): number | null {
  for (const heading of headings) {
    const year = numberIn(heading);
    if (year !== null && !/安排|打算|计划|思路|重点|下一/.test(heading)) return year;
  }
  const counts = new Map<number, number>();
  for (const match of (text?.text ?? '').slice(0, 40_000).matchAll(/((?:19|20)\d\d)年/g)) {
    counts.set(Number(match[1]), (counts.get(Number(match[1])) ?? 0) + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  const best = ranked[0];
  return best !== undefined && best[1] >= 3 && best[1] > (ranked[1]?.[1] ?? 0) * 2 ? best[0] : null;
}

/** ——2025年10月26日在…会议上, and 今年: what it tells of lies in the year it was told. */
function heldThisYear({ opening }: Page): number | null {
  const held = /((?:19|20)\d\d)年\d{1,2}月\d{1,2}日[^。\n]{0,6}在[^。\n]{2,60}会议/.exec(
    opening.slice(0, 400),
  );
  return held?.[1] !== undefined && opening.includes('今年') ? Number(held[1]) : null;
}

/** 2025年…的主要安排: plans are of the year after. */
function planned({ headings }: Page): number | null {
  for (const heading of headings) {
    const year = numberIn(heading);
    if (year !== null && /安排|打算|计划|思路|重点/.test(heading)) return year - 1;
  }
  return null;
}
