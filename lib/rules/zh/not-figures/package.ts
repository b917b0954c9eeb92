import type { FigureRule, NotAFigure } from '../../../analysis/ruleset.ts';
import { charSet, isIn } from '../../../text/char-set.ts';

const PACKAGE =
  /^(?:项|个|大|种|类|条|方面|位|级|者|化|法|地|山|区|链|化|体|防|严|有|不|把|双|面|道|本|清单|张(?:网|清单|图)|部(?:门|曲|法)|件(?:民生|惠民|为民)?(?:事|实事|大事|套)|步|率|书|员|层|则|线|力|专|好|星)/;

const HEDGES = charSet('余多近约超数上几');

/** A small Chinese numeral that bundles things under a heading: 三项制度, 八项措施, 两地, 四大举措. */
export const bundle: FigureRule = {
  id: 'package',
  certainty: 0.9,
  scripts: ['chinese'],
  read({ text, from, to, number }): NotAFigure | null {
    if (number.value > 20 || number.value < 1 || number.more) return null;
    if (number.start > from && isIn(HEDGES, text.charCodeAt(number.start - 1))) return null;
    if (!PACKAGE.test(text.slice(number.end, Math.min(to, number.end + 6)))) return null;
    if (/^个(?:百分点|工作日|自然日|月|小时|星期|学时|课时)/.test(text.slice(number.end, number.end + 4)))
      return null;
    return { start: number.start, end: number.end, not: 'name of a package or list' };
  },
};
