import type { Analysis, SentenceMention } from '../model/mention.ts';
import type { Finding } from '../model/reading-view.ts';
import type { Span } from '../model/span.ts';
import type { Section } from '../model/text.ts';
import { unbrokenText } from '../text/unbroken.ts';

/** Finds the words of a sentence that say what was done; language-specific, so it comes in. */
export type LeadPhrase = (text: string, sentence: Span) => Span;

/**
 * What a reader is shown of an analysis: each figure, each shortcoming, and the measures, where the
 * sentences of one labelled item (一是强化政治引领。…) count as one measure, marked by its label.
 * Sorted by start. `nextId` gives an id no other finding of this page has.
 */
export function findingsOf(
  text: string,
  analysis: Pick<Analysis, 'outline' | 'sentences' | 'figures'>,
  leadPhrase: LeadPhrase,
  nextId: () => string,
): Finding[] {
  const findings: Finding[] = [];
  for (const figure of analysis.figures) {
    const { start, end, certainty, ruleId } = figure;
    const span = { start, end };
    findings.push({
      ...span,
      id: nextId(),
      category: 'figure',
      mark: span,
      quote: text.slice(start, end),
      certainty,
      ruleId,
      figure,
    });
  }
  // the label of a weakness or a plan is no measure, whatever work a sentence under it reports
  const items = analysis.outline.filter(
    ({ depth, end, bodyEnd, role }) =>
      depth === 3 && end < bodyEnd && role !== 'shortcomings' && role !== 'plans',
  );
  let next = 0;
  let measuredItem: Section | undefined;
  for (const sentence of analysis.sentences) {
    if (sentence.category === 'shortcoming') {
      findings.push(sentenceFinding(text, sentence, sentence, sentence, nextId()));
    }
    if (sentence.category !== 'measure') continue;
    while (next < items.length && (items[next]?.bodyEnd ?? 0) <= sentence.start) next++;
    const item = items[next];
    if (item === undefined || sentence.start < item.start) {
      findings.push(sentenceFinding(text, sentence, sentence, leadOf(text, sentence, leadPhrase), nextId()));
    } else if (item !== measuredItem) {
      measuredItem = item;
      const whole = { start: item.start, end: item.bodyEnd };
      findings.push(sentenceFinding(text, sentence, whole, { start: item.start, end: item.end }, nextId()));
    }
  }
  return findings.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The lead phrase of a sentence, which may have been typed over several lines. */
function leadOf(text: string, { start, end }: Span, leadPhrase: LeadPhrase): Span {
  const words = text.slice(start, end);
  const unbroken = unbrokenText({ text: words, blocks: [{ start: 0, end: words.length }] });
  if (unbroken === null) return leadPhrase(text, { start, end });
  const { report, original } = unbroken;
  const lead = original(leadPhrase(report.text, { start: 0, end: report.text.length }));
  return { start: start + lead.start, end: start + lead.end };
}

function sentenceFinding(
  text: string,
  sentence: SentenceMention,
  whole: Span,
  mark: Span,
  id: string,
): Finding {
  const category = sentence.category === 'shortcoming' ? 'shortcoming' : 'measure';
  const { start, end } = whole;
  return {
    start,
    end,
    id,
    category,
    mark: { start: mark.start, end: mark.end },
    quote: text.slice(start, end),
    certainty: sentence.certainty,
    ruleId: sentence.ruleId,
    ...(sentence.topic === undefined ? {} : { topic: sentence.topic }),
  };
}
