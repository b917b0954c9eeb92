/**
 * Traditional characters and their Simplified forms, in pairs: those that the words of detection are written with. The official
 * Traditional gateway (big5.www.gov.cn) and many copies show reports this way. No converter: names may keep characters unknown here.
 */
const PAIRS =
  '報报設设據据機机關关於于總总結结務务開开執执員员長长區区縣县鎮镇鄉乡廳厅會会議议審审計计統统檢检預预劃划發发國国經经濟济規规範范辦办條条舉举績绩問问題题職职責责領领導导習习認认從从進进質质與与實实際际現现將将匯汇構构強强點点訊讯記记讀读圖图標标採采購购單单應应試试華华黨党學学嚴严門门過过業业書书處处調调體体環环財财監监廣广頭头貫贯徹彻產产權权決决簡简個个圍围緊紧來来達达項项歷历綜综隊队電电說说話话讓让為为對对這这們们時时動动場场聽听鄭郑';

/** Turns the first of each pair into the second, one for one. */
export function simplifier(pairs: string): (text: string) => string {
  const simple = new Map<string, string>();
  for (let i = 0; i < pairs.length; i += 2) simple.set(pairs.charAt(i), pairs.charAt(i + 1));
  const any = new RegExp(`[${[...simple.keys()].join('')}]`, 'g');
  return (text) => text.replace(any, (character) => simple.get(character) ?? character);
}

/** The text with those characters in their Simplified forms, one for one. */
export const simplified = simplifier(PAIRS);
