import type { FigureMention } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import { stands } from '../text/char-set.ts';
import type { Heading } from '../text/outline.ts';
import { nextSign, type Signs } from '../text/signs.ts';
import { type RulesFor, ruleTable } from './rule-table.ts';
import type {
  Enclosure,
  FigureDraft,
  FigureReading,
  FigureRule,
  IndicatedFigure,
  NotAFigure,
  NumberContext,
  Ruleset,
  TraceEntry,
} from './ruleset.ts';
import { MARK, NUMBER } from './sign-bits.ts';

export interface FigureSink {
  figures: FigureMention[];
  trace: TraceEntry[] | null;
}

/** Numbers read without a pause. */
const STRETCH = 256;

const tables = new WeakMap<Ruleset, RulesFor>();

function tableOf(rules: Ruleset): RulesFor {
  const known = tables.get(rules) ?? ruleTable(rules.figures);
  tables.set(rules, known);
  return known;
}

/** Reads the figures of blocks, a stretch of numbers at a time; one of these is made for each text. */
export class FigureReader {
  private readonly text: string;
  private readonly headings: readonly Heading[];
  private readonly rules: Ruleset;
  private readonly sink: FigureSink;
  private readonly signs: Signs;
  private readonly rulesFor: RulesFor;
  private readonly drafts: FigureDraft[] = [];
  private readonly stack: Enclosure[] = [];
  /** Per enclosure, where its closing mark stands next. */
  private readonly closing: number[];
  private readonly context: NumberContext = newContext();
  private block: Span = { start: 0, end: 0 };
  /** Rules see the block alone, so that nothing they find depends on what stands before or after it. */
  private words = '';
  private at = 0;
  private nextHeading = 0;

  constructor(text: string, signs: Signs, headings: readonly Heading[], rules: Ruleset, sink: FigureSink) {
    this.text = text;
    this.signs = signs;
    this.headings = headings;
    this.rules = rules;
    this.sink = sink;
    this.rulesFor = tableOf(rules);
    this.closing = rules.enclosures.map(() => -1);
  }

  /** Begins a block; blocks come in rising order. */
  open(block: Span): void {
    this.block = block;
    this.words = this.text.slice(block.start, block.end);
    this.at = 0;
    this.drafts.length = 0;
    this.stack.length = 0;
    this.closing.fill(-1);
    this.context.text = this.words;
    this.context.to = this.words.length;
    this.context.previousEnd = -1;
  }

  /** Reads on for up to a few hundred numbers; true when the block is done. */
  read(): boolean {
    const { signs, block } = this;
    const offset = block.start;
    let numbers = 0;
    let at = nextSign(signs, NUMBER | MARK, offset + this.at, block.end);
    while (at < block.end) {
      if (((signs[at] ?? 0) & MARK) !== 0) this.readMark(at++ - offset);
      else {
        at = offset + this.readNumber(at - offset);
        if (++numbers >= STRETCH) {
          this.at = at - offset;
          return false;
        }
      }
      at = nextSign(signs, NUMBER | MARK, at, block.end);
    }
    indicate(this.words, offset, this.drafts, this.rules, this.sink);
    return true;
  }

  /** Notes the pair that opens at `at`, when it closes within its longest length. */
  private readMark(at: number): void {
    const { words, stack, closing } = this;
    const { enclosures } = this.rules;
    let index = 0;
    while (index < enclosures.length && !stands(words, at, enclosures[index]?.open ?? '')) index++;
    const mark = enclosures[index];
    if (mark === undefined || stack.at(-1)?.end === at + 1) return;
    let close = closing[index] ?? 0;
    if (close <= at) {
      const next = words.indexOf(mark.close, at + 1);
      close = next < 0 ? words.length : next;
      closing[index] = close;
    }
    const stop = Math.min(words.length, at + mark.longest);
    const end = close < stop ? endOfPair(words, at, stop, mark.open, mark.close) : -1;
    if (end >= 0) stack.push({ start: at, end, kind: mark.kind });
  }

  /** Asks the rules about the number at `at`; gives where to go on. */
  private readNumber(at: number): number {
    const { words, stack, rules, sink, context } = this;
    const offset = this.block.start;
    const number = rules.readNumber(words, at, words.length);
    if (number === null) return at + 1;
    while (stack.length > 0 && (stack.at(-1)?.end ?? 0) <= at) stack.pop();
    context.number = number;
    context.inHeading = this.isHeadingNumber(offset + at);
    context.enclosure = stack.at(-1) ?? null;
    const mayAnswer = this.rulesFor(context);
    for (const rule of mayAnswer) {
      const reading = rule.read(context);
      if (reading === null) continue;
      if (sink.trace !== null) traceAnswers(context, offset, mayAnswer, sink.trace);
      if (!('not' in reading)) this.take(reading, rule);
      return Math.max(reading.end, number.end);
    }
    return number.end;
  }

