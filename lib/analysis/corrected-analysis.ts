import type { ComparedFigure } from '../model/comparison.ts';
import type { Analysis, SentenceMention } from '../model/mention.ts';
import type { Finding } from '../model/reading-view.ts';
import type { Span } from '../model/span.ts';
import { isAbout, type PlacedCorrection, withCorrections } from './corrections.ts';
import { findingsOf, type LeadPhrase } from './findings.ts';

/** What the reader's judgements may change of an analysis. */
export interface Judged {
  sentences: SentenceMention[];
  figures: ComparedFigure[];
}

/**
 * The figures and sentences of an analysis as the reader judged them: dismissed figures are gone, a dismissed measure or
 * shortcoming is none, and what was corrected is as the reader says. The lists given are left as they are.
 */
export function correctedAnalysis(
  text: string,
  analysis: Pick<Analysis, 'outline' | 'sentences' | 'figures'>,
  corrections: readonly PlacedCorrection[],
  leadPhrase: LeadPhrase,
): Judged {
  if (corrections.length === 0) return analysis;
  let next = 0;
  const nextId = () => String(next++);
  const found = findingsOf(text, analysis, leadPhrase, nextId);
  const judged = withCorrections(found, corrections, text, nextId);
  const sentences = analysis.sentences.map((sentence) => ({ ...sentence }));
  for (const placed of corrections) {
    const before = found.find((finding) => isAbout(finding, placed));
    const after = judged.find(({ correctionId }) => correctionId === placed.id);
    rejudge(sentences, placed, before, after);
  }
  const restated = new Set(corrections.filter(isRestated).map(({ id }) => id));
  return { sentences, figures: judged.flatMap((finding) => figureOf(finding, restated)) };
}

/** Whether the reader says another number than the words do. */
function isRestated({ correction: { fields } }: PlacedCorrection): boolean {
  return fields.value !== undefined || fields.unit !== undefined;
}

function figureOf(finding: Finding, restated: ReadonlySet<string>): ComparedFigure[] {
  const { start, end, figure, certainty, correctionId } = finding;
  if (!figure) return [];
  const isCorrected = correctionId !== undefined && restated.has(correctionId);
  return [{ ...figure, start, end, certainty, ...(isCorrected && { isCorrected }) }];
}

/** Gives the sentences of one judged finding the category and topic that the reader says they have. */
function rejudge(
  sentences: readonly SentenceMention[],
  { span, correction }: PlacedCorrection,
  before: Finding | undefined,
  after: Finding | undefined,
): void {
  const was = correction.finding.category;
  const { topic, span: drawn } = correction.fields;
  const place = before ?? span;
  // a measure may be an item of several sentences, not all of which say one; newer rules may say none at all
  const own = before
    ? sentences.filter((sentence) => sentence.category === was && overlaps(sentence, place))
    : sentences.filter((sentence) => was !== 'figure' && isMostlyIn(sentence, place));
  const now = after && after.category !== 'figure' ? after : null;
  const given = now && (drawn || was === 'figure') ? sentencesAt(sentences, now) : own;
  for (const sentence of own) if (!now || !given.includes(sentence)) sentence.category = 'none';
  if (now === null) return;
  for (const sentence of given) {
    sentence.certainty = 1;
    sentence.category = now.category === 'shortcoming' ? 'shortcoming' : 'measure';
    if (topic !== undefined) sentence.topic = topic;
  }
}

/** The sentences that a span is about; one that lies within a sentence is about that one. */
function sentencesAt(sentences: readonly SentenceMention[], span: Span): SentenceMention[] {
  return sentences.filter((sentence) => isMostlyIn(sentence, span) || contains(sentence, span));
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function isMostlyIn(inner: Span, outer: Span): boolean {
  const shared = Math.min(inner.end, outer.end) - Math.max(inner.start, outer.start);
  return shared * 2 > inner.end - inner.start;
}
