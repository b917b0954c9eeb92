import type { SearchQuery, ValueFilter } from '../model/search.ts';

const SIGNS: Readonly<Record<string, ValueFilter['sign']>> = {
  '≥': '>=',
  '>=': '>=',
  '≤': '<=',
  '<=': '<=',
  '>': '>',
  '<': '<',
  '=': '=',
};
const TIMES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };
const VALUE = /^(≥|≤|>=|<=|>|<|=)\s*([\d.,]+)\s*([万亿]?)\s*(\D{0,8})$/;
const TOKEN = /["“”「]([^"“”」]+)["“”」]|((?:≥|≤|>=|<=|>|<|=)\s*[\d.,]+\s*\S*)|(\S+)/g;

/** Lower case and half width, one sign for one: offsets stay. */
export function foldForSearch(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\p{Lu}/gu, (letter) => {
      const small = letter.toLowerCase();
      return small.length === letter.length ? small : letter;
    });
}

/**
 * Reads what was typed: words by white space, phrases in quotation marks, figures as ≥1000起 or <5%. Never throws; what
 * is no figure is a word.
 */
export function parseQuery(typed: string): SearchQuery {
  const query: SearchQuery = { words: [], values: [] };
  for (const [, phrase, figure, word] of foldForSearch(typed).matchAll(TOKEN)) {
    const value = figure === undefined ? null : filterFrom(figure.trim());
    const text = (phrase ?? word ?? (value ? '' : (figure ?? ''))).trim();
    if (value) query.values.push(value);
    else if (text !== '') query.words.push(text);
  }
  return query;
}

function filterFrom(written: string): ValueFilter | null {
  const match = VALUE.exec(written);
  if (!match) return null;
  const [, sign = '', digits = '', times = '', unit = ''] = match;
  const value = Number(digits.replaceAll(',', '')) * (TIMES[times] ?? 1);
  const known = SIGNS[sign];
  if (!Number.isFinite(value) || known === undefined) return null;
  return { sign: known, value, unit: unit.trim() === '' ? null : unit.trim() };
}
