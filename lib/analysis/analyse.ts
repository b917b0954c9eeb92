import type { Analysis } from '../model/mention.ts';
import type { ReportText, Role, Section } from '../model/text.ts';
import { type Heading, outlineOf } from '../text/outline.ts';
import { signedText } from '../text/sign-table.ts';
import { unbrokenText } from '../text/unbroken.ts';
import { readDocumentNumbers, readDocuments } from './documents.ts';
import { inOriginal, traceInOriginal } from './original-spans.ts';
import { BlockReader } from './read-blocks.ts';
import { FigureReader } from './read-figures.ts';
import { rolesOf } from './roles.ts';
import type { Ruleset, TraceEntry } from './ruleset.ts';
import { signTableOf } from './sign-bits.ts';
import { tableFigures } from './table-figures.ts';
import { readTopics } from './topic.ts';

/** Receives, when given, every answer of every rule: what was kept, what was dropped and why. */
export type Trace = TraceEntry[];

/**
 * Analyses a text whole. All spans are offsets into `report.text`; lists are sorted and disjoint. Paragraphs that were
 * typed over several lines are read as if they stood on one.
 */
export function analyse(report: ReportText, rules: Ruleset, trace: Trace | null = null): Analysis {
  const steps = stepsOf(report, rules, trace);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** How an analysis in slices tells the time (milliseconds) and lets others run. */
export interface Slicing {
  now(): number;
  pause(): Promise<void>;
  /** Longest time to work without a pause, in milliseconds. */
  budget: number;
}

/** The same as `analyse`, with equal results, pausing so that no stretch of work is longer than the budget. */
export async function analyseInSlices(
  report: ReportText,
  rules: Ruleset,
  slicing: Slicing,
): Promise<Analysis> {
  const steps = stepsOf(report, rules, null);
  let began = slicing.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (slicing.now() - began >= slicing.budget) {
      await slicing.pause();
      began = slicing.now();
    }
  }
}

/** Small steps of work; what is yielded says nothing. */
function* stepsOf(report: ReportText, rules: Ruleset, trace: Trace | null): Generator<void, Analysis, void> {
  const unbroken = unbrokenText(report);
  const traced = trace?.length ?? 0;
  const read = unbroken?.report ?? report;
  const { text: original, blocks } = read;
  const { text, signs } = signedText(original, signTableOf(rules));
  yield;
  const headings = outlineOf(text, signs, blocks, rules.headings);
  yield;
  const roles = rolesOf(text, headings, rules.roles);
  yield;
  const analysis: Analysis = {
    outline: headings.map((heading) => sectionOf(original, heading, roles)),
    sentences: [],
    figures: [],
    documents: [],
    documentNumbers: [],
    causes: [],
  };
  // one thing after the other for the whole text: a processor is quicker at doing the same again
  const figures = new FigureReader(text, signs, headings, rules, { ...analysis, trace });
  for (const block of blocks) {
    figures.open(block);
    while (!figures.read()) yield;
    yield;
  }
  /** Per sentence, the headings it stands under. */
  const above: (readonly Heading[])[] = [];
  const reader = new BlockReader(text, signs, headings, roles, rules, analysis, trace, above);
  for (const block of blocks) {
    reader.open(block);
    while (!reader.read()) yield;
    yield;
  }
  yield* readTopics(text, signs, rules.topics, analysis.sentences, above);
  for (const block of blocks) {
    readDocuments(original, block, analysis.documents);
    readDocumentNumbers(text, block, rules.documentNumber, analysis.documentNumbers);
    yield;
  }
  tableFigures(read, text, rules, analysis);
  if (unbroken === null) return analysis;
  if (trace !== null) traceInOriginal(trace, traced, unbroken);
  return inOriginal(analysis, unbroken);
}

function sectionOf(original: string, heading: Heading, roles: Map<Heading, Role>): Section {
  const { start, end, depth, number, titleStart, bodyEnd } = heading;
  const title = original.slice(titleStart, titleStart + heading.title.length);
  return { start, end, depth, number, title, role: roles.get(heading) ?? 'other', bodyEnd };
}