  /** Keeps a figure unless it reaches back into the one before it. */
  private take(reading: FigureReading, { id: ruleId, certainty }: FigureRule): void {
    const { block, sink, context } = this;
    if (reading.start < context.previousEnd) {
      const span = { start: block.start + reading.start, end: block.start + reading.end };
      sink.trace?.push({
        ...span,
        layer: 'figure',
        ruleId,
        outcome: 'dropped',
        why: 'overlaps the figure before it',
      });
      return;
    }
    context.previousEnd = reading.end;
    // rules make a new object for every answer, so it may be completed in place
    const draft = reading as FigureDraft;
    draft.ruleId = ruleId;
    draft.certainty = certainty;
    this.drafts.push(draft);
  }

  private isHeadingNumber(at: number): boolean {
    const { headings } = this;
    while (this.nextHeading < headings.length && (headings[this.nextHeading]?.end ?? 0) <= at)
      this.nextHeading++;
    const heading = headings[this.nextHeading];
    return heading !== undefined && heading.number !== null && at >= heading.start && at < heading.titleStart;
  }
}

/** One context serves all numbers of a text: rules look at it and don't keep it. */
function newContext(): NumberContext {
  const number = { start: 0, end: 0, value: 0, script: 'arabic', more: false, scaled: false } as const;
  return { text: '', from: 0, to: 0, number, enclosure: null, inHeading: false, previousEnd: -1 };
}

/** End of the pair of marks that opens at `at`, inner pairs passed over; -1: it does not close before `stop`. */
function endOfPair(text: string, at: number, stop: number, open: string, close: string): number {
  let depth = 0;
  for (let i = at + 1; i < stop; i++) {
    if (stands(text, i, close)) {
      if (depth === 0) return i + 1;
      depth--;
    } else if (stands(text, i, open)) depth++;
  }
  return -1;
}

/** What all rules say of a number, whichever was the first. */
function traceAnswers(
  context: NumberContext,
  offset: number,
  rules: readonly FigureRule[],
  trace: TraceEntry[],
): void {
  let won: string | null = null;
  for (const rule of rules) {
    const reading = rule.read(context);
    if (reading === null) continue;
    won ??= rule.id;
    traceAnswer(trace, rule.id, offset, reading, won);
  }
}

function traceAnswer(
  trace: TraceEntry[],
  ruleId: string,
  offset: number,
  reading: FigureReading | NotAFigure,
  won: string,
): void {
  const start = offset + reading.start;
  const end = offset + reading.end;
  const said =
    'not' in reading
      ? `no figure: ${reading.not}`
      : `figure ${reading.value} ${reading.unit ?? ''}`.trimEnd();
  const kept = won === ruleId;
  trace.push({
    start,
    end,
    layer: 'figure',
    ruleId,
    outcome: kept ? 'kept' : 'dropped',
    why: kept ? said : `${said}; outranked by ${won}`,
  });
}

function indicate(
  words: string,
  offset: number,
  drafts: FigureDraft[],
  rules: Ruleset,
  sink: FigureSink,
): void {
  if (drafts.length === 0) return;
  const block = { start: 0, end: words.length };
  const before: IndicatedFigure[] = [];
  for (const draft of drafts) {
    const figure = draft as IndicatedFigure;
    figure.indicator = draft.indicator ?? rules.indicator(words, block, draft, before);
    before.push(figure);
    sink.figures.push(mentionOf(figure, offset));
  }
}

/** The figure as it is handed out: offsets into the text, and only the fields that say something. */
function mentionOf(figure: IndicatedFigure, offset: number): FigureMention {
  const { value, valueMax, unit, approx, kind, from, direction, zero, indicator, certainty, ruleId } = figure;
  const mention: FigureMention = {
    start: offset + figure.start,
    end: offset + figure.end,
    value,
    unit,
    approx,
    kind,
    indicator,
    certainty,
    ruleId,
  };
  if (valueMax !== undefined) mention.valueMax = valueMax;
  if (from !== undefined) mention.from = from;
  if (direction !== undefined) mention.direction = direction;
  if (zero !== undefined) mention.zero = zero;
  return mention;
}
