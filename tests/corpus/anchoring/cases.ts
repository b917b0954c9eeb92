import type { Span } from '../../../lib/model/span.ts';
import { type Case, CHANGES, sentenceAround } from './changes.ts';
import { pick, randomOf } from './random.ts';

/** Passages as readers annotate them: a figure, a clause, a sentence, a phrase. */
function passage(text: string, random: () => number): Span | null {
  const at = Math.floor(random() * (text.length - 200)) + 50;
  const sort = pick(['figure', 'clause', 'sentence', 'phrase'], random);
  const find = (pattern: RegExp): Span | null => {
    const match = pattern.exec(text.slice(at, at + 600));
    return match ? { start: at + match.index, end: at + match.index + match[0].length } : null;
  };
  if (sort === 'figure') return find(/\d[\d.]*[万余多]*[件起次期个名条份人宗%]/);
  if (sort === 'clause') return find(/(?<=[，。；])[^，。；\n]{6,30}(?=[，。；])/);
  if (sort === 'phrase') return find(/[\u4e00-\u9fa5]{4,10}/);
  const span = find(/[^，。；\n]{6,30}(?=[，。；])/);
  return span && sentenceAround(text, span);
}

/** `perKind` cases of every kind from every text, the same ones for the same seed. */
export function casesFrom(texts: readonly string[], perKind: number, seed = 20241231): Case[] {
  const random = randomOf(seed);
  const cases: Case[] = [];
  for (const text of texts) {
    for (const [kind, change] of Object.entries(CHANGES)) {
      for (let made = 0, tried = 0; made < perKind && tried < perKind * 30; tried++) {
        const span = trimmed(text, passage(text, random));
        const one = span && change(text, span, random);
        if (!one) continue;
        cases.push({ kind, ...one });
        made++;
      }
    }
  }
  return cases;
}

/** Readers' selections are stored without white space around them. */
function trimmed(text: string, span: Span | null): Span | null {
  if (!span) return null;
  const words = text.slice(span.start, span.end);
  const start = span.start + words.length - words.trimStart().length;
  const end = start + words.trim().length;
  return end > start ? { start, end } : null;
}
