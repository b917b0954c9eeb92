import type { ComparedReport } from '../model/comparison.ts';
import type { ReportFacts } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import type { Role } from '../model/text.ts';

/** Parts that each report on building a law-based government must have (2019 provisions, article 26 and annex). */
export const PRESCRIBED_PARTS = [
  'measures',
  'shortcomings',
  'leadership_duty',
  'plans',
] as const satisfies Role[];

/** A day of the year after the one reported on, before which reports are due: the 2019 provisions say 1 April. */
export interface DueDay {
  month: number;
  day: number;
}
export const DUE: DueDay = { month: 4, day: 1 };

/** Where in the grid a report stands, and what is to be said of it. */
export interface CoverageCell {
  reportId: string;
  /** The row: of a body, else of a place; a report of which neither is known has one of its own. */
  row: string;
  /** The body or place; `null`: neither is known. */
  place: string | null;
  /** `null`: not known. */
  year: number | null;
  /** Prescribed parts of which nothing was found; empty for kinds that have none. */
  missing: Role[];
  /** Whether it was published on or after the day it was due before; `null`: its date isn't known, or none is due. */
  isLate: boolean | null;
  /** What it begins with: its first sentence, else its first line. */
  opening: Span;
}

export function coverageOf(reports: readonly ComparedReport[], due: DueDay): CoverageCell[] {
  return reports.map((report): CoverageCell => {
    const { id, facts } = report;
    const isPrescribed = facts.kind === '法治政府建设年度报告';
    const place = placeOf(facts);
    return {
      reportId: id,
      row: place ?? `#${id}`,
      place,
      year: facts.year,
      missing: isPrescribed ? missingParts(report) : [],
      isLate: isPrescribed ? isLate(facts, due) : null,
      opening: openingOf(report),
    };
  });
}

function openingOf({ text, sentences: [first] }: ComparedReport): Span {
  if (first) return { start: first.start, end: first.end };
  const end = text.indexOf('\n');
  return { start: 0, end: end < 0 ? text.length : end };
}

/** The body of a report, else its place in full: counties of two cities may have one name. */
export function placeOf({ issuer, region: { province, city, county } }: ReportFacts): string | null {
  const place = [province, city, county].filter(Boolean).join('');
  return issuer ?? (place === '' ? null : place);
}

/** Prescribed parts for which the report has neither a heading nor a sentence. */
export function missingParts({ outline, sentences }: ComparedReport): Role[] {
  return PRESCRIBED_PARTS.filter(
    (role) =>
      outline.every((section) => section.role !== role) &&
      sentences.every((sentence) => sentence.role !== role),
  );
}

function isLate({ year, published }: ReportFacts, { month, day }: DueDay): boolean | null {
  if (year === null || published === null) return null;
  const two = (number: number) => String(number).padStart(2, '0');
  return published >= `${year + 1}-${two(month)}-${two(day)}`;
}
