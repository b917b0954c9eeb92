import type { ComparedFigure, ComparedReport, IndicatorCell } from '../model/comparison.ts';
import { oneLine } from '../model/line-ends.ts';
import { GramIndex, type Phrase } from './grams.ts';
import { type Stage, stageOf } from './stages.ts';
import { unitClass } from './units.ts';

/** How many characters before and after a figure, within its sentence, say what it is about. */
const BEFORE = 28;
const AFTER = 16;
/** Figures this close to each other, in characters, stand beside each other. */
const NEAR = 60;

/** What stands between figures of a list: the words that they belong to came before, 分别. */
const LISTED = /^[、，,和及与以]{1,2}$/;

const BARE_RATE = /^.{1,5}率$/;
/** A mere word (办结, 不合格), which says what was done with what stands before it. */
const BARE = /^(?:完成|已|共|累计)*.{1,3}$/;
/** Between the parts of what a list of figures counts: 城镇、农村居民人均可支配收入分别达到……. */
const PARTED = /[、，和与及]/;
/** What came anew is a count of its own (新增学位, 净增企业), unless told against last year (较上年新增). */
const ADDED = /(?:新增|新设|净增)[^，。；]*$/;
const AGAINST = /[较比][^，。；]*$/;
/** Such counts by their other names (新登记, 新培育). */
const NEW = /新[增设登培认注签开立聘引发][^，。；]*$/;
/** A part of what is counted before it. */
const PART = /其中[^，。；]{0,12}$/;
const BASE = /^[^。；;！？\n]{1,12}$/;

/** One figure with what it is compared by. */
export interface Counted {
  /** Place among all figures: those of one report follow each other. */
  index: number;
  report: number;
  /** The body that reports; `null`: not known. */
  body: string | null;
  cell: IndicatorCell;
  /**
   * Number of its kind and class of units, levels and changes apart (下降至 7% and 下降 7%): only figures of one sort can
   * be the same thing.
   */
  sort: number;
  topic: string | undefined;
  /** The name it is compared by: its indicator; in a list of figures (分别), its own part of that. */
  name: string;
  words: Phrase;
  /** The same with the name of its base before it, where it is a mere word. */
  fullName: string;
  whole: Phrase;
  context: Phrase;
  /** How much words, the whole of them, and context say. */
  wordWeight: number;
  wholeWeight: number;
  contextWeight: number;
  /** What stands right before and right after it, within its sentence. */
  before: string;
  after: string;
  /** How many figures of its sort the report has. */
  rivals: number;
  /** Its place in a list of figures (分别下降8.9%、12.5%), from 0; `null`: it stands in none. */
  listed: number | null;
  /** What a rate or mere word without a base of its own belongs to: 处理12件，办结率100%; `null`: it stands for itself. */
  base: Counted | null;
  /** Whether it counts what was met with, or what was done about it; `null`: not told. */
  stage: Stage | null;
  /** Counts what came anew, not all there is. */
  isNew: boolean;
  /** A part of the figure before it, in its unit: 其中行政许可案卷12卷. */
  isPart: boolean;
  /** The figures right before and after it, where they are near. */
  previous: Counted | null;
  next: Counted | null;
}

/** The figures of all reports, and the words by which they are compared. */
export interface Count {
  counted: Counted[];
  words: GramIndex;
  contexts: GramIndex;
}

/** Figures of plans are aims, not what was done: they are left out. */
export function countFigures(reports: readonly ComparedReport[]): Count {
  const count: Count = { counted: [], words: new GramIndex(), contexts: new GramIndex() };
  const sorts = new Map<string, number>();
  for (const [index, report] of reports.entries()) countReport(report, index, sorts, count);
  count.words.weigh();
  count.contexts.weigh();
  for (const own of count.counted) {
    own.wordWeight = count.words.weightOf(own.words);
    own.wholeWeight = own.whole === own.words ? own.wordWeight : count.words.weightOf(own.whole);
    own.contextWeight = count.contexts.weightOf(own.context);
  }
  return count;
}

