/** Rows of the tables that the form for information-disclosure reports (国办公开办函〔2021〕30号) prescribes; numbered, but no headings. */
const ROWS: readonly string[] = [
  '本年新收政府信息公开申请',
  '上年结转政府信息公开申请',
  '本年度办理结果',
  '结转下年度继续办理',
  '予以公开',
  '部分公开',
  '不予公开',
  '无法提供',
  '不予处理',
  '其他处理',
  '总计',
  '第二十条第',
  '属于国家秘密',
  '其他法律行政法规禁止公开',
  '危及',
  '保护第三方合法权益',
  '属于三类内部事务信息',
  '属于四类过程性信息',
  '属于行政执法案卷',
  '属于行政查询事项',
  '本机关不掌握',
  '没有现成信息',
  '补正后申请内容仍不明确',
  '信访举报投诉类申请',
  '重复申请',
  '要求提供公开出版物',
  '无正当理由大量反复申请',
  '要求行政机关确认或重新出具',
  '申请人无正当理由逾期',
  '申请人逾期未按收费通知',
];

/** Whether a numbered line is a row of such a table: 三、本年度办理结果. */
export function isTableRow(line: string): boolean {
  const words = line.replace(/^[(]?[一二三四五六七八九十\d]{1,3}[)、.]+\s*/, '');
  return words !== line && ROWS.some((row) => words.startsWith(row));
}
