import type { Clues } from '../model/clues.ts';
import type { Detection, Evidence, ReportKind } from '../model/report.ts';
import type { ReportText } from '../model/text.ts';
import { unbrokenText } from '../text/unbroken.ts';
import type { DetectionRules, Page } from './detection-rules.ts';

const UNVOUCHED = 0.45;
const OTHER: ReportKind = '其他报告';

/**
 * Is this a published report, of what kind, by whom, for which year? Sums the weights of the signs for and against. Without
 * `text` it is cheap enough for every page; with it the facts that stand further inside are found too.
 * A report on a host that is no official one keeps `isReport`, with `unofficial-host` in the evidence and a confidence
 * below 0.5; an unknown address (`url` null) is neither vouched for nor held against it.
 */
export function detect(clues: Clues, rules: DetectionRules, text?: ReportText): Detection {
  const page = rules.pageOf(clues, text ? (unbrokenText(text)?.report ?? text) : null);
  const evidence: Evidence[] = [];
  const kinds = new Map<ReportKind, number>();
  let score = 0;
  for (const rule of rules.signs) {
    const sign = rule.see(page);
    if (sign === null) continue;
    score += rule.weight;
    if (sign.kind !== undefined)
      kinds.set(sign.kind, (kinds.get(sign.kind) ?? 0) + (rule.kindWeight ?? rule.weight));
    evidence.push({ clue: rule.id, seen: sign.seen });
  }
  const certainty = 1 / (1 + Math.exp(rules.enough - 0.5 - score));
  if (score < rules.enough) {
    return { isReport: false, confidence: round(1 - certainty), evidence, facts: noFacts() };
  }
  const kind = likeliest(kinds);
  const facts = rules.facts(page, kind);
  return { isReport: true, confidence: confidenceOf(page, rules, certainty, evidence), evidence, facts };
}

function likeliest(kinds: ReadonlyMap<ReportKind, number>): ReportKind {
  let best: ReportKind = OTHER;
  let most = 0;
  for (const [kind, weight] of kinds) {
    if (weight > most) {
      most = weight;
      best = kind;
    }
  }
  return best;
}

function confidenceOf(page: Page, rules: DetectionRules, certainty: number, evidence: Evidence[]): number {
  if (page.host === null) return round(Math.min(certainty, 0.9));
  if (rules.isOfficialHost(page.host)) {
    evidence.push({ clue: 'official-host', seen: page.host });
    return round(Math.max(certainty, 0.5));
  }
  evidence.push({ clue: 'unofficial-host', seen: page.host });
  return round(Math.min(certainty, 1) * UNVOUCHED);
}

/** Nothing known yet. */
function noFacts(): Detection['facts'] {
  const region = { province: null, city: null, county: null };
  return { title: null, kind: null, issuer: null, level: null, region, year: null, published: null };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
