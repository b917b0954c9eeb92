import type { DetectionRules, Page } from '../../../analysis/detection-rules.ts';
import type { Gazetteer } from '../../../lexicon/zh/gazetteer.ts';
import type { ReportFacts, ReportKind } from '../../../model/report.ts';
import { isOfficialHost } from './host.ts';
import { issuerOf } from './issuer.ts';
import { pageOf, REPORT_TAIL } from './page.ts';
import { publishedOf } from './published.ts';
import { placeOf } from './region.ts';
import {
  academic,
  articles,
  eventOpening,
  explained,
  explanation,
  listPage,
  newsText,
  newsTitle,
  order,
  otherDocument,
  profile,
  programme,
  resolution,
  story,
  template,
  tooShort,
  trade,
} from './signs-against.ts';
import {
  column,
  compiled,
  delivered,
  handover,
  lawHeadings,
  lawPart,
  prescribedParts,
  reportTitle,
  results,
  severalParts,
  signature,
  titleInText,
  yearOpening,
} from './signs-for.ts';
import { yearOf } from './year.ts';

/** The rules of detection over a gazetteer: the small one for every page, the full one where the text is read anyway. */
export function rulesWith(gazetteer: Gazetteer): DetectionRules {
  return {
    pageOf,
    signs: [
      reportTitle,
      titleInText,
      handover,
      compiled,
      delivered,
      prescribedParts,
      severalParts,
      lawPart,
      lawHeadings,
      yearOpening,
      results,
      column,
      signature,
      explanation,
      explained,
      otherDocument,
      newsTitle,
      newsText,
      eventOpening,
      order,
      programme,
      articles,
      resolution,
      template,
      academic,
      profile,
      trade,
      story,
      listPage,
      tooShort,
    ],
    enough: 4,
    isOfficialHost,
    facts: (page, kind) => factsOf(page, kind, gazetteer),
  };
}

function factsOf(page: Page, kind: ReportKind, gazetteer: Gazetteer): ReportFacts {
  const issuer = issuerOf(page, kind, gazetteer);
  const { region, level } = placeOf(issuer, page, gazetteer);
  const title =
    page.title !== '' && (REPORT_TAIL.test(page.title) || page.clues.heading !== '') ? page.title : null;
  return { title, kind, issuer, level, region, year: yearOf(page, kind), published: publishedOf(page) };
}
