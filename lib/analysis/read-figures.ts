import type { Dropped, FigureMention } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import { stands } from '../text/char-set.ts';
import type { Heading } from '../text/outline.ts';
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

export interface FigureSink {
  figures: FigureMention[];
  dropped: Dropped[];
  trace: TraceEntry[] | null;
}

/** Numbers read without a pause. */
const STRETCH = 256;

/** Reads the figures of blocks; one of these is made for each text. */
export function figureReader(text: string, headings: readonly Heading[], rules: Ruleset) {
  const lookup = lookupOf(rules);
  let nextHeading = 0;
  const isHeadingNumber = (at: number): boolean => {
    while (nextHeading < headings.length && (headings[nextHeading]?.end ?? 0) <= at) nextHeading++;
    const heading = headings[nextHeading];
    return heading !== undefined && heading.number !== null && at >= heading.start && at < heading.titleStart;
  };

  return function* readBlock(block: Span, sink: FigureSink): Generator<void, void, void> {
    const reader = new BlockReader(text, block, rules, lookup, isHeadingNumber);
    while (!reader.read(sink)) yield;
    indicate(reader.words, block.start, reader.drafts, rules, sink);
  };
}

interface Lookup {
  /** By character: 1 where a number may begin, `MARK` + index for the opening mark of an enclosure. */
  signs: Uint8Array;
  rulesFor: RulesFor;
}

const MARK = 2;
const lookups = new WeakMap<Ruleset, Lookup>();

/** What is looked up at every character and every number; made once for a ruleset. */
function lookupOf(rules: Ruleset): Lookup {
  const known = lookups.get(rules);
  if (known !== undefined) return known;
  const signs = rules.anchors.slice();
  rules.enclosures.forEach(({ open }, index) => {
    signs[open.charCodeAt(0)] = MARK + index;
  });
  const lookup = { signs, rulesFor: ruleTable(rules.figures) };
  lookups.set(rules, lookup);
  return lookup;
}

/** Reads one block, a stretch of numbers at a time. */
class BlockReader {
  readonly drafts: FigureDraft[] = [];
  /** Rules see the block alone, so that nothing they find depends on what stands before or after it. */
  readonly words: string;
  private readonly stack: Enclosure[] = [];
  /** Per enclosure, where its closing mark stands next. */
  private readonly closing: number[] = [];
  private at = 0;
  private previousEnd = -1;

  constructor(
    text: string,
    block: Span,
    rules: Ruleset,
    lookup: Lookup,
    isHeadingNumber: (at: number) => boolean,
  ) {
    this.words = text.slice(block.start, block.end);
    this.text = text;
    this.block = block;
    this.rules = rules;
    this.lookup = lookup;
    this.isHeadingNumber = isHeadingNumber;
  }

  private readonly text: string;
  private readonly block: Span;
  private readonly rules: Ruleset;
  private readonly lookup: Lookup;
  private readonly isHeadingNumber: (at: number) => boolean;

  /** Reads on for up to a few hundred numbers; true when the block is done. */
  read(sink: FigureSink): boolean {
    const { text, block } = this;
    const { signs } = this.lookup;
    const offset = block.start;
    let numbers = 0;
    for (let at = offset + this.at; at < block.end; at++) {
      const sign = signs[text.charCodeAt(at)] ?? 0;
      if (sign === 0) continue;
      if (sign >= MARK) this.open(at - offset, sign - MARK);
      else {
        at = offset + this.readAt(at - offset, sink) - 1;
        if (++numbers >= STRETCH) {
          this.at = at + 1 - offset;
          return false;
        }
      }
    }
    return true;
  }

  /** Notes the pair that opens at `at`, when it closes within its longest length. */
  private open(at: number, index: number): void {
    const { words, stack, closing } = this;
    const mark = this.rules.enclosures[index];
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
  private readAt(at: number, sink: FigureSink): number {
    const { words, stack, rules, previousEnd } = this;
    const offset = this.block.start;
    const to = words.length;
    const number = rules.readNumber(words, at, to);
    if (number === null) return at + 1;
    while (stack.length > 0 && (stack[stack.length - 1]?.end ?? 0) <= at) stack.pop();
    const inHeading = this.isHeadingNumber(offset + at);
    const enclosure = stack[stack.length - 1] ?? null;
    const context: NumberContext = { text: words, from: 0, to, number, enclosure, inHeading, previousEnd };
    const answer = decide(context, offset, this.lookup.rulesFor(context), sink);
    if (answer === null) return number.end;
    const { ruleId, certainty, reading } = answer;
    if ('not' in reading) {
      sink.dropped.push({
        start: offset + number.start,
        end: offset + reading.end,
        ruleId,
        why: reading.not,
      });
    } else if (reading.start < previousEnd) {
      const start = offset + reading.start;
      sink.dropped.push({ start, end: offset + reading.end, ruleId, why: 'overlaps the figure before it' });
    } else {
      this.previousEnd = reading.end;
      // rules make a new object for every answer, so it may be completed in place
      const draft = reading as FigureDraft;
      draft.ruleId = ruleId;
      draft.certainty = certainty;
      this.drafts.push(draft);
    }
    return Math.max(reading.end, number.end);
  }
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

interface Answer {
  ruleId: string;
  certainty: number;
  reading: FigureReading | NotAFigure;
}

/** The first rule that answers wins; when tracing, the others are asked too. */
function decide(
  context: NumberContext,
  offset: number,
  rules: readonly FigureRule[],
  sink: FigureSink,
): Answer | null {
  let won: Answer | null = null;
  for (const rule of rules) {
    const reading = rule.read(context);
    if (reading === null) continue;
    if (won === null) won = { ruleId: rule.id, certainty: rule.certainty, reading };
    if (sink.trace === null) break;
    traceAnswer(sink.trace, rule.id, offset, reading, won.ruleId);
  }
  return won;
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
