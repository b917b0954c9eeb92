/** A label and its value from a metadata box of the page, e.g. 发布日期 / 2025-03-24. */
export interface LabelledValue {
  label: string;
  value: string;
}

/**
 * What the page tells about itself before its text is read as a report.
 * Plain data, so that detection runs without a DOM. An empty string or list means "not there".
 */
export interface Clues {
  /** Address of the page; `null`: not known (a file given to the command line without `--url`). */
  url: string | null;
  /** The `<title>` element. */
  documentTitle: string;
  /** Title shown on the page (heading of the article), lines joined; '' when none is seen. */
  heading: string;
  /** `<meta name>` by lower-cased name; the first non-empty value wins. */
  meta: Record<string, string>;
  /** Pairs found in metadata boxes and lines (发布机构, 发文日期, 发布时间 …), in page order. */
  labels: LabelledValue[];
  /** Breadcrumb or column names, outermost first. */
  breadcrumb: string[];
  /** The report text's first characters (about 1,500), blocks joined by line feeds. */
  opening: string;
  /** Short blocks of the text that look like headings (numbered or short and without 。), in order. */
  headings: string[];
  /** The report text's last characters (about 300): signature and date stand there. */
  closing: string;
  /** UTF-16 length of the text that would be read. */
  textLength: number;
  /** Number of links inside the text per 1,000 characters: list pages have many. */
  linkDensity: number;
  /** Attachments linked from the article (PDF, Word, OFD …): address and name. */
  attachments: { url: string; name: string }[];
}
