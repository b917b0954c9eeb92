import type { ReportFacts } from './report.ts';

export const FACT_NAMES = ['title', 'issuer', 'year', 'kind', 'level', 'region', 'published'] as const;
export type FactName = (typeof FACT_NAMES)[number];

/** What is known of a report: the reader's word where there is one, else the machine's. */
export function knownFacts(machine: ReportFacts, edited: Partial<ReportFacts> = {}): ReportFacts {
  return { ...machine, ...edited };
}

/** The facts of which the reader says something else than the machine. */
export function editsBetween(machine: ReportFacts, wanted: ReportFacts): Partial<ReportFacts> {
  const differs = (name: FactName) => JSON.stringify(machine[name]) !== JSON.stringify(wanted[name]);
  return Object.fromEntries(FACT_NAMES.filter(differs).map((name) => [name, wanted[name]]));
}

const FIRST_YEAR = 1949;
const LAST_YEAR = 2100;

/** A year that a report can be about. */
export function isReportYear(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= FIRST_YEAR && value <= LAST_YEAR;
}

/** `YYYY-MM-DD`, and a day that there is: not 2024-02-30. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
