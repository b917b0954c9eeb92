import type { FigureReading, FigureRule, NumberContext } from '../../../analysis/ruleset.ts';
import { stands } from '../../../text/char-set.ts';
import { clauseStart } from './clause.ts';
import { isEnd } from './shape.ts';

const RANKED =
  /(?:全国|全省|全市|全区|全县|全州|全盟|全域|系统|同类|省直|市直|中部|西部|东部|世界|全球|居|列|排|排名|名列|位列|跃升|跃居|进入|跻身|稳居|蝉联|荣获|获|获得|得分|成绩|测评|考核|评比|综合|总分|总量|规模|增速|增幅)[^,;。]{0,14}$/;
const PLACED = /(?:放在|摆在|置于|列为|作为|是)[^,;。]{0,6}$/;
const CONTINUES = /^(?:[,;:。!?、)”’的并且和与以及]|$)/;

/** 第3位, 第一 in a ranking, 位居首位, 全国前十, 前3名, 倒数第二. 首创, 率先, 第一责任人 and 放在首位 are none. */
export const rank: FigureRule = {
  id: 'rank',
  certainty: 0.9,
  before: '第前',
  after: '位',
  read(context): FigureReading | null {
    const { text, from, number } = context;
    if (stands(text, number.start, '首')) return headPlace(context);
    if (number.script === 'word' || number.script === 'digits' || number.scaled) return null;
    if (number.start - 1 < from) return null;
    if (stands(text, number.start - 1, '第')) return nthPlace(context);
    return stands(text, number.start - 1, '前') ? topPlaces(context) : null;
  },
};

function wordsBefore({ text, from }: NumberContext, at: number): string {
  return text.slice(Math.max(clauseStart(text, from, at), at - 24), at);
}

function headPlace(context: NumberContext): FigureReading | null {
  const { text, number } = context;
  const at = number.start;
  const before = wordsBefore(context, at);
  if (text[at + 1] !== '位' || PLACED.test(before) || !RANKED.test(before)) return null;
  return { start: at, end: at + 2, value: 1, unit: null, approx: 'exact', kind: 'rank' };
}

function nthPlace(context: NumberContext): FigureReading | null {
  const { text, to, number } = context;
  const at = number.start - 1;
  const before = wordsBefore(context, at);
  const last = before.endsWith('倒数');
  if (!last && PLACED.test(before)) return null;
  const unit = /^[位名]/.exec(text.slice(number.end, number.end + 1))?.[0] ?? null;
  const end = number.end + (unit === null ? 0 : 1);
  if (
    unit === null &&
    !CONTINUES.test(text.slice(number.end, number.end + 1)) &&
    !isEnd(text, number.end, to)
  )
    return null;
  if (unit === null && !last && !RANKED.test(before)) return null;
  const { value } = number;
  const start = last ? at - 2 : at;
  return { start, end, value, unit, approx: 'exact', kind: 'rank' };
}

function topPlaces(context: NumberContext): FigureReading | null {
  const { text, number } = context;
  const at = number.start - 1;
  const unit = /^[位名]/.exec(text.slice(number.end, number.end + 1))?.[0] ?? null;
  const rest = text.slice(number.end, number.end + 1);
  if (unit === null && (!CONTINUES.test(rest) || !RANKED.test(wordsBefore(context, at)))) return null;
  const end = number.end + (unit === null ? 0 : 1);
  return { start: at, end, value: number.value, unit, approx: 'at_most', kind: 'rank' };
}
