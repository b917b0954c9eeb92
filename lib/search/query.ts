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
const TOKEN = /["“”「]([^"“”」]+)["“”」]|((?:≥|≤|>=|<=|>|<|=)\s*[\d.,]+\S*)|(\S+)/g;
const TIMES_AND_UNIT = /^[万亿]?(.*)$/;

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
 * Reads what was typed: words by white space, phrases in quotation marks, figures as ≥1000起 or <5%. After white space
 * a word belongs to a bare figure when `isUnit` knows it as a unit: ≥1000 起, but ≥1000 and 案件. Never throws; what is
 * no figure is a word.
 */
export function parseQuery(typed: string, isUnit: (word: string) => boolean): SearchQuery {
  const query: SearchQuery = { words: [], values: [] };
  const tokens = [...foldForSearch(typed).matchAll(TOKEN)];
  for (let at = 0; at < tokens.length; at++) {
    const [, phrase, figure, word] = tokens[at] ?? [];
    let value = figure === undefined ? null : filterFrom(figure);
    const next = tokens[at + 1]?.[3];
    if (value?.unit === null && next !== undefined && isUnit(TIMES_AND_UNIT.exec(next)?.[1] ?? '')) {
      value = filterFrom(`${figure}${next}`) ?? value;
      at++;
    }
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
