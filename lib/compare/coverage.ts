import type { ComparedReport } from '../model/comparison.ts';
import type { ReportFacts } from '../model/report.ts';
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
  place: string;
  year: number;
  /** Prescribed parts of which nothing was found; empty for kinds that have none. */
  missing: Role[];
  /** Whether it was published on or after the day it was due before; `null`: its date isn't known, or none is due. */
  isLate: boolean | null;
}

export function coverageOf(reports: readonly ComparedReport[], due: DueDay): CoverageCell[] {
  return reports.flatMap((report): CoverageCell[] => {
    const { facts } = report;
    if (facts.year === null) return [];
    const isPrescribed = facts.kind === '法治政府建设年度报告';
    return [
      {
        reportId: report.id,
        place: placeOf(facts),
        year: facts.year,
        missing: isPrescribed ? missingParts(report) : [],
        isLate: isPrescribed ? isLate(facts, due) : null,
      },
    ];
  });
}

/** The row of a report: its body, else its place. */
export function placeOf({ issuer, region }: ReportFacts): string {
  return issuer ?? region.county ?? region.city ?? region.province ?? '';
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
