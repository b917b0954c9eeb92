/** The kinds of report the rules tell apart; the names are those of the genre. */
export const REPORT_KINDS = [
  '法治政府建设年度报告',
  '政府工作报告',
  '政府信息公开工作年度报告',
  '预算执行情况报告',
  '审计工作报告',
  '统计公报',
  '计划执行情况报告',
  '检察院工作报告',
  '法院工作报告',
  '部门工作总结',
  '其他报告',
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const LEVELS = ['central', 'province', 'city', 'county', 'township'] as const;
/** Level of the issuing body in the administrative hierarchy. */
export type Level = (typeof LEVELS)[number];

/** Full names of divisions (吉林省, 江门市, 麻阳苗族自治县); `null`: not known or not applicable. */
export interface Region {
  province: string | null;
  city: string | null;
  county: string | null;
}

/** What is known of a published report. A fact that cannot be known is `null`, never a guess. */
export interface ReportFacts {
  title: string | null;
  /** `null`: not a report. */
  kind: ReportKind | null;
  issuer: string | null;
  level: Level | null;
  region: Region;
  /** The year reported on, never the year of publication. */
  year: number | null;
  /** `YYYY-MM-DD`. */
  published: string | null;
}

/** One reason for a decision: a stable word for the sort of clue, and what was seen. */
export interface Evidence {
  clue: string;
  seen: string;
}

/** The answer to "is this a published report?", with its reasons. */
export interface Detection {
  isReport: boolean;
  /** 0..1; below 0.5 when the text is a report's but nothing vouches for the host. */
  confidence: number;
  evidence: Evidence[];
  facts: ReportFacts;
}

/** Where a page stands in a report that is spread over several. */
export interface Part {
  /** From 1. */
  number: number;
  /** `null`: not known how many there are. */
  count: number | null;
  /** Address of the first part, which names the report. */
  first: string;
  /** Address of the next part; `null` on the last one. */
  next: string | null;
}
