import type { Quantity, QuantityKind, SentenceCategory } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import type { Role } from '../model/text.ts';
import type { Heading, HeadingKnowledge } from '../text/outline.ts';
import type { WordFinder } from '../text/word-finder.ts';
import type { WrittenNumber } from '../text/written-number.ts';

/** What a figure rule is given: one written number and the block it stands in; offsets are into the block. */
export interface NumberContext {
  /** The block, folded. */
  text: string;
  /** Rules look only between these: 0 and the block's length. */
  from: number;
  to: number;
  number: WrittenNumber;
  /** The innermost pair of marks around the number (quotation, title), marks included; `null`: none. */
  enclosure: Enclosure | null;
  /** Whether the number begins the title or item of a heading (its own number excepted). */
  inHeading: boolean;
  /** End of the figure before it in the same block, -1 when there is none. */
  previousEnd: number;
}

/** A pair of marks with what stands between. */
export interface Enclosure extends Span {
  kind: 'quotation' | 'title';
}

/** A figure as a rule reads it. */
export interface FigureReading extends Span, Quantity {
  /** Said by the rule itself where the general search for the indicator would miss it. */
  indicator?: string;
}

/** A number that is none: a date, a name, a code. Drops the number and says why. */
export interface NotAFigure extends Span {
  not: string;
}

/** One way of writing (or of not writing) a figure. The first rule of the list that answers wins. */
export interface FigureRule {
  id: string;
  /** 0..1: how sure its answers are. */
  certainty: number;
  /** The scripts it can answer for; left out: all. */
  scripts?: readonly WrittenNumber['script'][];
  /** What the number must be or stand in. */
  only?: 'zero' | 'heading' | Enclosure['kind'];
  /** Characters, one of which stands right before or right after the number; left out both: any. */
  before?: string;
  after?: string;
  /** Asked about numbers of four Arabic digits and more, and rows of Chinese digits, whatever stands around them. */
  orLong?: true;
  /** Asked only about numbers that are as the fields above say. */
  read(context: NumberContext): FigureReading | NotAFigure | null;
}

/** A figure on its way to its indicator. */
export interface FigureDraft extends FigureReading {
  ruleId: string;
  certainty: number;
}

/** What a sentence rule is given. */
export interface SentenceContext extends Span {
  /** The whole text, folded. */
  text: string;
  role: Role;
  /** Set where the sentence is (part of) a heading or the label of an item. */
  heading: Heading | null;
  /** Whether the sentence holds a figure. */
  hasFigure: boolean;
  /** Where the first word of each cue list begins, by the list's index; `NOWHERE`: none. */
  cues: Int32Array;
}

/** One sort of sentence. The first rule of the list that matches decides. */
export interface SentenceRule {
  id: string;
  category: SentenceCategory;
  certainty: number;
  /** The parts of a report it speaks of; left out: all. */
  roles?: readonly Role[];
  /** Only of labels and headings (true), only of other sentences (false); left out: of both. */
  ofLabels?: boolean;
  /** Asked only about sentences that are as the fields above say. */
  matches(sentence: SentenceContext): boolean;
}

/** A paragraph or part of one that has another role than its heading says. */
export interface RoleTurn {
  /** Where in the text the new role begins. */
  start: number;
  role: Role;
  /**
   * How far it reaches: to the next heading of depth 1 or 2; to the end of its paragraph; or to the end of the part it
   * stands in, the headings inside that part included.
   */
  until: 'heading' | 'block' | 'part';
  /** Where the same paragraph turns again. */
  next?: RoleTurn;
}

export interface RoleRules {
  /** Role by the words of a title; `null`: the title does not say. `depth` as in the outline. */
  ofTitle(title: string, depth: 1 | 2 | 3): Role | null;
  /** Role of a part whose title says nothing, from the roles before it and from what it says. */
  ofContent(body: string, before: Role | null): Role;
  /** Where a paragraph without heading turns to shortcomings or plans; `null`: it does not. */
  turn(text: string, block: Span, sentences: readonly Span[], role: Role): RoleTurn | null;
}

export interface TopicList {
  finder: WordFinder;
  /** Ids of the topics, in the order of the finder's lists. */
  ids: readonly string[];
}

/** Everything language-bound that the engine runs. */
export interface Ruleset {
  version: string;
  headings: HeadingKnowledge;
  roles: RoleRules;
  cues: WordFinder;
  sentences: readonly SentenceRule[];
  /** Characters at which a figure may begin. */
  anchors: string;
  readNumber(text: string, at: number, limit: number): WrittenNumber | null;
  enclosures: readonly { open: string; close: string; kind: Enclosure['kind']; longest: number }[];
  figures: readonly FigureRule[];
  /** What is counted: reads the words of the block around a figure and the figures before it; offsets are into the block. */
  indicator(words: string, block: Span, figure: FigureDraft, before: readonly IndicatedFigure[]): string;
  /** Whether a cell of a table holds a number and nothing else. */
  isCellValue(cell: string): boolean;
  /** The unit that the head of a row or column, or a cell of a column of units, gives; `null`: none. */
  cellUnit(words: string, isUnitColumn: boolean): CellUnit | null;
  isUnitHead(words: string): boolean;
  /** The numbered part (global), a character it never lacks and, ending right before it, the issuer's sign as its first group. */
  documentNumber: { mark: string; number: RegExp; sign: RegExp };
  cause(sentence: SentenceContext): Span | null;
  /** `null`: no topics are assigned. */
  topics: TopicList | null;
}

export interface CellUnit {
  unit: string;
  kind: QuantityKind;
  /** 万吨 is 10,000 吨. */
  scale: number;
}

export interface IndicatedFigure extends FigureDraft {
  indicator: string;
}

/** One line of the trace: what a rule said of a span and what came of it. */
export interface TraceEntry extends Span {
  layer: 'sentence' | 'figure';
  ruleId: string;
  outcome: 'kept' | 'dropped';
  why: string;
}
