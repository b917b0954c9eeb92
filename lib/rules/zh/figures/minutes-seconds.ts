import type { FigureReading, FigureRule } from '../../../analysis/ruleset.ts';

const TIME = /(\d{1,3})分(?:钟)?(\d{1,2})秒/y;
const CARRY = /(?:大幅|进一步)?(缩短|压缩|降低|下降|减少|提速|延长|提高|增加|上升)(?:至|到|为)/y;

/** 8分30秒 is 510 秒; 由8分30秒缩短至5分12秒 is 312, from 510, down. */
export const minutesSeconds: FigureRule = {
  id: 'minutes-seconds',
  certainty: 0.9,
  scripts: ['arabic'],
  after: '分',
  read({ text, from, to, number }): FigureReading | null {
    const first = timeAt(text, number.start, to);
    if (first === null) return null;
    const shape = { unit: '秒', approx: 'exact' as const, kind: 'duration' as const };
    CARRY.lastIndex = first.end;
    const carry = CARRY.exec(text);
    const second = carry === null ? null : timeAt(text, CARRY.lastIndex, to);
    if (second === null) return { start: number.start, end: first.end, value: first.seconds, ...shape };
    const opened = number.start > from && '由从'.includes(text[number.start - 1] ?? ' ');
    const start = opened ? number.start - 1 : number.start;
    const direction = second.seconds < first.seconds ? 'down' : 'up';
    return { start, end: second.end, value: second.seconds, from: first.seconds, direction, ...shape };
  },
};

function timeAt(text: string, at: number, to: number): { end: number; seconds: number } | null {
  TIME.lastIndex = at;
  const match = TIME.exec(text);
  if (match === null || TIME.lastIndex > to) return null;
  return { end: TIME.lastIndex, seconds: Number(match[1]) * 60 + Number(match[2]) };
}
