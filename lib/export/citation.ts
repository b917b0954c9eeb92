import type { CitationStandard } from '../model/citation-standard.ts';
import type { ReportFacts } from '../model/report.ts';

/** What a reference is made of. */
export interface Cited {
  facts: Pick<ReportFacts, 'issuer' | 'title' | 'published'>;
  url: string;
  /** When the page was read; ISO 8601. */
  retrievedAt: string;
}

/**
 * The reference of an online report. What is not known is left out, as the standards say of sequential numbering.
 * GB/T 7714—2015, 4.6.2 and A.4: the date of publication in brackets, that of access after it in square ones.
 * GB/T 7714—2025: a report's date stands by itself, and only web pages are given a date of access: so here one is
 * given when the report's own date isn't known.
 */
export function referenceOf({ facts, url, retrievedAt }: Cited, standard: CitationStandard): string {
  const { issuer, title, published } = facts;
  const access = `[${retrievedAt.slice(0, 10)}]`;
  const name = `${title ?? ''}[R/OL]`;
  const date =
    standard === 'GB/T 7714—2015'
      ? `${published === null ? '' : `(${published})`}${access}`
      : (published ?? access);
  return `${[issuer, name, date, url].filter((part) => part !== null && part !== '').join('. ')}.`;
}

/** A passage in quotation marks with its reference on a line of its own; quotation marks within become inner ones. */
export function citedPassage(passage: string, cited: Cited, standard: CitationStandard): string {
  const inner = passage.replaceAll('“', '‘').replaceAll('”', '’').trim();
  return `“${inner}”\n——${referenceOf(cited, standard)}`;
}
