import type { DetectionRules, Page } from '../../../analysis/detection-rules.ts';
import type { Gazetteer } from '../../../lexicon/zh/gazetteer.ts';
import type { ReportFacts, ReportKind } from '../../../model/report.ts';
import { issuerOf } from './issuer.ts';
import { endsAsReport } from './page.ts';
import { publishedOf } from './published.ts';
import { recognition } from './recognition.ts';
import { placeOf } from './region.ts';
import { yearOf } from './year.ts';

/** The rules of detection with the facts, over a gazetteer. */
export function rulesWith(gazetteer: Gazetteer): DetectionRules {
  return {
    ...recognition,
    facts: (page, kind) => factsOf(page, kind, gazetteer),
  };
}

function factsOf(page: Page, kind: ReportKind, gazetteer: Gazetteer): ReportFacts {
  const issuer = issuerOf(page, kind, gazetteer);
  const { region, level } = placeOf(issuer, page, gazetteer);
  const title =
    page.title !== '' && (endsAsReport(page.title) || page.clues.heading !== '') ? page.title : null;
  return { title, kind, issuer, level, region, year: yearOf(page, kind), published: publishedOf(page) };
}
