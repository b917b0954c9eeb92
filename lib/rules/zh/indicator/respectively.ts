import type { FigureDraft, IndicatedFigure } from '../../../analysis/ruleset.ts';
import type { Span } from '../../../model/span.ts';
import { clauseEnd } from '../figures/clause.ts';
import { withoutLead, withoutMethod, withoutTail } from './phrase.ts';

/** 60岁及以上 is one name. */
const LINK = /[、和与]|及(?!以)/;
const SHORTEST_NAME = 4;
const LONGEST_SENTENCE = 300;
/** What is measured, said once at the end for all names: 原煤、原油产量. */
const MEASURE = /(?:增加值|产值|产量|销量|(?<=案件?|事故|警情)数)$/;

/**
 * Figures handed out in order by 分别: 立案数、结案数分别下降6%、4%, and 立案8件、结案6件,同比分别上升6%、4%. `null` when there is no
 * 分别 between the beginning of the clause (`from`) and the figure, or when names and figures do not pair.
 */
export function respectively(
  text: string,
  block: Span,
  from: number,
  figure: FigureDraft,
  before: readonly IndicatedFigure[],
): string | null {
  const at = from + text.slice(from, figure.start).lastIndexOf('分别');
  if (at < from) return null;
  const end = clauseEnd(text, block.end, figure.end);
  const pieces = text
    .slice(at, end)
    .split(LINK)
    .filter((piece) => /\d/.test(piece));
  const index = text.slice(at, figure.start).split(LINK).length - 1;
  if (pieces.length < 2 || index >= pieces.length) return null;
  const names = withoutTail(withoutLead(withoutMethod(text.slice(from, at))));
  if (names !== '') {
    const parts = names.split(LINK);
    if (parts.length !== pieces.length) return null;
    const measure = MEASURE.exec(parts.at(-1) ?? '')?.[0];
    const shared =
      measure !== undefined && parts.slice(0, -1).every((part) => /^[^第].*[^数率值量]$/.test(part));
    const name = parts[index] ?? '';
    if (shared) return index === parts.length - 1 ? name : name + measure;
    // 交通、水利分别完成投资3亿元、2亿元: what they all did follows 分别
    const done = withoutTail(withoutLead(/^分别([^\d,;]{2,8}?)\d/.exec(text.slice(at, end))?.[1] ?? ''));
    if (done.length > 1) return name + done;
    return parts.every((part) => part.length >= SHORTEST_NAME) ? name : null;
  }
  return antecedent(text, block, from, pieces, before)?.[index]?.indicator ?? null;
}

/** The last run of figures before the clause that the list can speak of: points of percentage belong to percentages. */
function antecedent(
  text: string,
  block: Span,
  from: number,
  pieces: readonly string[],
  before: readonly IndicatedFigure[],
): readonly IndicatedFigure[] | null {
  const near = Math.max(block.start, from - LONGEST_SENTENCE);
  const sentence = near + text.slice(near, from).lastIndexOf('。') + 1;
  const earlier: IndicatedFigure[] = [];
  for (let i = before.length - 1; i >= 0 && earlier.length < 8; i--) {
    const one = before[i];
    if (one === undefined || one.start < sentence) break;
    if (one.end <= from) earlier.unshift(one);
  }
  for (let first = earlier.length - pieces.length; first >= 0; first--) {
    const run = earlier.slice(first, first + pieces.length);
    const fits = run.every((one, i) => !pieces[i]?.includes('百分点') || one.kind === 'percent');
    if (fits) return run;
  }
  return null;
}
