import { simplifier } from './traditional.ts';

/** Further pairs, which the names of places and bodies are written with: for the facts, not for every page. */
const PAIRS =
  '備备糾纠紛纷係系衛卫護护稅税農农藥药險险東东慶庆層层級级師师團团運运輸输鐵铁無无續续優优勢势遠远寧宁蘇苏陝陕雲云遼辽龍龙濱滨灣湾島岛漢汉陽阳屆届';

/** The text with those characters in their Simplified forms, one for one. */
export const simplifiedNames = simplifier(PAIRS);
