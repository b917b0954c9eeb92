import type { ComparedFigure, ComparedReport, IndicatorCell } from '../model/comparison.ts';
import { GramIndex, type Phrase } from './grams.ts';
import { unitClass } from './units.ts';

/** How many characters before and after a figure, within its sentence, say what it is about. */
const BEFORE = 28;
const AFTER = 16;
/** Figures this close to each other, in characters, stand beside each other. */
const NEAR = 60;

/** What stands between figures of a list: the words that they belong to came before, 分别. */
const LISTED = /^[、，,和及与以]{1,2}$/;

const BARE_RATE = /^.{1,5}率$/;
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
  words: Phrase;
  context: Phrase;
  /** How much words and context say. */
  wordWeight: number;
  contextWeight: number;
  /** What stands right before and right after it, within its sentence. */
  before: string;
  after: string;
  /** How many figures of its sort the report has. */
  rivals: number;
  /** Its place in a list of figures (分别下降8.9%、12.5%), from 0; `null`: it stands in none. */
  listed: number | null;
  /** The name of what a rate without a base of its own is a rate of: 处理12件，办结率100%; `null`: it is no such rate. */
  base: Phrase | null;
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
    own.contextWeight = count.contexts.weightOf(own.context);
  }
  return count;
}

function countReport(report: ComparedReport, index: number, sorts: Map<string, number>, count: Count): void {
  const { id, text, figures, sentences, facts } = report;
  const { counted, words, contexts } = count;
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
    const before = text.slice(from, figure.start);
    const after = text.slice(figure.end, to);
    const isOwnChange = isChange(figure, before);
    const sort = sortOf(figure, isOwnChange, sorts);
    rivals.set(sort, (rivals.get(sort) ?? 0) + 1);
    const previous: Counted | null = last && figure.start - last.cell.figure.end < NEAR ? last : null;
    const own: Counted = {
      index: counted.length,
      report: index,
      body: facts.issuer,
      cell: {
        reportId: id,
        figure,
        written: text.slice(figure.start, figure.end),
        isChange: isOwnChange,
      },
      sort,
      topic: sentence?.topic,
      words: words.add(figure.indicator),
      context: contexts.add(`${before}|${after}`),
      wordWeight: 0,
      contextWeight: 0,
      before,
      after,
      rivals: 0,
      listed: null,
      base:
        previous && isRateOf(figure, text.slice(previous.cell.figure.end, figure.start))
          ? previous.words
          : null,
      previous,
      next: null,
    };
    if (previous) {
      previous.next = own;
      if (previous.sort === sort && LISTED.test(text.slice(previous.cell.figure.end, figure.start))) {
        previous.listed ??= 0;
        own.listed = previous.listed + 1;
      }
    }
    counted.push(own);
    last = own;
  }
  for (let each = first; each < counted.length; each++) {
    const own = counted[each];
    if (own) own.rivals = rivals.get(own.sort) ?? 1;
  }
}

function sortOf(figure: ComparedFigure, isOwnChange: boolean, sorts: Map<string, number>): number {
  const key = `${figure.kind}${isOwnChange ? '~' : ' '}${unitClass(figure)}`;
  const known = sorts.get(key);
  if (known !== undefined) return known;
  sorts.set(key, sorts.size);
  return sorts.size - 1;
}

/** A short name of a rate, right after what it is a rate of. */
function isRateOf({ kind, indicator }: ComparedFigure, between: string): boolean {
  return kind === 'percent' && BARE_RATE.test(indicator) && BASE.test(between);
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
