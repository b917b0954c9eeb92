/**
 * Traditional characters and their Simplified forms, in pairs: those that the words of detection are written with. The official
 * Traditional gateway (big5.www.gov.cn) and many copies show reports this way. No converter: names may keep characters unknown here.
 */
const PAIRS =
  '報报設设據据機机關关於于總总結结務务開开執执員员長长區区縣县鎮镇鄉乡廳厅會会議议審审計计統统檢检預预劃划發发國国經经濟济規规範范辦办條条舉举績绩問问題题職职責责領领導导習习認认從从進进質质與与實实際际現现將将匯汇構构強强點点訊讯記记讀读圖图標标採采購购單单應应試试華华黨党學学嚴严門门過过業业書书處处調调體体環环財财監监廣广頭头貫贯徹彻產产權权決决簡简個个圍围緊紧來来達达項项歷历綜综隊队電电說说話话讓让為为對对這这們们時时動动場场聽听鄭郑間间請请見见顧顾確确態态後后復复臺台幹干準准製制餘余徵征週周價价積积極极給给維维綱纲網网組组細细終终編编約约級级紮扎訪访訴诉評评詢询該该課课談谈論论謀谋講讲謝谢證证護护識识訂订託托詞词謹谨買买資资賣卖贊赞車车軍军載载輸输轉转農农運运適适選选醫医銀银錄录鐵铁鑒鉴閉闭難难響响頁页須须顯显驗验側侧傳传僅仅億亿內内兩两別别則则協协參参堅坚寫写專专屆届層层屬属幾几彙汇懷怀戶户掛挂擬拟數数曆历東东檔档況况淺浅測测熱热爐炉狀状獄狱獲获獻献療疗盡尽眾众礎础稱称競竞係系織织繞绕聯联萬万藍蓝藥药蘇苏號号衆众術术衛卫裡里裏里複复視视覽览觀观迴回瀾澜遊游';

/** Turns the first of each pair into the second, one for one. */
export function simplifier(pairs: string): (text: string) => string {
  const simple = new Map<string, string>();
  for (let i = 0; i < pairs.length; i += 2) simple.set(pairs.charAt(i), pairs.charAt(i + 1));
  const any = new RegExp(`[${[...simple.keys()].join('')}]`, 'g');
  return (text) => text.replace(any, (character) => simple.get(character) ?? character);
}

/** The text with those characters in their Simplified forms, one for one. */
export const simplified = simplifier(PAIRS);
