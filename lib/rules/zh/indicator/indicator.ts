import type { FigureDraft, IndicatedFigure } from '../../../analysis/ruleset.ts';
import { GOES_ON } from '../../../lexicon/zh/frame-words.ts';
import type { Span } from '../../../model/span.ts';
import { clauseEnd, clauseStart } from '../figures/clause.ts';
import { lastPart, withoutLead, withoutTail, withoutTitles } from './phrase.ts';

const RIGHT_MAX = 24;
const COORDINATES = /[、和与及]$/;
const NEXT_FIGURE = /[\d、]|“零|(?<=[^一])是/;

/**
 * What a figure counts, from its own clause: the words before it without their framing (侦办非法集资案件216起), the words
 * after it (76个执法办案管理中心), or both (选聘36名在编民警). When its clause has none (10期960人, 同比增长5.2%), what the figure
 * before it counts, or the clause before.
 */
export function indicator(
  text: string,
  block: Span,
  figure: FigureDraft,
  before: readonly IndicatedFigure[],
): string {
  const from = clauseStart(text, block.start, figure.start);
  const previous = before.at(-1);
  const sameClause = previous !== undefined && previous.end > from;
  const leftStart = sameClause ? previous.end : from;
  const between = text.slice(leftStart, figure.start);
  // 3个集体、5名个人: what stands between belongs to the figure before
  const taken = sameClause && COORDINATES.test(between) && !COORDINATES.test(between.charAt(0));
  const left = taken ? '' : lastPart(withoutTitles(withoutTail(withoutLead(between))));
  const right = rightOf(text, block, figure);
  const own = join(left, right, figure, text.startsWith('倒数', figure.start));
  if (own !== '') return own;
  if (sameClause) return previous.indicator;
  return fromBefore(text, block, from, before);
}

function join(left: string, right: string, figure: FigureDraft, fromLast: boolean): string {
  if (figure.zero === true && figure.unit === null) return left + right;
  if (figure.kind === 'rank' && fromLast) return `${left}倒数`;
  return left.length <= 1 && right !== '' ? right : left + right;
}

/** The words after the figure that name what is counted, up to the next figure or list mark. */
function rightOf(text: string, block: Span, figure: FigureDraft): string {
  const end = Math.min(clauseEnd(text, block.end, figure.end), figure.end + RIGHT_MAX);
  let words = text.slice(figure.end, end).replace(/\([^)]{1,8}\)/g, '');
  const next = NEXT_FIGURE.exec(words);
  if (next !== null) words = words.slice(0, next.index);
  if (GOES_ON.some((word) => words.startsWith(word))) {
    if (!words.startsWith('的')) return '';
    words = words.slice(1);
  }
  return words.trim();
}

/** The figure before, when the clause before holds one; else the subject of that clause. */
function fromBefore(text: string, block: Span, from: number, before: readonly IndicatedFigure[]): string {
  if (from <= block.start || text[from - 1] === '。') return '';
  const start = clauseStart(text, block.start, from - 1);
  const previous = before.at(-1);
  if (previous !== undefined && previous.end > start) return previous.indicator;
  return lastPart(withoutTail(withoutLead(text.slice(start, from - 1))));
}
