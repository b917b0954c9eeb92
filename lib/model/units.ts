/** Units that say the same in other words. 人次 is none of 人: one person may come twice. */
const SAME: Readonly<Record<string, string>> = {
  名: '人',
  位: '人',
  余人: '人',
  百分点: '个百分点',
  元人民币: '元',
  工作日: '个工作日',
  小时: '个小时',
  月: '个月',
};

/** What a unit is looked for as; `null`, no unit, is ''. */
export function sameUnit(unit: string | null): string {
  return unit === null ? '' : (SAME[unit] ?? unit);
}
