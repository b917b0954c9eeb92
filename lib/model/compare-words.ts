import type { Approx } from './mention.ts';

/** The words of the views that line reports up. */
export interface CompareWords {
  views: string;
  indicators: string;
  sideBySide: string;
  topics: string;
  coverage: string;
  codings: string;
  choose: string;
  chosen: (count: number) => string;
  findReport: string;
  chooseAll: (count: number) => string;
  chooseNone: string;
  moreReports: (count: number) => string;
  chooseTwo: string;
  computing: string;
  indicator: string;
  trend: string;
  trendOf: (label: string, values: string) => string;
  notStated: string;
  proposed: string;
  proposedHelp: string;
  onlyShared: string;
  showHidden: (count: number) => string;
  mergeWith: string;
  split: string;
  rename: string;
  hide: string;
  unhide: string;
  filter: string;
  sort: string;
  /** In what order the rows stand. */
  orders: Record<'place' | 'label' | 'count' | 'change' | 'report', string>;
  sortBy: (report: string) => string;
  /** In how many of the chosen reports. */
  stated: (count: number, all: number) => string;
  rowCount: (count: number) => string;
  /** Put before a number: what is hedged stays hedged in whatever unit it is shown. */
  hedges: Record<Exclude<Approx, 'exact'>, string>;
  asWritten: (words: string) => string;
  corrected: string;
  copyTable: string;
  copied: (rows: number) => string;
  copyFailed: string;
  exportTable: string;
  exportSynonyms: string;
  chart: string;
  exportChart: string;
  figure: string;
  report: string;
  earlier: string;
  later: string;
  /** A third report beside the two. */
  latest: string;
  noThird: string;
  /** Of the text of a report, what it has in common with the one before it. */
  common: (report: string, share: string) => string;
  fates: Record<'same' | 'changed' | 'dropped' | 'added', string>;
  onlyChanges: string;
  /** Words that only the later text has, and only the earlier. */
  put: string;
  taken: string;
  /** What a figure was before, set beside it. */
  was: (written: string) => string;
  wasIn: (report: string, written: string) => string;
  dropped: string;
  withNumber: (share: string) => string;
  passages: (count: number) => string;
  place: string;
  unknownPlace: string;
  unknownYear: string;
  missing: (parts: string) => string;
  complete: string;
  late: string;
  onTime: string;
  dueBefore: string;
  /** Of codes in reports: not how many passages, but whether there are any. */
  binary: string;
  noCodings: string;
  nothing: string;
  passageGone: string;
  openPassage: string;
  openPage: string;
  close: string;
  source: (bodies: string, date: string) => string;
}
