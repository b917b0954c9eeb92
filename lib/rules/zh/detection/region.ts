import type { Page } from '../../../analysis/detection-rules.ts';
import type { Division, Gazetteer } from '../../../lexicon/zh/gazetteer.ts';
import type { Level, Region } from '../../../model/report.ts';
import { CENTRAL } from './bodies.ts';
import { fromSite, siteDivisions } from './complete.ts';
import { codeOfHost } from './host-place.ts';

const TOWNSHIP = /(?:镇|乡|苏木|街道)(?:人民政府|办事处|党工委|委员会)?$|(?:镇|乡)人民政府/;
const LONGEST = 60_000;
const NONE: Region = { province: null, city: null, county: null };

/** Region and level of the issuer: the division its name begins with, its parents from the table. */
export function placeOf(
  issuer: string | null,
  page: Page,
  gazetteer: Gazetteer,
): { region: Region; level: Level | null } {
  if (issuer === null) return { region: regionOf(siteless(page, gazetteer)), level: ownLevel(page) };
  if (CENTRAL.test(issuer)) return { region: NONE, level: 'central' };
  const named = divisionsIn(issuer, page, gazetteer);
  const last = named.at(-1) ?? null;
  const township = TOWNSHIP.test(issuer);
  if (last === null) return unnamed(issuer, page, gazetteer, township);
  const region = withOwn(regionOf(last), issuer, gazetteer);
  const ownCity = last.rank === 'province' && region.city !== null && region.county === null;
  const level = township ? 'township' : ownCity ? 'city' : levelOf(last, issuer);
  return { region, level };
}

/** What the text calls itself where it names no body: 我镇, 全县. A 市 may be of three levels. */
function ownLevel({ opening, host }: Page): Level | null {
  const head = opening.slice(0, 800);
  if (/[我本全](?:镇|乡(?!村)|街道)|(?<!乡)镇(?:党委|政府)|街道(?:党工委|办事处)/.test(head))
    return 'township';
  if (/[我本全](?:县|区|旗)|县委、县政府|区委、?区政府/.test(head) && !head.includes('自治区'))
    return 'county';
  return ofSite(head, codeOfHost(host));
}

/** 我厅, or 全市 on a city's site. */
function ofSite(head: string, code: string | null): Level | null {
  if (/[我本]厅/.test(head)) return 'province';
  if (/市中级(?:人民)?法院|在市委[^。,]{0,10}和省/.test(head)) return 'city';
  if (code?.length === 4 && /[我本全]市|市委、市政府/.test(head)) return 'city';
  return code?.length === 2 && /[我本全]省|省委、省政府/.test(head) ? 'province' : null;
}

function levelOf(last: Division, issuer: string): Level {
  const rest = issuer.slice(issuer.lastIndexOf(last.name) + last.name.length);
  if (
    last.rank !== 'county' &&
    /[\u4e00-\u9fff]{2,5}(?:区|县|旗)[\u4e00-\u9fff]*(?:局|分局|政府|委员会|办公室|院|厅|队)/.test(rest)
  )
    return 'county';
  return last.rank;
}

/** A city or county the table does not have (the small one has no counties) is taken from the issuer's own name. */
function withOwn(region: Region, issuer: string, gazetteer: Gazetteer): Region {
  if (region.county !== null) return region;
  const parent = region.city ?? region.province ?? '';
  const at = parent === '' ? -1 : issuer.indexOf(parent);
  if (at < 0) return region;
  if (region.city === null) {
    const { city, county } = ownNames(issuer.slice(at + parent.length), gazetteer);
    if (city !== null) return { ...region, city, county };
  }
  const match = /^([\u4e00-\u9fff]{1,8}?(?:自治县|县|区|旗))(?!域)[\u4e00-\u9fff]/.exec(
    issuer.slice(at + parent.length),
  );
  return match?.[1] === undefined || /^(?:公安|开发|自治)/.test(match[1]) || ZONE.test(match[1])
    ? region
    : { ...region, county: match[1] };
}

