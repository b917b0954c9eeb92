import type { Analysis, SentenceMention } from '../model/mention.ts';
import type { Finding } from '../model/reading-view.ts';
import type { Span } from '../model/span.ts';
import type { ReportText, Section } from '../model/text.ts';
import { unbrokenText } from '../text/unbroken.ts';

/** Finds the words of a sentence that say what was done; language-specific, so it comes in. */
export type LeadPhrase = (text: string, sentence: Span) => Span;

/**
 * What a reader is shown of an analysis: each figure, each shortcoming, and the measures, where the
 * sentences of one labelled item (一是强化政治引领。…) count as one measure, marked by its label.
 * Sorted by start. `nextId` gives an id no other finding of this page has. Quotes are without the line ends of paragraphs
 * that were typed over several lines.
 */
export function findingsOf(
  report: ReportText,
  analysis: Pick<Analysis, 'outline' | 'sentences' | 'figures'>,
  leadPhrase: LeadPhrase,
  nextId: () => string,
): Finding[] {
  const words = wordsOf(report, leadPhrase);
  const findings: Finding[] = [];
  for (const figure of analysis.figures) {
    const { start, end, certainty, ruleId } = figure;
    const span = { start, end };
    findings.push({
      ...span,
      id: nextId(),
      category: 'figure',
      mark: span,
      quote: words.quote(span),
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
      findings.push(sentenceFinding(words, sentence, sentence, sentence, nextId()));
    }
    if (sentence.category !== 'measure') continue;
    while (next < items.length && (items[next]?.bodyEnd ?? 0) <= sentence.start) next++;
    const item = items[next];
    if (item === undefined || sentence.start < item.start) {
      findings.push(sentenceFinding(words, sentence, sentence, words.lead(sentence), nextId()));
    } else if (item !== measuredItem) {
      measuredItem = item;
      const whole = { start: item.start, end: item.bodyEnd };
      findings.push(sentenceFinding(words, sentence, whole, { start: item.start, end: item.end }, nextId()));
    }
  }
  return findings.sort((a, b) => a.start - b.start || b.end - a.end);
}

interface Words {
  quote(span: Span): string;
  lead(sentence: Span): Span;
}

function wordsOf(report: ReportText, leadPhrase: LeadPhrase): Words {
  const unbroken = unbrokenText(report);
  const { text } = unbroken?.report ?? report;
  const own = (span: Span): Span => unbroken?.unbroken(span) ?? span;
  return {
    quote: (span) => {
      const { start, end } = own(span);
      return text.slice(start, end);
    },
    lead: (sentence) => {
      const lead = leadPhrase(text, own(sentence));
      return unbroken?.original(lead) ?? lead;
    },
  };
}

function sentenceFinding(
  words: Words,
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
    quote: words.quote(whole),
    certainty: sentence.certainty,
    ruleId: sentence.ruleId,
    ...(sentence.topic === undefined ? {} : { topic: sentence.topic }),
  };
}
