import type { Ruleset } from '../../analysis/ruleset.ts';
import { CUES } from '../../lexicon/zh/cues.ts';
import { isTableRow } from '../../lexicon/zh/table-rows.ts';
import { wordFinder } from '../../text/word-finder.ts';
import { NUMBER_STARTS, readNumber } from '../../text/written-number.ts';
import { causeOf } from './cause.ts';
import { cellUnit, isUnitHead } from './cell-unit.ts';
import { DOCUMENT_NUMBER, DOCUMENT_SIGN } from './document-number.ts';
import { ENCLOSURES } from './enclosures.ts';
import { bareNumber } from './figures/bare-number.ts';
import { doubling } from './figures/doubling.ts';
import { fraction } from './figures/fraction.ts';
import { fromTo } from './figures/from-to.ts';
import { half } from './figures/half.ts';
import { inARow } from './figures/in-a-row.ts';
import { listed } from './figures/listed.ts';
import { minutesSeconds } from './figures/minutes-seconds.ts';
import { notOne } from './figures/not-one.ts';
import { per } from './figures/per.ts';
import { quantity } from './figures/quantity.ts';
import { range } from './figures/range.ts';
import { rank } from './figures/rank.ts';
import { ratio } from './figures/ratio.ts';
import { signed } from './figures/signed.ts';
import { streak } from './figures/streak.ts';
import { tenths } from './figures/tenths.ts';
import { zero } from './figures/zero.ts';
import { indicator } from './indicator/indicator.ts';
import { code } from './not-figures/code.ts';
import { date } from './not-figures/date.ts';
import { headingNumber } from './not-figures/heading-number.ts';
import { insideTitle } from './not-figures/inside-title.ts';
import { namedClass } from './not-figures/named-class.ts';
import { ordinal } from './not-figures/ordinal.ts';
import { bundle } from './not-figures/package.ts';
import { perBase } from './not-figures/per-base.ts';
import { period } from './not-figures/period.ts';
import { quotedName } from './not-figures/quoted-name.ts';
import { session } from './not-figures/session.ts';
import { roleOfContent } from './roles/of-content.ts';
import { isPartTitle, roleOfHeading } from './roles/of-title.ts';
import { turnOf } from './roles/turn.ts';
import { bareLine, credit, formula, overview, setting, signedLine } from './sentences/formulas.ts';
import { measureLabel, planLabel, topicHeading, weakLabel } from './sentences/headings.ts';
import { leadersDuty, reported, toldAsDone } from './sentences/measures.ts';
import { lookAhead, planned } from './sentences/plans.ts';
import {
  admission,
  admitted,
  announcement,
  concession,
  remedy,
  remedyItem,
} from './sentences/shortcomings.ts';
import { ANALYSER_VERSION } from './version.ts';

/** THE ordered list: of the rules that answer for a number or a sentence, the first one wins. */
export const ruleset: Ruleset = {
  version: ANALYSER_VERSION,
  figures: [
    headingNumber,
    insideTitle,
    zero,
    streak,
    quotedName,
    ratio,
    date,
    code,
    perBase,
    session,
    rank,
    inARow,
    minutesSeconds,
    fromTo,
    range,
    fraction,
    tenths,
    half,
    doubling,
    notOne,
    ordinal,
    signed,
    namedClass,
    per,
    period,
    bundle,
    listed,
    quantity,
    bareNumber,
  ],
  sentences: [
    weakLabel,
    planLabel,
    measureLabel,
    topicHeading,
    formula,
    signedLine,
    bareLine,
    overview,
    announcement,
    remedy,
    concession,
    remedyItem,
    admitted,
    credit,
    setting,
    planned,
    admission,
    lookAhead,
    reported,
    leadersDuty,
    toldAsDone,
  ],
  headings: { isBareHeading: isPartTitle, isNoHeading: isTableRow },
  roles: { ofTitle: roleOfHeading, ofContent: roleOfContent, turn: turnOf },
  cues: wordFinder(CUES),
  anchors: NUMBER_STARTS,
  readNumber,
  enclosures: ENCLOSURES,
  indicator,
  isCellValue: (cell) => /^[-+−]?\d[\d,]*(?:\.\d+)?(?:%|‰)?$/.test(cell),
  cellUnit,
  isUnitHead,
  documentNumber: { mark: '号', number: DOCUMENT_NUMBER, sign: DOCUMENT_SIGN },
  cause: causeOf,
  topics: null,
};
