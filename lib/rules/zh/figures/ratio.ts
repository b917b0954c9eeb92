import type { FigureReading, FigureRule } from '../../../analysis/ruleset.ts';
import { hedgeBefore } from './shape.ts';

const PARTS = /^\d{1,6}(?:\.\d{1,4})?:(\d{1,6}(?:\.\d{1,4})?)(?::\d{1,6}(?:\.\d{1,4})?)*/;
const SAYS_RATIO = /(?:比例|之比|配比|比值|比重|结构|比|按|按照|达|达到|为|由|至)(?:约?为|达到|达|的|:|由)?$/;
/** 图1:2015年…: the number of a figure or table. */
const CAPTION = /[图表例注]$/;
const CLOCK = /^(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?!\d)/;

/** 3:1 is the ratio 3; 10.1:43.5:46.4 is one figure with its first part. 8:30 and 11:07 are times unless the text says ratio. */
export const ratio: FigureRule = {
  id: 'ratio',
  certainty: 0.85,
  scripts: ['arabic'],
  after: ':',
  read({ text, from, to, number }): FigureReading | null {
    const match = PARTS.exec(text.slice(number.start, Math.min(to, number.start + 48)));
    if (match === null) return null;
    const hedge = hedgeBefore(text, from, number.start);
    const first = hedge?.start ?? number.start;
    const says = SAYS_RATIO.test(text.slice(Math.max(from, first - 6), first));
    if (!says && (CLOCK.test(match[0]) || CAPTION.test(text.slice(Math.max(from, first - 1), first))))
      return null;
    const over = Number(match[1]);
    if (over === 0) return null;
    const three = match[0].indexOf(':') !== match[0].lastIndexOf(':');
    const value = three ? number.value : Math.round((number.value / over) * 1e4) / 1e4;
    const end = number.start + match[0].length;
    return { start: first, end, value, unit: null, approx: hedge?.approx ?? 'exact', kind: 'ratio' };
  },
};
