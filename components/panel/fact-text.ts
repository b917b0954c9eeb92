import type { FactName } from '../../lib/model/facts.ts';
import type { ReportFacts } from '../../lib/model/report.ts';
import type { Words } from '../../lib/model/words.ts';

/** A fact as the reader sees it; `null`: not known. */
export function factText(name: FactName, facts: ReportFacts, { panel, levels }: Words): string | null {
  const { level, region, year } = facts;
  switch (name) {
    case 'year':
      return year === null ? null : panel.yearValue(year);
    case 'level':
      return level && levels[level];
    case 'region':
      return [region.province, region.city, region.county].filter(Boolean).join(' · ') || null;
    default:
      return facts[name];
  }
}
