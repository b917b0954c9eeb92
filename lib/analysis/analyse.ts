import type { Analysis } from '../model/mention.ts';
import type { ReportText, Role, Section } from '../model/text.ts';
import { fold } from '../text/fold.ts';
import { type Heading, outlineOf } from '../text/outline.ts';
import { NOWHERE } from '../text/word-finder.ts';
import { readDocumentNumbers, readDocuments } from './documents.ts';
import { FigureReader } from './read-figures.ts';
import { type Place, sentenceReader, sentencesOf } from './read-sentences.ts';
import { rolesOf } from './roles.ts';
import type { RoleTurn, Ruleset, TraceEntry } from './ruleset.ts';
import { tableFigures } from './table-figures.ts';
import { topicFinder } from './topic.ts';

/** Receives, when given, every answer of every rule: what was kept, what was dropped and why. */
export type Trace = TraceEntry[];

/** Analyses a text whole. All spans are offsets into `report.text`; lists are sorted and disjoint. */
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
  const { text: original, blocks } = report;
  const text = fold(original);
  yield;
  const headings = outlineOf(text, blocks, rules.headings);
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
    dropped: [],
  };
  const topicOf = rules.topics === null ? null : topicFinder(text, rules.topics);
  const sink = { ...analysis, trace, topicOf };
  const readSentence = sentenceReader(text, rules, sink);
  const figures = new FigureReader(text, headings, rules, sink);
  const place = placer(headings, roles);
  let next = 0;
  let turn = null as RoleTurn | null;
  let turnDepth = 2;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (block === undefined) continue;
    const first = next;
    while (next < headings.length && (headings[next]?.start ?? 0) < block.end) next++;
    const inBlock = headings.slice(first, next);
    const from = analysis.figures.length;
    figures.open(block);
    while (!figures.read()) yield;
    const spans = sentencesOf(text, block, inBlock);
    if (turn !== null && endsTurn(turn, turnDepth, inBlock)) turn = null;
    let figure = from;
    let count = 0;
    const opens = inBlock[0]?.start === spans[0]?.start && (inBlock[0]?.depth ?? 3) < 3;
    const headingOnly = opens && inBlock[0]?.runIn === false;
    const before = turn?.role ?? place(spans[0]?.start ?? block.start).role;
    const turned = headingOnly ? null : rules.roles.turn(text, block, spans, before);
    for (const span of spans) {
      if (turned !== null && span.start >= turned.start && turn !== turned) {
        turn = turned;
        turnDepth = depthAt(place(span.start));
      }
      while (figure < analysis.figures.length && (analysis.figures[figure]?.start ?? 0) < span.start)
        figure++;
      const hasFigure = (analysis.figures[figure]?.start ?? NOWHERE) < span.end;
      const stands = place(span.start);
      readSentence(span, stands, turn?.role ?? stands.role, span === spans[0], hasFigure);
      if (++count % 64 === 0) yield;
    }
    if (turn !== null) applyTurn(analysis.outline, inBlock, first, turn);
    readDocuments(original, block, analysis.documents);
    readDocumentNumbers(text, block, rules.documentNumber, analysis.documentNumbers);
    yield;
  }
  tableFigures(report, text, rules, analysis);
  return analysis;
}

function sectionOf(original: string, heading: Heading, roles: Map<Heading, Role>): Section {
  const { start, end, depth, number, titleStart, bodyEnd } = heading;
  const title = original.slice(titleStart, titleStart + heading.title.length);
  return { start, end, depth, number, title, role: roles.get(heading) ?? 'other', bodyEnd };
}

/** Whether a turn is over before a block with these headings. */
function endsTurn(turn: RoleTurn, depth: number, inBlock: readonly Heading[]): boolean {
  if (turn.until === 'block') return true;
  return inBlock.some((heading) => heading.depth <= (turn.until === 'part' ? depth : 2));
}

function isInTurn(heading: Heading, turn: RoleTurn): boolean {
  return heading.depth === 3 || (turn.until === 'part' && heading.start > turn.start);
}

/** Depth of the part a place stands in: 1 or 2. */
function depthAt({ heading, above }: Place): number {
  if (heading === null || heading.depth === 1) return 1;
  return heading.depth === 2 || above.some(({ depth }) => depth === 2) ? 2 : 1;
}

/** Items under an unnumbered paragraph of shortcomings take its role. */
function applyTurn(outline: Section[], inBlock: readonly Heading[], first: number, turn: RoleTurn): void {
  inBlock.forEach((heading, i) => {
    const section = outline[first + i];
    if (section !== undefined && isInTurn(heading, turn)) section.role = turn.role;
  });
}

const NONE: readonly Heading[] = [];

/** The open headings below the first level that stand before a place. */
function aboveOf(open: readonly Heading[], at: number): Heading[] {
  const above: Heading[] = [];
  for (const heading of open) if (heading.depth > 1 && heading.start < at) above.push(heading);
  return above;
}

/** Role, innermost heading and the headings above a place; asked in rising order. */
function placer(headings: readonly Heading[], roles: Map<Heading, Role>): (at: number) => Place {
  const open: Heading[] = [];
  let next = 0;
  const hasParts = headings.some((heading) => heading.depth < 3);
  const leave = (at: number): void => {
    while (open.length > 0 && (open.at(-1)?.bodyEnd ?? 0) <= at) open.pop();
  };
  let kept: Place | null = null;
  let until = 0;
  return (at) => {
    if (kept !== null && at < until) return kept;
    while (next < headings.length && (headings[next]?.start ?? 0) <= at) {
      const heading = headings[next++];
      if (heading === undefined) continue;
      leave(heading.start);
      open.push(heading);
    }
    leave(at);
    const heading = open.at(-1) ?? null;
    const above = heading === null || heading.depth === 1 ? NONE : aboveOf(open, at);
    const role = heading !== null ? (roles.get(heading) ?? 'other') : hasParts ? 'intro' : 'measures';
    kept = { role, heading, above };
    // the same up to the next heading or the end of this one; but a heading stands above its text, not above itself
    until =
      heading?.start === at
        ? at + 1
        : Math.min(headings[next]?.start ?? NOWHERE, heading?.bodyEnd ?? NOWHERE);
    return kept;
  };
}
