import type { Dropped, FigureMention } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import { type CharSet, charSet } from '../text/char-set.ts';
import type { Heading } from '../text/outline.ts';
import type {
  Enclosure,
  FigureDraft,
  FigureReading,
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
  const marks = charSet(rules.enclosures.map((mark) => mark.open).join(''));
  let nextHeading = 0;
  const isHeadingNumber = (at: number): boolean => {
    while (nextHeading < headings.length && (headings[nextHeading]?.end ?? 0) <= at) nextHeading++;
    const heading = headings[nextHeading];
    return heading !== undefined && heading.number !== null && at >= heading.start && at < heading.titleStart;
  };

  return function* readBlock(block: Span, sink: FigureSink): Generator<void, void, void> {
    const reader = new BlockReader(text, block, rules, marks, isHeadingNumber);
    while (!reader.read(sink)) yield;
    indicate(reader.words, block.start, reader.drafts, rules, sink);
  };
}

/** Reads one block, a stretch of numbers at a time. */
class BlockReader {
  readonly drafts: FigureDraft[] = [];
  /** Rules see the block alone, so that nothing they find depends on what stands before or after it. */
  readonly words: string;
  private readonly stack: Enclosure[] = [];
  private at = 0;
  private previousEnd = -1;

  constructor(
    text: string,
    block: Span,
    rules: Ruleset,
    marks: CharSet,
    isHeadingNumber: (at: number) => boolean,
  ) {
    this.words = text.slice(block.start, block.end);
    this.text = text;
    this.block = block;
    this.rules = rules;
    this.marks = marks;
    this.isHeadingNumber = isHeadingNumber;
  }

  private readonly text: string;
  private readonly block: Span;
  private readonly rules: Ruleset;
  private readonly marks: CharSet;
  private readonly isHeadingNumber: (at: number) => boolean;

  /** Reads on for up to a few hundred numbers; true when the block is done. */
  read(sink: FigureSink): boolean {
    const { text, block, marks } = this;
    const { anchors } = this.rules;
    const offset = block.start;
    let numbers = 0;
    for (let at = offset + this.at; at < block.end; at++) {
      const code = text.charCodeAt(at);
      if (marks[code] === 1) this.open(at - offset);
      else if (anchors[code] === 1) {
        at = offset + this.readAt(at - offset, sink) - 1;
        if (++numbers >= STRETCH) {
          this.at = at + 1 - offset;
          return false;
        }
      }
    }
    return true;
  }

  private open(at: number): void {
    const pair = this.stack.at(-1)?.end === at + 1 ? null : pairAt(this.words, at, this.rules.enclosures);
    if (pair !== null) this.stack.push(pair);
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
    const answer = decide(context, offset, rules, sink);
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

/** The pair of marks that opens at `at`, when it closes within its longest length. */
function pairAt(text: string, at: number, marks: Ruleset['enclosures']): Enclosure | null {
  const mark = marks.find((m) => m.open === text[at]);
  if (mark === undefined) return null;
  const stop = Math.min(text.length, at + mark.longest);
  if (!text.slice(at + 1, stop).includes(mark.close)) return null;
  let depth = 0;
  for (let i = at + 1; i < stop; i++) {
    const c = text[i];
    if (c === mark.close) {
      if (depth === 0) return { start: at, end: i + 1, kind: mark.kind };
      depth--;
    } else if (c === mark.open) depth++;
  }
  return null;
}

interface Answer {
  ruleId: string;
  certainty: number;
  reading: FigureReading | NotAFigure;
}

/** The first rule that answers wins; when tracing, the others are asked too. */
function decide(context: NumberContext, offset: number, rules: Ruleset, sink: FigureSink): Answer | null {
  let won: Answer | null = null;
  for (const rule of rules.figures) {
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
