import type { Dropped, FigureMention } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import type { Block } from '../model/text.ts';
import { charSet } from '../text/char-set.ts';
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

/** Reads the figures of blocks; one of these is made for each text. */
export function figureReader(text: string, headings: readonly Heading[], rules: Ruleset) {
  const marks = charSet(rules.enclosures.map((mark) => mark.open).join(''));
  let nextHeading = 0;

  return function* readBlock(block: Block, index: number, sink: FigureSink): Generator<void, void, void> {
    const drafts: FigureDraft[] = [];
    const stack: Enclosure[] = [];
    let previousEnd = -1;
    let numbers = 0;
    for (let at = block.start; at < block.end; at++) {
      const code = text.charCodeAt(at);
      if (marks[code] === 1) {
        const pair = pairAt(text, at, block.end, rules.enclosures);
        if (pair !== null) stack.push(pair);
        continue;
      }
      if (rules.anchors[code] !== 1) continue;
      while (nextHeading < headings.length && (headings[nextHeading]?.end ?? 0) <= at) nextHeading++;
      const heading = headings[nextHeading];
      const number = rules.readNumber(text, at, block.end);
      if (number === null) continue;
      while (stack.length > 0 && (stack.at(-1)?.end ?? 0) <= at) stack.pop();
      const context: NumberContext = {
        text,
        from: block.start,
        to: block.end,
        number,
        enclosure: stack.at(-1) ?? null,
        inHeading:
          heading !== undefined && heading.number !== null && at >= heading.start && at < heading.titleStart,
        previousEnd,
      };
      const answer = decide(context, rules, sink);
      if (++numbers % 256 === 0) yield;
      if (answer === null) {
        at = number.end - 1;
        continue;
      }
      const { ruleId, certainty, reading } = answer;
      at = Math.max(reading.end, number.end) - 1;
      if ('not' in reading) {
        sink.dropped.push({ start: number.start, end: reading.end, ruleId, why: reading.not });
        continue;
      }
      if (reading.start < previousEnd) {
        sink.dropped.push({
          start: reading.start,
          end: reading.end,
          ruleId,
          why: 'overlaps the figure before it',
        });
        continue;
      }
      previousEnd = reading.end;
      drafts.push({ ...reading, ruleId, certainty, block: index });
    }
    indicate(text, block, drafts, rules, sink);
  };
}

/** The pair of marks that opens at `at`, when it closes within its longest length. */
function pairAt(text: string, at: number, limit: number, marks: Ruleset['enclosures']): Enclosure | null {
  const mark = marks.find((m) => m.open === text[at]);
  if (mark === undefined) return null;
  const stop = Math.min(limit, at + mark.longest);
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
function decide(context: NumberContext, rules: Ruleset, sink: FigureSink): Answer | null {
  let won: Answer | null = null;
  for (const rule of rules.figures) {
    const reading = rule.read(context);
    if (reading === null) continue;
    if (won === null) won = { ruleId: rule.id, certainty: rule.certainty, reading };
    if (sink.trace === null) break;
    traceAnswer(sink.trace, rule.id, reading, won.ruleId);
  }
  return won;
}

function traceAnswer(
  trace: TraceEntry[],
  ruleId: string,
  reading: FigureReading | NotAFigure,
  won: string,
): void {
  const { start, end } = reading;
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

function indicate(text: string, block: Span, drafts: FigureDraft[], rules: Ruleset, sink: FigureSink): void {
  const before: IndicatedFigure[] = [];
  for (const draft of drafts) {
    const indicator = draft.indicator ?? rules.indicator(text, block, draft, before);
    const figure = { ...draft, indicator };
    before.push(figure);
    sink.figures.push(mentionOf(figure));
  }
}

function mentionOf(figure: IndicatedFigure): FigureMention {
  const { start, end, value, valueMax, unit, approx, kind, from, direction, zero, indicator } = figure;
  return {
    start,
    end,
    value,
    ...(valueMax === undefined ? {} : { valueMax }),
    unit,
    approx,
    kind,
    ...(from === undefined ? {} : { from }),
    ...(direction === undefined ? {} : { direction }),
    ...(zero === undefined ? {} : { zero }),
    indicator,
    certainty: figure.certainty,
    ruleId: figure.ruleId,
  };
}