/** A name without a known division: a town or street, or a county the small table lacks. */
function unnamed(
  issuer: string,
  page: Page,
  gazetteer: Gazetteer,
  township: boolean,
): { region: Region; level: Level | null } {
  const branch = /区管(?:理委员|委)会|海关$|海事局$/.test(issuer) ? shortOf(issuer, gazetteer) : null;
  if (branch !== null)
    return { region: regionOf(branch), level: /管(?:理委员|委)会/.test(issuer) ? 'county' : null };
  const { city, county } = issuer.startsWith('自治区')
    ? { city: null, county: null }
    : ownNames(issuer, gazetteer);
  const region = regionOf(siteless(page, gazetteer));
  region.city ??= city ?? (county === null ? null : cityAbove(page, gazetteer));
  region.province ??= provinceNamed(page, gazetteer);
  if (township) return { region: { ...region, county: region.county ?? county }, level: 'township' };
  if (county !== null) return { region: { ...region, county }, level: 'county' };
  if (/(?:开发|高新|示范|[实试]验)区(?!分局)/.test(issuer) && city === null)
    return { region, level: 'county' };
  const short = /^(?:省|自治区|市|州|县|区|旗)/.exec(issuer)?.[0];
  if (short !== undefined) {
    const level =
      short === '省' || short === '自治区'
        ? 'province'
        : short === '市' || short === '州'
          ? 'city'
          : 'county';
    return { region, level };
  }
  if (/^[\u4e00-\u9fff]{2,3}省/.test(issuer)) return { region, level: 'province' };
  if (/^[\u4e00-\u9fff]{2,8}(?:市|州|盟)/.test(issuer)) return { region, level: 'city' };
  return { region, level: null };
}

/** 甲江高新区管理委员会, 甲江海关: the one place whose short name it begins with. */
function shortOf(name: string, gazetteer: Gazetteer): Division | null {
  const fits = gazetteer.divisions.filter(({ short }) => short.length > 1 && name.startsWith(short));
  const largest = fits.find(({ rank }) => rank !== 'county') ?? fits[0];
  return largest ?? null;
}

/** Zones that some government runs: no division of their own. */
const ZONE = /(?:开发|高新|园|示范|[实试]验|度假|保税|风景(?:名胜)?|管理|合作|产业|工业|新)区$/;
const OWN_CITY = /^([\u4e00-\u9fff]{2,6}?(?:市|自治州|盟))(?=[\u4e00-\u9fff]{2})(?!场|政|民|容)/;
const OWN_COUNTY = /^([\u4e00-\u9fff]{1,9}?(?:自治县|县|区|旗))(?=[\u4e00-\u9fff]{2})/;

/** City and county that a name begins with: 甲市公安局, 甲市乙县水利局, 乙县人民政府. None that the table knows otherwise. */
function ownNames(name: string, gazetteer: Gazetteer): { city: string | null; county: string | null } {
  const first = OWN_CITY.exec(name)?.[1] ?? null;
  const city = first === null || gazetteer.byName.has(first) ? null : first;
  const county = OWN_COUNTY.exec(city === null ? name : name.slice(city.length))?.[1] ?? null;
  if (county !== null && ZONE.test(county)) return { city, county: null };
  // 甲市公安局高新区分局 names a branch, not a county
  return { city, county: city !== null && county !== null && /[局委院]/.test(county) ? null : county };
}

const ABOVE =
  /(?:[在、和及与,]|县委|区委)([^在、和及与,。:\s县区市省]{2,3}市)(?=(?:委|政府|[^。,、]{1,10}?(?:局|委|政府|院))[^。]{0,12}(?:领导|指导|部署|支持))/;

/** The city whose bodies lead the county: 在县委、县政府和甲市公安局的正确领导下. */
function cityAbove(page: Page, gazetteer: Gazetteer): string | null {
  const name = ABOVE.exec(page.opening.slice(0, 600))?.[1] ?? null;
  return name === null || gazetteer.byName.has(name) ? null : name;
}

