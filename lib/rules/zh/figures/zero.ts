import type { FigureReading, FigureRule } from '../../../analysis/ruleset.ts';
import { ZERO_EVENTS, ZERO_WORDS } from '../../../lexicon/zh/zero.ts';

/** 零报告 is a way of reporting, but for what it follows: 因灾伤亡零报告. */
const NONE_REPORTED = /(?:实现|保持|伤亡|死亡|受伤|事故|案件|疫情|灾情|灾害|舆情)$/;

const AFTER = /^(?:[,;:。!?、)”’的目事案并且和与及]|$)/;

/** 零投诉, “零发生”, 零事故, 0差错: the text states that there was none. 零距离, 零容忍, 零售 are words. */
export const zero: FigureRule = {
  id: 'zero',
  certainty: 0.9,
  only: 'zero',
  read({ text, to, number, enclosure }): FigureReading | null {
    const c = text[number.start];
    if ((c !== '零' && c !== '0') || number.end !== number.start + 1) return null;
    const start = number.start;
    const quoted = enclosure !== null && enclosure.kind === 'quotation' && enclosure.start === start - 1;
    const closing = quoted ? enclosure.end - 1 : -1;
    const end = quoted && closing - start <= 6 ? closing : Math.min(to, start + 3);
    const event = text.slice(start + 1, end);
    if (event.length < 2 || beginsWith(event, ZERO_WORDS)) return null;
    const before = quoted ? start - 1 : start;
    if (event === '报告' && !NONE_REPORTED.test(text.slice(Math.max(0, before - 3), before))) return null;
    const known = beginsWith(event, ZERO_EVENTS);
    if (c === '0' && !known) return null;
    if (!quoted && !known && !AFTER.test(text.slice(end, end + 1))) return null;
    return { start, end, value: 0, unit: null, approx: 'exact', kind: 'count', zero: true };
  },
};

function beginsWith(phrase: string, words: readonly string[]): boolean {
  return words.some((word) => phrase.startsWith(word));
}
