import type { FigureRule, NotAFigure } from '../../../analysis/ruleset.ts';

const LONGEST_NAME = 40;

/** A number inside quotation marks belongs to a name, slogan or code: “1518”战略, “三项制度”, “双随机、一公开”. */
export const quotedName: FigureRule = {
  id: 'quoted-name',
  certainty: 0.95,
  only: 'quotation',
  read({ text, number, enclosure }): NotAFigure | null {
    if (enclosure?.kind !== 'quotation') return null;
    const isLong = enclosure.end - enclosure.start > LONGEST_NAME + 2;
    if (isLong && /[,;。]/.test(text.slice(enclosure.start + 1, enclosure.end - 1))) return null;
    return { start: number.start, end: number.end, not: 'part of a quoted name or slogan' };
  },
};
