import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../lib/text/written-number.ts';

const NUMBERS: [written: string, value: number, read: string][] = [
  ['4057宗', 4057, '4057'],
  ['1.65万条', 16_500, '1.65万'],
  ['1410万余次', 14_100_000, '1410万余'],
  ['1,289,300万元', 12_893_000_000, '1,289,300万'],
  ['3 256家', 3256, '3 256'],
  ['1.2 亿元', 120_000_000, '1.2 亿'],
  ['20多人', 20, '20多'],
  ['10.36百亿亿次', 1.036e19, '10.36百亿亿'],
  ['1000千伏', 1000, '1000'],
  ['0.7个百分点', 0.7, '0.7'],
  ['12,34', 12, '12'],
  ['三千余起', 3000, '三千余'],
  ['二十三条', 23, '二十三'],
  ['两万五千', 25_000, '两万五千'],
  ['一百零八', 108, '一百零八'],
  ['十余项', 10, '十余'],
  ['一点五万', 15_000, '一点五万'],
  ['百分之九', 100, '百'],
  ['三百分之一', 3, '三'],
  ['半年', 0.5, '半'],
  ['二〇二四年', 2024, '二〇二四'],
];

describe('written numbers', () => {
  it.each(NUMBERS)('%s is %d', (text, value, read) => {
    const number = readNumber(text, 0, text.length);
    expect(number?.value).toBe(value);
    expect(text.slice(number?.start, number?.end)).toBe(read);
  });

  it.each([
    ['一二三六', 'digits'],
    ['二〇二四年', 'digits'],
    ['二十四', 'chinese'],
    ['24', 'arabic'],
    ['首位', 'word'],
  ])('%s is written in %s', (text, script) => {
    expect(readNumber(text, 0, text.length)?.script).toBe(script);
  });

  it.each(['人', '，', '余', ''])('%j is none', (text) => {
    expect(readNumber(text, 0, text.length)).toBeNull();
  });
});
