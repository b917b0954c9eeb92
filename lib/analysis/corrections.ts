import type { Correction } from '../model/correction.ts';
import type { Finding } from '../model/reading-view.ts';
import type { Span } from '../model/span.ts';

/** A reader's judgement with where its passage stands now. */
export interface PlacedCorrection {
  /** Id of the annotation. */
  id: string;
  span: Span;
  correction: Correction;
}

/**
 * What a reader is shown: the machine's findings with the reader's judgements, which win. Dismissed ones are gone;
 * a judged one that newer rules don't find any more stays, as the reader left it. `nextId` names those.
 */
export function withCorrections(
  findings: readonly Finding[],
  corrections: readonly PlacedCorrection[],
  text: string,
  nextId: () => string,
): Finding[] {
  const left = [...findings];
  const judged: Finding[] = [];
  for (const placed of corrections) {
    const index = left.findIndex((finding) => isAbout(finding, placed));
    const found = index < 0 ? restored(placed, text, nextId()) : left.splice(index, 1)[0];
    if (found && placed.correction.verdict !== 'dismissed') judged.push(judgedFinding(found, placed, text));
  }
  return [...left, ...judged].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The same words found as the same category; newer rules may draw the borders a little differently. */
export function isAbout(finding: Finding, { span, correction }: PlacedCorrection): boolean {
  if (finding.category !== correction.finding.category) return false;
  const shared = Math.min(finding.end, span.end) - Math.max(finding.start, span.start);
  const longer = Math.max(finding.end - finding.start, span.end - span.start);
  return shared > 0 && shared * 2 > longer;
}

function judgedFinding(finding: Finding, placed: PlacedCorrection, text: string): Finding {
  const { id, correction } = placed;
  const { verdict, fields } = correction;
  if (verdict === 'dismissed') return finding;
  const { category, topic, indicator, value, unit } = fields;
  const figure = finding.figure && {
    ...finding.figure,
    ...(indicator === undefined ? {} : { indicator }),
    ...(value === undefined ? {} : { value }),
    ...(unit === undefined ? {} : { unit }),
  };
  const judged: Finding = { ...finding, verdict, correctionId: id, certainty: 1 };
  if (figure) judged.figure = figure;
  if (topic !== undefined) judged.topic = topic;
  if (fields.span) Object.assign(judged, redrawn(fields.span, placed, text));
  if (category === undefined || category === finding.category) return judged;
  // what is no figure has no value, and what becomes a sentence's category is marked whole
  const { figure: _, ...rest } = judged;
  return { ...rest, category, mark: { start: judged.start, end: judged.end } };
}

/** The borders that the reader drew, where they stand now. */
function redrawn(span: Span, { span: now, correction }: PlacedCorrection, text: string) {
  const shift = now.start - correction.finding.start;
  const start = Math.max(0, span.start + shift);
  const end = Math.min(text.length, span.end + shift);
  return { start, end, mark: { start, end }, quote: text.slice(start, end) };
}

/** The finding as it was when it was judged, at its passage's place. */
function restored({ span, correction }: PlacedCorrection, text: string, id: string): Finding {
  const { finding } = correction;
  const shift = span.start - finding.start;
  const clip = (at: number) => Math.min(span.end, Math.max(span.start, at + shift));
  return {
    ...finding,
    ...span,
    id,
    mark: { start: clip(finding.mark.start), end: clip(finding.mark.end) },
    quote: text.slice(span.start, span.end),
  };
}
