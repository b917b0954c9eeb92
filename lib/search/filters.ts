import { knownFacts } from '../model/facts.ts';
import type { SearchFilters } from '../model/search.ts';
import type { Report } from '../model/snapshot.ts';
import type { Span } from '../model/span.ts';

/** Whether a report is one of those that are looked through, by its facts as the reader knows them. */
export function passesFacts(report: Report, { kind, issuer, level, region, year }: SearchFilters): boolean {
  const facts = knownFacts(report.facts, report.editedFacts);
  const { province, city, county } = facts.region;
  return (
    (kind === undefined || facts.kind === kind) &&
    (issuer === undefined || facts.issuer?.includes(issuer) === true) &&
    (level === undefined || facts.level === level) &&
    (region === undefined || [province, city, county].some((name) => name?.includes(region) === true)) &&
    (year === undefined || facts.year === year)
  );
}

/** The spans that share a place with one of the others; both sorted by their start. */
export function overlapping(spans: readonly Span[], others: readonly Span[]): Span[] {
  let at = 0;
  return spans.filter(({ start, end }) => {
    while (at < others.length && (others[at]?.end ?? 0) <= start) at++;
    return (others[at]?.start ?? Number.POSITIVE_INFINITY) < end;
  });
}

/** Folded words of a passage, and where in some state of the report's text they stood. */
export interface CodedQuote {
  words: string;
  start: number;
}

/** Where quotes stand in a folded text: in their old place, else where the words are first. Sorted; lost ones are left out. */
export function placesOfQuotes(folded: string, quotes: readonly CodedQuote[]): Span[] {
  return quotes
    .flatMap(({ words, start }): Span[] => {
      const at = folded.startsWith(words, start) ? start : folded.indexOf(words);
      return at < 0 || words === '' ? [] : [{ start: at, end: at + words.length }];
    })
    .sort((a, b) => a.start - b.start);
}
