import type { Analysis } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import type { Role, Section } from '../model/text.ts';
import type { Heading } from '../text/outline.ts';
import type { Signs } from '../text/signs.ts';
import { NOWHERE } from '../text/word-finder.ts';
import { type Place, sentenceReader, sentencesOf } from './read-sentences.ts';
import type { RoleTurn, Ruleset, TraceEntry } from './ruleset.ts';

/** Sentences read without a pause. */
const STRETCH = 64;

/** Reads the sentences of blocks, whose figures are known, in short steps; one of these is made for each text. */
export class BlockReader {
  private readonly text: string;
  private readonly signs: Signs;
  private readonly headings: readonly Heading[];
  private readonly rules: Ruleset;
  private readonly analysis: Analysis;
  private readonly above: (readonly Heading[])[];
  private readonly readSentence: ReturnType<typeof sentenceReader>;
  private readonly place: (at: number) => Place;
  private block: Span = { start: 0, end: 0 };
  /** The headings of the block, the first of them by its number in the outline, and the one after them. */
  private inBlock: readonly Heading[] = [];
  private firstHeading = 0;
  private nextHeading = 0;
  private turn: RoleTurn | null = null;
  private turnDepth = 2;
  /** A turn that begins in this block. */
  private turned: RoleTurn | null = null;
  private sentences: readonly Span[] = [];
  private nextSentence = 0;
  private nextFigure = 0;

  constructor(
    text: string,
    signs: Signs,
    headings: readonly Heading[],
    roles: Map<Heading, Role>,
    rules: Ruleset,
    analysis: Analysis,
    trace: TraceEntry[] | null,
    above: (readonly Heading[])[],
  ) {
    this.text = text;
    this.signs = signs;
    this.headings = headings;
    this.rules = rules;
    this.analysis = analysis;
    this.above = above;
    this.readSentence = sentenceReader(text, signs, rules, { ...analysis, trace });
    this.place = placer(headings, roles);
  }

  /** Begins a block; blocks come in rising order. */
  open(block: Span): void {
    const { headings } = this;
    this.block = block;
    this.firstHeading = this.nextHeading;
    while ((headings[this.nextHeading]?.start ?? NOWHERE) < block.end) this.nextHeading++;
    this.inBlock = headings.slice(this.firstHeading, this.nextHeading);
    this.sentences = this.openSentences();
  }

  /** Reads on a little; true when the block is done. */
  read(): boolean {
    const stop = Math.min(this.sentences.length, this.nextSentence + STRETCH);
    while (this.nextSentence < stop) {
      const span = this.sentences[this.nextSentence++];
      if (span !== undefined) this.readOne(span);
    }
    if (stop < this.sentences.length) return false;
    if (this.turn !== null) applyTurn(this.analysis.outline, this.inBlock, this.firstHeading, this.turn);
    return true;
  }

  private openSentences(): Span[] {
    const { text, block, inBlock, turn } = this;
    const spans = sentencesOf(text, this.signs, block, inBlock);
    // a list that counts from one again is the turn's own
    if (turn?.until === 'part' && inBlock[0]?.depth === 2 && inBlock[0].value === 1) this.turnDepth = 1;
    if (turn !== null && endsTurn(turn, this.turnDepth, inBlock)) this.turn = null;
    const heading = inBlock[0];
    const opens = heading?.start === spans[0]?.start && (heading?.depth ?? 3) < 3;
    const headingOnly = opens && heading?.runIn === false;
    const before = this.turn?.role ?? this.place(spans[0]?.start ?? block.start).role;
    this.turned = headingOnly ? null : this.rules.roles.turn(text, block, spans, before);
    this.nextSentence = 0;
    return spans;
  }

  private readOne(span: Span): void {
    const { turned } = this;
    const { figures } = this.analysis;
    const place = this.place(span.start);
    if (turned !== null && span.start >= turned.start && this.turn !== turned) {
      this.turn = turned;
      this.turnDepth = depthAt(place);
      // its items are told to the outline before it turns again
      if (turned.next !== undefined)
        applyTurn(this.analysis.outline, this.inBlock, this.firstHeading, turned);
      this.turned = turned.next ?? turned;
    }
    while ((figures[this.nextFigure]?.start ?? NOWHERE) < span.start) this.nextFigure++;
    const hasFigure = (figures[this.nextFigure]?.start ?? NOWHERE) < span.end;
    this.readSentence(span, place.heading, this.turn?.role ?? place.role, hasFigure);
    this.above.push(place.above);
  }
}

/** Whether a turn is over before a block with these headings. */
function endsTurn(turn: RoleTurn, depth: number, inBlock: readonly Heading[]): boolean {
  if (turn.until === 'block') return true;
  return inBlock.some((heading) => heading.depth <= (turn.until === 'part' ? depth : 2));
}

function isInTurn(heading: Heading, turn: RoleTurn): boolean {
  return heading.start >= turn.start && (heading.depth === 3 || turn.until === 'part');
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

/** The open headings below the first level that stand before a place; they are open in the order of their depths. */
function aboveOf(open: readonly Heading[], at: number): readonly Heading[] {
  let first = 0;
  let last = open.length;
  while (first < last && open[first]?.depth === 1) first++;
  while (last > first && (open[last - 1]?.start ?? 0) >= at) last--;
  return first < last ? open.slice(first, last) : NONE;
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
    const above = aboveOf(open, at);
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
