import type { Page } from '../../../analysis/detection-rules.ts';
import type { Division, Gazetteer } from '../../../lexicon/zh/gazetteer.ts';
import { codeOfHost } from './host-place.ts';

const RANKS: Readonly<Record<string, Division['rank']>> = {
  省: 'province',
  市: 'city',
  州: 'city',
  县: 'county',
  区: 'county',
  旗: 'county',
};
const SHORT = /^(自治区|省|市|州|县|区|旗)(?=[\u4e00-\u9fff]{1,})/;
const LONGEST = 60_000;

/** Completes a short name (省公安厅, 市水务局) from the division the text or, failing that, the site names. */
export function completed(name: string, page: Page, gazetteer: Gazetteer): string {
  const short = SHORT.exec(name)?.[1];
  if (short === undefined) return name;
  const rank = short === '自治区' ? 'province' : RANKS[short];
  const division = rank === undefined ? null : divisionFor(rank, short, page, gazetteer);
  if (division === null) return name;
  return division.name + name.slice(short.length);
}

function divisionFor(
  rank: Division['rank'],
  short: string,
  page: Page,
  gazetteer: Gazetteer,
): Division | null {
  // the opening is in one script
  const text = `${page.opening}\n${page.text === null ? '' : page.text.text.slice(page.opening.length, LONGEST)}`;
  // 北京市 is a province by rank
  const fits = (division: Division): boolean =>
    short === '市'
      ? division.rank === 'city' || (division.rank === 'province' && division.name.endsWith('市'))
      : division.rank === rank && (short === '自治区' || division.name.endsWith(short) || rank !== 'county');
  const ownCity = (division: Division): boolean =>
    short === '市' && division.rank === 'county' && division.name.endsWith('市');
  return (
    mostNamed(addressee(page), gazetteer, (division) => fits(division) || ownCity(division)) ??
    mostNamed(text, gazetteer, fits) ??
    fromSite(page, gazetteer, fits) ??
    mostNamed(text, gazetteer, ownCity)
  );
}

/** The line that names those the report goes to: 某市委、某市人民政府:. */
function addressee({ opening }: Page): string {
  return /^[^。\n]{2,40}:(?=\s*$)/m.exec(opening.slice(0, 300))?.[0] ?? '';
}

/** The division the text names most; its full name counts three times its short one. */
export function mostNamed(
  text: string,
  gazetteer: Gazetteer,
  fits: (division: Division) => boolean,
): Division | null {
  let best: Division | null = null;
  let most = 0;
  for (const division of gazetteer.divisions) {
    if (!fits(division)) continue;
    const full = count(text, division.name, division.name.length < 3);
    const short =
      division.short === division.name || division.rank === 'county' ? 0 : count(text, division.short);
    const weight = full * 3 + Math.max(0, short - full);
    if (weight > most) {
      most = weight;
      best = division;
    }
  }
  return best;
}

/** A name of two characters (城区, 滑县) may be the end of a longer one: then it counts only behind a division or at a start. */
function count(text: string, words: string, isWhole = false): number {
  let n = 0;
  for (let at = text.indexOf(words); at >= 0 && n < 50; at = text.indexOf(words, at + words.length)) {
    if (
      !isWhole ||
      !/[^省市州盟在和及与、]/.test(text.slice(Math.max(0, at - 1), at).replace(/[^\u4e00-\u9fff]/, ''))
    )
      n++;
  }
  return n;
}

/** The division the site stands for: by its name, else by its identification code (《政府网站发展指引》). */
export function fromSite(
  page: Page,
  gazetteer: Gazetteer,
  fits: (division: Division) => boolean,
): Division | null {
  const { meta, documentTitle, labels } = page.clues;
  const names = [
    meta.sitename ?? '',
    documentTitle,
    ...labels.filter((l) => /主办|承办|版权/.test(l.label)).map((l) => l.value),
  ];
  const named = mostNamed(names.join('\n'), gazetteer, fits);
  if (named !== null) return named;
  return siteDivisions(page, gazetteer).find(fits) ?? null;
}

/** City and province of the site's code, or, where it shows none, of its address: 3609000002 is 宜春市, then 江西省. */
export function siteDivisions(page: Page, gazetteer: Gazetteer): Division[] {
  const shown = page.clues.meta.siteidcode ?? '';
  const code = /^\d{10}$/.test(shown) ? shown : codeOfHost(page.host);
  if (code === null) return [];
  return [code.slice(0, 6), code.slice(0, 4), code.slice(0, 2)]
    .map((part) => gazetteer.byCode.get(part))
    .filter((d) => d !== undefined);
}
