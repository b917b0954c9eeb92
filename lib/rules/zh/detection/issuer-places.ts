import type { Page } from '../../../analysis/detection-rules.ts';
import type { Division, Gazetteer } from '../../../lexicon/zh/gazetteer.ts';
import type { ReportKind } from '../../../model/report.ts';

// Bodies that follow from a place: the text names where, the kind of report or what acts there says who.

export const IS_PLACE = /^[\u4e00-\u9fff]{1,12}(?:省|市|县|区|州|盟|旗|自治区)$/;

/** Of some kinds a title names only the place: the body follows from the kind. */
const BY_KIND: Partial<Record<ReportKind, string>> = {
  政府工作报告: '人民政府',
  法治政府建设年度报告: '人民政府',
  政府信息公开工作年度报告: '人民政府',
  统计公报: '统计局',
  审计工作报告: '审计局',
  预算执行情况报告: '财政局',
  计划执行情况报告: '发展和改革委员会',
  检察院工作报告: '人民检察院',
  法院工作报告: '人民法院',
};

/** 青澜市 with an audit report is 青澜市审计局. */
export function bodyOf(place: string, kind: ReportKind, gazetteer: Gazetteer): string {
  if (ZONE.test(place)) return `${place}管理委员会`;
  const known = gazetteer.byName.get(place)?.[0];
  const name = known !== undefined && !IS_PLACE.test(place) ? known.name : place;
  return withTail(name, known?.rank, BY_KIND[kind] ?? '人民政府');
}

/** Zones have a committee, no government. */
const ZONE = /(?:开发|高新|经开|产业园|工业园|科技园|示范|[实试]验|度假|保税)区$/;

/** A province has 厅 where a city, or a municipality, has 局. */
function withTail(name: string, rank: Division['rank'] | undefined, tail: string): string {
  const isOfProvince = rank === 'province' && !name.endsWith('市') && tail !== '统计局';
  return name + (isOfProvince ? tail.replace(/局$/, '厅') : tail);
}

/** The text opens with what a place did: 2019年,在省委…的领导下,甲县全面贯彻…. */
export function actingPlace({ opening }: Page, kind: ReportKind, gazetteer: Gazetteer): string | null {
  const line = opening
    .slice(0, 400)
    .split('\n')
    .find((words) => /(?:19|20)\d\d年/.test(words.slice(0, 40)));
  const match =
    /(?:^|[,。])([\u4e00-\u9fff]{2,8}(?:省|市|县|区|旗))(?=坚持|全面|认真|深入|始终|紧|以|严格|围绕|按照|高度|积极|切实|扎实|着力|聚焦)/.exec(
      line ?? '',
    );
  const place = match?.[1];
  return place === undefined || !gazetteer.byName.has(place) ? null : bodyOf(place, kind, gazetteer);
}

/** Delivered in X市第N届人民代表大会…会议上: the place, and the body its kind of report comes from. */
export function atAssembly({ opening }: Page, kind: ReportKind, gazetteer: Gazetteer): string | null {
  const place = /在([\u4e00-\u9fff]{2,12}?(?:省|自治区|市|县|区|州|盟|旗))第[^。\n]{1,8}届人民代表大会/.exec(
    opening,
  )?.[1];
  return place === undefined ? null : bodyOf(place, kind, gazetteer);
}

/** Who acts as a whole system: 全市公安机关. */
const SYSTEMS: readonly [RegExp, string][] = [
  [/司法行政(?:系统|机关)/, '司法局'],
  [/公安(?:系统|机关)/, '公安局'],
  [/检察机关/, '人民检察院'],
];

/** 我区, 我县: the one such division the opening names, and the body its kind of report comes from. */
export function ownPlace(page: Page, kind: ReportKind, gazetteer: Gazetteer): string | null {
  const own = /(?:我|全|本)(县|市|区|省|州|旗)/.exec(page.opening)?.[1];
  const system = SYSTEMS.find(([pattern]) => pattern.test(page.opening.slice(0, 120)))?.[1];
  // a bureau speaks of the whole city, too
  if (own === undefined || (system === undefined && /我[局委院办厅]|我中心/.test(page.opening))) return null;
  const head = page.opening.slice(0, 800);
  if (own === '市' && /市委/.test(head)) {
    // a municipality is often called by its short name alone: 考察上海, 法治重庆
    const short = new Set([...head.matchAll(/北京|上海|天津|重庆/g)].map(([name]) => name));
    const only = short.size === 1 ? gazetteer.byName.get([...short][0] ?? '')?.[0] : undefined;
    if (only !== undefined && !/[省县区]委/.test(head))
      return withTail(only.name, only.rank, system ?? BY_KIND[kind] ?? '人民政府');
  }
  const named = gazetteer.divisions.filter(
    (d) => d.name.length > 2 && d.name.endsWith(own) && head.includes(d.name),
  );
  const first = named[0];
  return first !== undefined && named.every((d) => d.name === first.name)
    ? withTail(first.name, first.rank, system ?? BY_KIND[kind] ?? '人民政府')
    : null;
}

/** The fullest form the page has: 甲市乙区人民政府 where it names 乙区人民政府 so somewhere. */
export function withPlaceAbove(name: string, { opening }: Page, gazetteer: Gazetteer): string {
  const above = new RegExp(`([\\u4e00-\\u9fff]{2,9}?(?:省|自治区|市|州|盟|县|区|旗))(?=${name})`).exec(
    opening,
  )?.[1];
  if (above === undefined) return name;
  const isTown = /(?:镇|乡)人民政府$|街道办事处$/.test(name);
  const known = gazetteer.divisions.find(
    (d) => (d.rank !== 'county' || (isTown && d.name.length > 2)) && above.endsWith(d.name),
  );
  return known === undefined || name.startsWith(known.name) ? name : known.name + name;
}

/** 在某市委、市政府和某市局的领导下,我局…: the body named is the one above, ours the county's. */
export function underLeaders(name: string, { opening, title }: Page, gazetteer: Gazetteer): string {
  if (title.includes(name)) return name;
  const leaders = /在([\u4e00-\u9fff]{2,8}?[市县区旗])委、[^。]{0,60}?我[局委办]/.exec(
    opening.slice(0, 400),
  )?.[1];
  const own = gazetteer.byName.get(leaders ?? '')?.find(({ rank }) => rank === 'county');
  const above = own?.parent ?? null;
  return own === undefined || above === null || !name.startsWith(above.name) || name.includes(own.name)
    ? name
    : own.name + name.slice(above.name.length);
}
