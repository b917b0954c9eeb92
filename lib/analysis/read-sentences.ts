import type { SentenceMention } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import { ROLES, type Role } from '../model/text.ts';
import type { Heading } from '../text/outline.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Signs } from '../text/signs.ts';
import { findWords, NOWHERE } from '../text/word-finder.ts';
import type { Ruleset, SentenceContext, SentenceRule, TraceEntry } from './ruleset.ts';
import { CUE } from './sign-bits.ts';

export interface SentenceSink {
  sentences: SentenceMention[];
  causes: Span[];
  trace: TraceEntry[] | null;
}

/** The sentences of a block: items that follow a colon begin one of their own, headings with text after them too. */
export function sentencesOf(text: string, signs: Signs, block: Span, headings: readonly Heading[]): Span[] {
  const breaks: number[] = [];
  for (const heading of headings) {
    if (heading.start > block.start && startsSentence(text, heading)) breaks.push(heading.start);
    if (heading.depth < 3 && heading.runIn) breaks.push(heading.end);
  }
  if (breaks.length > 1) breaks.sort((a, b) => a - b);
  return splitSentences(text, signs, block.start, block.end, breaks);
}

/** A ； never splits, so that an item after one goes on with its sentence. */
function startsSentence(text: string, heading: Heading): boolean {
  if (heading.depth < 3) return true;
  let at = heading.start - 1;
  while (text[at] === ' ') at--;
  return text[at] !== ';' && text[at] !== ',';
}

/** Where a sentence stands in the outline. */
export interface Place {
  role: Role;
  /** The innermost heading that governs it; `null`: none. */
  heading: Heading | null;
  /** Headings of depth 2 and items that govern the sentence. */
  above: readonly Heading[];
}

const tables = new WeakMap<Ruleset, SentenceTable>();

/** The rules that speak of the sentences of a part: of its labels, and of its other sentences. */
type SentenceTable = ReadonlyMap<Role, Readonly<Record<'labels' | 'others', readonly SentenceRule[]>>>;

function tableOf(rules: Ruleset): SentenceTable {
  const known = tables.get(rules);
  if (known !== undefined) return known;
  const listFor = (role: Role, ofLabels: boolean) =>
    rules.sentences.filter(
      (rule) => rule.roles?.includes(role) !== false && (rule.ofLabels ?? ofLabels) === ofLabels,
    );
  const table = new Map(
    ROLES.map((role) => [role, { labels: listFor(role, true), others: listFor(role, false) }]),
  );
  tables.set(rules, table);
  return table;
}

/** Classifies sentences by the first rule that matches; one of these is made for each text. */
export function sentenceReader(text: string, signs: Signs, rules: Ruleset, sink: SentenceSink) {
  const table = tableOf(rules);
  const cues = new Int32Array(rules.cues.lists.length);
  const note = (at: number, _end: number, list: number): void => {
    if (cues[list] === NOWHERE) cues[list] = at;
  };
  // one context serves all sentences: rules look at it and don't keep it
  const context: SentenceContext = {
    text,
    start: 0,
    end: 0,
    role: 'other',
    heading: null,
    hasFigure: false,
    cues,
  };
  return (span: Span, heading: Heading | null, role: Role, hasFigure: boolean): void => {
    const { start, end } = span;
    cues.fill(NOWHERE);
    findWords(rules.cues, text, signs, CUE, start, end, note);
    context.start = start;
    context.end = end;
    context.role = role;
    context.heading = heading !== null && isLabel(text, heading, span) ? heading : null;
    context.hasFigure = hasFigure;
    const speaking = table.get(role)?.[context.heading === null ? 'others' : 'labels'] ?? rules.sentences;
    const rule = firstMatch(context, speaking, sink.trace);
    const category = rule?.category ?? 'none';
    const certainty = rule?.certainty ?? 0.5;
    const ruleId = rule?.id ?? 'no-rule';
    sink.sentences.push({ start, end, category, role, certainty, ruleId });
    if (category === 'shortcoming') {
      const cause = rules.cause(context);
      if (cause !== null) sink.causes.push(cause);
    }
  };
}

/** Whether a sentence is only the words of a heading: one without text of its own says all it has to say itself. */
function isLabel(text: string, heading: Heading, sentence: Span): boolean {
  const inside = heading.start <= sentence.start && heading.end >= sentence.end;
  return inside && (heading.depth !== 2 || heading.bodyEnd > heading.end || text[heading.end - 1] !== '。');
}

function firstMatch(
  context: SentenceContext,
  rules: readonly SentenceRule[],
  trace: TraceEntry[] | null,
): SentenceRule | null {
  let won: SentenceRule | null = null;
  for (const rule of rules) {
    if (!rule.matches(context)) continue;
    if (won === null) won = rule;
    if (trace === null) break;
    const { start, end } = context;
    const kept = won === rule;
    const why = kept
      ? `${rule.category}, in a part of role ${context.role}`
      : `${rule.category}; outranked by ${won.id}`;
    trace.push({ start, end, layer: 'sentence', ruleId: rule.id, outcome: kept ? 'kept' : 'dropped', why });
  }
  return won;
}