function countReport(report: ComparedReport, index: number, sorts: Map<string, number>, count: Count): void {
  const { text, figures, sentences, facts } = report;
  const { counted, words, contexts } = count;
  const wordsAt = (start: number, end: number): string => oneLine(text.slice(start, end));
  const first = counted.length;
  const rivals = new Map<number, number>();
  let at = 0;
  let last: Counted | null = null;
  for (const figure of figures) {
    while (at < sentences.length && (sentences[at]?.end ?? 0) <= figure.start) at++;
    const within = sentences[at];
    const sentence = within && within.start <= figure.start ? within : null;
    if (sentence && (sentence.category === 'plan' || sentence.role === 'plans')) continue;
    const from = Math.max(sentence?.start ?? figure.start, figure.start - BEFORE);
    const to = Math.min(sentence?.end ?? figure.end, figure.end + AFTER);
    const before = wordsAt(from, figure.start);
    const after = wordsAt(figure.end, to);
    const isAdded = figure.kind === 'count' && ADDED.test(before) && !AGAINST.test(before);
    const isOwnChange = !isAdded && isChange(figure, before);
    const sort = sortOf(figure, isOwnChange, sorts);
    rivals.set(sort, (rivals.get(sort) ?? 0) + 1);
    const previous: Counted | null = last && figure.start - last.cell.figure.end < NEAR ? last : null;
    const own: Counted = {
      index: counted.length,
      report: index,
      body: facts.issuer,
      cell: cellOf(report, figure, isOwnChange),
      sort,
      topic: sentence?.topic,
      name: figure.indicator,
      fullName: '',
      words: 0,
      whole: 0,
      context: contexts.add(`${before}|${after}`),
      wordWeight: 0,
      wholeWeight: 0,
      contextWeight: 0,
      before,
      after,
      rivals: 0,
      listed: null,
      base:
        previous && saysMoreOf(figure, wordsAt(previous.cell.figure.end, figure.start))
          ? (previous.base ?? previous)
          : null,
      isNew: isAdded || NEW.test(before),
      stage: null,
      isPart: previous?.sort === sort && PART.test(before),
      previous,
      next: null,
    };
    if (previous) {
      previous.next = own;
      if (previous.sort === sort && LISTED.test(wordsAt(previous.cell.figure.end, figure.start))) {
        previous.listed ??= 0;
        own.listed = previous.listed + 1;
      }
    }
    counted.push(own);
    last = own;
  }
  for (let each = first; each < counted.length; each++) {
    const own = counted[each];
    if (!own) continue;
    own.rivals = rivals.get(own.sort) ?? 1;
    own.name = nameOf(own);
    own.words = words.add(own.name);
    own.stage = stageOf(own.name);
    own.fullName = own.base && own.cell.figure.kind !== 'percent' ? own.base.name + own.name : own.name;
    own.whole = own.fullName === own.name ? own.words : words.add(own.fullName);
  }
}

export function cellOf(
  { id, text }: ComparedReport,
  figure: ComparedFigure,
  isChange: boolean,
): IndicatorCell {
  return { reportId: id, figure, written: oneLine(text.slice(figure.start, figure.end)), isChange };
}

/** Of a list's figure its part of what the list counts, ended as the last part is: 城镇 of 城镇、农村居民收入 is 城镇居民收入. */
function nameOf({ cell, listed, next }: Counted): string {
  const { indicator } = cell.figure;
  if (listed === null) return indicator;
  let size = listed + 1;
  for (let at = next; at?.listed === size; at = at.next) size++;
  const parts = indicator.split(PARTED);
  const [own, last] = [parts[listed], parts.at(-1)];
  if (!own || !last || parts.length !== size) return indicator;
  return own.length < last.length ? own + last.slice(own.length) : own;
}

function sortOf(figure: ComparedFigure, isOwnChange: boolean, sorts: Map<string, number>): number {
  const key = `${figure.kind}${isOwnChange ? '~' : ' '}${unitClass(figure)}`;
  const known = sorts.get(key);
  if (known !== undefined) return known;
  sorts.set(key, sorts.size);
  return sorts.size - 1;
}

/** A short name of a rate, or a mere word, right after what it belongs to. */
function saysMoreOf({ kind, indicator }: ComparedFigure, between: string): boolean {
  return (kind === 'percent' ? BARE_RATE : BARE).test(indicator) && BASE.test(between);
}

/** “下降到”, “增至” name the level that was reached; what is waived (减免) does not fall by that; a 降幅 is a change. */
function isChange({ direction, from, indicator }: ComparedFigure, before: string): boolean {
  if (/[降增涨升减]幅/.test(indicator)) return true;
  return (
    direction !== undefined &&
    from === undefined &&
    !/[到至为达]$/.test(before) &&
    !/减免[^，。；]*$/.test(before)
  );
}
