import type { FigureReading, FigureRule } from '../../../analysis/ruleset.ts';

const FORMS: Readonly<Record<string, 'up' | 'down' | null>> = {
  降: 'down',
  跌: 'down',
  减: 'down',
  升: 'up',
  增: 'up',
  涨: 'up',
  冠: null,
  丰: null,
  胜: null,
  优: null,
  获: null,
};

/** 十一连降: eleven times in a row, falling. */
export const streak: FigureRule = {
  id: 'streak',
  certainty: 0.9,
  scripts: ['arabic', 'chinese', 'digits'],
  after: '连',
  read({ text, number }): FigureReading | null {
    const form = FORMS[text[number.end + 1] ?? ''];
    if (form === undefined) return null;
    const { start, value } = number;
    const direction = form === null ? {} : { direction: form };
    return { start, end: number.end + 2, value, unit: '次', approx: 'exact', kind: 'count', ...direction };
  },
};
