import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../lib/analysis/analyse.ts';
import { ruleset } from '../../../lib/rules/zh/index.ts';
import { reportTextOf } from '../../../lib/text/plain-text.ts';

const FOLDER = new URL('../../corpus/passages/', import.meta.url);
const CATEGORIES: Readonly<Record<string, string>> = { m: 'measure', s: 'shortcoming', p: 'plan', n: 'none' };

interface Wanted {
  text: string;
  figures: { start: number; end: number; value: number; unit: string | null; indicator: string }[];
  sentences: { start: number; category: string }[];
}

/** Takes the marks out of a passage; see the folder's README. */
function parse(marked: string): Wanted {
  const wanted: Wanted = { text: '', figures: [], sentences: [] };
  for (const part of marked.split(/(\{[msphn?]\}|⟦[^⟧]*⟧)/)) {
    const mark = /^\{(.)\}$/.exec(part)?.[1];
    const category = mark === undefined ? undefined : CATEGORIES[mark];
    if (category !== undefined) wanted.sentences.push({ start: wanted.text.length, category });
    if (mark !== undefined) continue;
    if (!part.startsWith('⟦')) {
      wanted.text += part;
      continue;
    }
    const [written = '', value = '', unit = '-', indicator = ''] = part.slice(1, -1).split('|');
    const start = wanted.text.length;
    wanted.text += written;
    wanted.figures.push({
      start,
      end: wanted.text.length,
      value: Number(value),
      unit: unit === '-' ? null : unit,
      indicator,
    });
  }
  return wanted;
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));

describe.each(files)('%s', (file) => {
  const wanted = parse(readFileSync(new URL(file, FOLDER), 'utf8'));
  const found = analyse(reportTextOf(wanted.text), ruleset);
  const cut = (span: { start: number; end: number }): string => wanted.text.slice(span.start, span.end);

  it('has these figures and no others', () => {
    const show = (f: { start: number; end: number; value: number; unit: string | null }): string =>
      `${f.start} ${cut(f)} = ${f.value} ${f.unit ?? '-'}`;
    expect(found.figures.map(show)).toEqual(wanted.figures.map(show));
  });

  it('says what they count', () => {
    const missing = wanted.figures.filter(({ start, indicator }) => {
      const figure = found.figures.find((f) => f.start === start);
      return figure !== undefined && !figure.indicator.includes(indicator);
    });
    expect(
      missing.map(
        (f) => `${cut(f)}: ${found.figures.find((g) => g.start === f.start)?.indicator}, not ${f.indicator}`,
      ),
    ).toEqual([]);
  });

  it('tells measures, shortcomings and plans', () => {
    const wrong = wanted.sentences.filter(({ start, category }) => {
      const sentence = found.sentences.find((s) => s.start <= start && s.end > start);
      const heading = found.outline.some((h) => h.start <= start && h.end > start && h.depth < 3);
      return sentence?.category !== category && !(heading && sentence?.category === 'none');
    });
    const show = ({ start, category }: { start: number; category: string }): string => {
      const sentence = found.sentences.find((s) => s.start <= start && s.end > start);
      return `${wanted.text.slice(start, start + 20)}: ${sentence?.category} [${sentence?.ruleId} ${sentence?.role}], not ${category}`;
    };
    expect(wrong.map(show)).toEqual([]);
  });
});