/** The one province the text names, when it names its bodies too: 陕西省公安厅组织. */
function provinceNamed(page: Page, gazetteer: Gazetteer): string | null {
  const text = page.text === null ? page.opening : page.text.text.slice(0, LONGEST);
  const named = gazetteer.divisions.filter(({ rank, name }) => rank === 'province' && text.includes(name));
  const only = named.length === 1 ? named[0] : undefined;
  if (only === undefined) return null;
  const body = new RegExp(`(?<![赴到与同学])${only.name}(?:委|(?:人民)?政府|[\\u4e00-\\u9fff]{1,8}厅|高级)`);
  return body.test(text) ? only.name : null;
}

/** What text and site say of the place when the issuer's name does not: the county, city or province they name. */
function siteless(page: Page, gazetteer: Gazetteer): Division | null {
  const head = `${page.title}\n${page.opening.slice(0, 600)}`;
  for (const rank of ['county', 'city', 'province'] as const) {
    const full = gazetteer.divisions.filter(
      (d) => d.rank === rank && d.name.length > 2 && d.parent?.name !== d.name && head.includes(d.name),
    );
    const only = full.length === 1 ? full[0] : undefined;
    if (only !== undefined) return only;
    const site = fromSite(
      page,
      gazetteer,
      (d) => d.rank === rank && (rank !== 'county' || d.name.length > 2),
    );
    if (site !== null) return site;
  }
  return siteDivisions(page, gazetteer)[0] ?? null;
}

/** What a division's name may follow: another division's, or a body's. */
const BEFORE_NAME = /[省市州盟区县旗局厅委院会府关队办处部共国家 、(]/;

/** 红河州, 张家川县: how autonomous divisions call themselves. */
const COMMON_TAILS = ['州', '县', '旗'];

/** Divisions the name begins with, largest first: 广州市公安局增城区分局 names 广州市 and 增城区. */
function divisionsIn(issuer: string, page: Page, gazetteer: Gazetteer): Division[] {
  const found: { at: number; length: number; division: Division }[] = [];
  for (const [name, divisions] of gazetteer.byName) {
    if (name.length < 2 || !/[省市县区州盟旗]$|特别行政区$/.test(name)) continue;
    const at = issuer.indexOf(name);
    // a name may end as another does: 栖云县 is not 云县
    if (at < 0 || (at > 0 && !BEFORE_NAME.test(issuer.charAt(at - 1)))) continue;
    const division = pick(divisions, issuer, page);
    if (division.name === name || COMMON_TAILS.some((tail) => name === division.short + tail))
      found.push({ at, length: name.length, division });
  }
  found.sort((a, b) => a.at - b.at || b.length - a.length);
  const chain: Division[] = [];
  let end = 0;
  for (const { at, length, division } of found) {
    if (at < end) continue;
    chain.push(division);
    end = at + length;
  }
  return chain;
}

/** Of several divisions with one name (和平区), the one whose parents the page names. */
function pick(divisions: readonly Division[], issuer: string, page: Page): Division {
  const around = `${issuer}\n${page.title}\n${page.opening}\n${page.clues.meta.sitename ?? ''}\n${page.clues.documentTitle}`;
  const code = page.clues.meta.siteidcode ?? '';
  const rated = divisions.map((division) => {
    let score = code.startsWith(division.code) ? 4 : code.startsWith(division.code.slice(0, 4)) ? 3 : 0;
    for (let up = division.parent; up !== null; up = up.parent) if (around.includes(up.short)) score += 2;
    return { division, score };
  });
  // 东莞市 has no districts: the list of counties holds its own name
  const own = rated.filter(({ division }) => division.parent?.name !== division.name);
  own.sort((a, b) => b.score - a.score);
  return own[0]?.division ?? (divisions[0] as Division);
}

function regionOf(division: Division | null): Region {
  const region: Region = { ...NONE };
  for (let up = division; up !== null; up = up.parent) region[up.rank] = up.name;
  return region;
}
