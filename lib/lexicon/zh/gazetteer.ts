import { PROVINCES_AND_CITIES } from './provinces-and-cities.ts';

export interface Division {
  /** Full name: 广东省, 江门市, 麻阳苗族自治县. */
  name: string;
  /** Without its class: 广东, 江门, 麻阳. */
  short: string;
  rank: 'province' | 'city' | 'county';
  /** First two or four digits of the code (six for a city directly under its province); a county has its city's. */
  code: string;
  parent: Division | null;
}

export interface Gazetteer {
  divisions: readonly Division[];
  byName: ReadonlyMap<string, readonly Division[]>;
  byCode: ReadonlyMap<string, Division>;
}

const PEOPLES =
  /(?:壮族|回族|维吾尔|(?<!内)蒙古族?|哈萨克|柯尔克孜|藏族?|彝族|苗族|侗族|布依族|土家族|朝鲜族|白族|傣族|景颇族|傈僳族|哈尼族|羌族|瑶族|满族|畲族|黎族|土族|撒拉族|东乡族|保安族|裕固族|锡伯|塔吉克|达斡尔族?|鄂温克族|鄂伦春|仫佬族|毛南族|水族|仡佬族|纳西族|普米族|怒族|独龙族|拉祜族|佤族|布朗族|各族)+/;

/** 广西壮族自治区 is 广西, 麻阳苗族自治县 麻阳, 江门市 江门; a name of two characters stays whole (涉县). */
export function shortName(name: string): string {
  const bare = name
    .replace(/(?:特别行政区|自治区|自治州|自治县|自治旗|地区|林区|省|市|县|区|盟|旗)$/, '')
    .replace(PEOPLES, '');
  return bare.length < 2 ? name : bare;
}

/** Builds the gazetteer from its lists; `counties` may be '' where only provinces and cities are wanted. */
export function gazetteer(counties = ''): Gazetteer {
  const divisions: Division[] = [];
  const byName = new Map<string, Division[]>();
  const byCode = new Map<string, Division>();
  const add = (name: string, rank: Division['rank'], code: string, parent: Division | null): Division => {
    const division = { name, short: shortName(name), rank, code, parent };
    divisions.push(division);
    if (rank !== 'county') byCode.set(code, division);
    // 红河哈尼族彝族自治州 calls itself 红河州, 张家川回族自治县 张家川县
    const common = /自治[州县旗]$/.test(name) ? division.short + name.slice(-1) : name;
    for (const key of new Set([name, division.short, common]))
      byName.set(key, [...(byName.get(key) ?? []), division]);
    return division;
  };
  for (const line of PROVINCES_AND_CITIES.trim().split('\n')) {
    const [head = '', cities = ''] = line.split('=');
    const province = add(head.slice(2), 'province', head.slice(0, 2), null);
    for (const entry of cities === '' ? [] : cities.split(',')) {
      const digits = /^\d+/.exec(entry)?.[0] ?? '';
      add(entry.slice(digits.length), 'city', province.code + digits, province);
    }
  }
  for (const line of counties === '' ? [] : counties.trim().split('\n')) {
    const [code = '', names = ''] = line.split('=');
    const parent = byCode.get(code) ?? byCode.get(code.slice(0, 2)) ?? null;
    for (const name of names.split(',')) add(name, 'county', code, parent);
  }
  return { divisions, byName, byCode };
}
