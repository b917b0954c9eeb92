import type { DetectionRules, Page } from '../../../analysis/detection-rules.ts';
import type { Gazetteer } from '../../../lexicon/zh/gazetteer.ts';
import { simplifiedNames } from '../../../lexicon/zh/traditional-names.ts';
import type { ReportFacts, ReportKind } from '../../../model/report.ts';
import { issuerOf } from './issuer.ts';
import { endsAsReport } from './page.ts';
import { publishedOf } from './published.ts';
import { recognition } from './recognition.ts';
import { placeOf } from './region.ts';
import { anonymous, essaySite, nameless, placeless, relayed, story } from './signs-elsewhere.ts';
import { yearOf } from './year.ts';

/** The rules of detection with the facts, over a gazetteer. */
export function rulesWith(gazetteer: Gazetteer): DetectionRules {
  return {
    ...recognition,
    pageOf: (clues, text) => withNames(recognition.pageOf(clues, text)),
    signs: [...recognition.signs, essaySite, nameless, placeless, anonymous(gazetteer), relayed, story],
    facts: (page, kind) => factsOf(page, kind, gazetteer),
  };
}

function withNames(page: Page): Page {
  return {
    ...page,
    title: simplifiedNames(page.title),
    opening: simplifiedNames(page.opening),
    headings: page.headings.map(simplifiedNames),
    closing: simplifiedNames(page.closing),
  };
}

function factsOf(page: Page, kind: ReportKind, gazetteer: Gazetteer): ReportFacts {
  const issuer = issuerOf(page, kind, gazetteer);
  const { region, level } = placeOf(issuer, page, gazetteer);
  const title =
    page.title !== '' && (endsAsReport(page.title) || page.clues.heading !== '') ? page.title : null;
  return { title, kind, issuer, level, region, year: yearOf(page, kind), published: publishedOf(page) };
}
