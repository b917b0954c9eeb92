import fc from 'fast-check';
import { expect, describe as suite, test } from 'vitest';
import type { NoteState } from '../../../lib/model/reading-view.ts';
import { describe } from '../../../lib/selector/describe.ts';
import { match } from '../../../lib/selector/match.ts';

const TEXT = [
  '2023年，云岫县水务局扎实推进依法行政，现将有关情况报告如下：',
  '一、主要举措和成效',
  '（一）强化监管。全年办理行政许可86件，办结率达98.5%，开展执法检查42次。受理群众投诉86件，按期答复率为100%。',
  '（二）加强普法。组织专题宣讲12场，覆盖群众3600人次，发放手册五千份，群众满意度明显提升。',
  '二、存在的不足',
  '基层执法力量仍然不足，部分乡镇水管员法律知识有待提高；执法装备更新不够及时，取证手段较为单一。',
].join('\n');

const noteOn = (words: string, text = TEXT): ReturnType<typeof describe> => {
  const start = text.indexOf(words);
  return describe(text, { start, end: start + words.length });
};

interface Row {
  words: string;
  edit: (text: string) => string;
  state: NoteState;
  /** The words now at the place. */
  now?: string;
}

const swap = (from: string, to: string) => (text: string) => text.replace(from, to);

/** What happened to the text, and the state that a person would give the note. */
const ROWS: Record<string, Row> = {
  'nothing changed': { words: '86件', edit: (text) => text, state: 'found', now: '86件' },
  'white space between all lines': {
    words: '办结率达98.5%',
    edit: (text) => text.replaceAll('\n', '\n\n　　'),
    state: 'found',
    now: '办结率达98.5%',
  },
  'a line break within the words': {
    words: '组织专题宣讲12场',
    edit: swap('专题宣讲', '专题\n宣讲'),
    state: 'found',
    now: '组织专题\n宣讲12场',
  },
  'half-width punctuation and digits': {
    words: '办结率达98.5%，开展',
    edit: (text) => text.replaceAll('，', ','),
    state: 'found',
    now: '办结率达98.5%,开展',
  },
  'a digit changed': {
    words: '许可86件',
    edit: swap('许可86件', '许可68件'),
    state: 'changed',
    now: '许可68件',
  },
  'only the number noted': {
    words: '86件',
    edit: swap('许可86件', '许可68件'),
    state: 'changed',
    now: '68件',
  },
  'a number turned round at the end of the quote': {
    words: '86',
    edit: swap('86件', '6886件'),
    state: 'changed',
    now: '6886',
  },
  'a numeral put before the quoted one': {
    words: '五千份',
    edit: swap('发放手册五千份', '发放手册三万五千份'),
    state: 'changed',
    now: '三万五千份',
  },
  'a fraction put after the quoted number': {
    words: '许可86',
    edit: swap('许可86件', '许可86.5件'),
    state: 'changed',
    now: '许可86.5',
  },
  'a decimal changed': { words: '98.5%', edit: swap('98.5%', '95.8%'), state: 'changed', now: '95.8%' },
  'a numeral changed': {
    words: '发放手册五千份',
    edit: swap('五千份', '三千份'),
    state: 'changed',
    now: '发放手册三千份',
  },
  'a unit changed': { words: '宣讲12场', edit: swap('12场', '12次'), state: 'changed', now: '宣讲12次' },
  'a negation put in': {
    words: '群众满意度明显提升',
    edit: swap('度明显', '度不明显'),
    state: 'changed',
    now: '群众满意度不明显提升',
  },
  'the sentence removed': {
    words: '按期答复率为100%',
    edit: swap('受理群众投诉86件，按期答复率为100%。', ''),
    state: 'lost',
  },
  'an equal phrase before it removed': {
    words: '投诉86件',
    edit: swap('办理行政许可86件，', ''),
    state: 'found',
    now: '投诉86件',
  },
  'the paragraph moved': {
    words: '覆盖群众3600人次',
    edit: (text) => {
      const lines = text.split('\n');
      return [...lines.slice(0, 3), ...lines.slice(4), lines[3]].join('\n');
    },
    state: 'found',
    now: '覆盖群众3600人次',
  },
};

suite('a note after the text has changed', () => {
  for (const [name, { words, edit, state, now }] of Object.entries(ROWS)) {
    for (const snapshot of [TEXT, undefined]) {
      test(`${name}, ${snapshot ? 'with' : 'without'} the snapshot`, () => {
        const after = edit(TEXT);
        const result = match(after, noteOn(words), snapshot);
        expect(result.state).toBe(state);
        expect(result.span && after.slice(result.span.start, result.span.end)).toBe(now);
      });
    }
  }
});

test('of two equal sentences side by side one is gone: the reader picks', () => {
  const sentence = '全县河湖长巡河率达96%以上。';
  const before = TEXT.replace('二、', `${sentence}${sentence}二、`);
  for (const snapshot of [before, undefined]) {
    expect(match(before.replace(sentence, ''), noteOn('率达96%以上', before), snapshot).state).toBe(
      'ambiguous',
    );
  }
});

test('the first of two equal phrases is removed: its note never moves to the second', () => {
  const after = TEXT.replace('全年办理行政许可86件，办结率达98.5%，', '');
  for (const snapshot of [TEXT, undefined]) expect(match(after, noteOn('86件'), snapshot).state).toBe('lost');
});

test('an empty quote is lost', () => {
  const target = describe(TEXT, { start: 3, end: 3 });
  expect(match(TEXT, target, TEXT)).toEqual({ state: 'lost', candidates: [] });
});

test('a stored place that does not hold the quoted words is not believed', () => {
  const target = noteOn('组织专题宣讲12场');
  const wrong = { ...target, position: { ...target.position, start: 0, end: 4 } };
  const { state, span } = match(TEXT, wrong, TEXT);
  expect([state, span && TEXT.slice(span.start, span.end)]).toEqual(['found', '组织专题宣讲12场']);
});

const INK = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/g;
const bare = (text: string): string => text.replace(INK, '').normalize('NFKC');

test('found means the same words, whatever is done to the text', () => {
  const piece = fc.string({ unit: fc.constantFrom(...'一二件次86 不，。\n年'), maxLength: 12 });
  fc.assert(
    fc.property(
      fc.nat(TEXT.length - 1),
      fc.integer({ min: 1, max: 40 }),
      fc.array(fc.record({ at: fc.nat(TEXT.length), cut: fc.nat(20), put: piece }), { maxLength: 6 }),
      fc.boolean(),
      (start, length, edits, hasSnapshot) => {
        const span = { start, end: Math.min(TEXT.length, start + length) };
        const after = edits.reduce(
          (text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut),
          TEXT,
        );
        const result = match(after, describe(TEXT, span), hasSnapshot ? TEXT : undefined);
        if (result.state === 'found' && result.span) {
          const { start: from, end: to } = result.span;
          expect(bare(after.slice(from, to)).replaceAll(/[“”]/g, '"')).toBe(
            bare(TEXT.slice(span.start, span.end)).replaceAll(/[“”]/g, '"'),
          );
        }
        expect(result.state === 'found' || result.state === 'changed').toBe(result.span !== undefined);
      },
    ),
    { numRuns: 300 },
  );
});

test('an unchanged text gives back the very span', () => {
  fc.assert(
    fc.property(
      fc.nat(TEXT.length - 1),
      fc.integer({ min: 1, max: 60 }),
      fc.boolean(),
      (start, length, hasSnapshot) => {
        const words = TEXT.slice(start, start + length);
        const from = start + words.length - words.trimStart().length;
        const span = { start: from, end: from + words.trim().length };
        fc.pre(span.end > span.start);
        const result = match(TEXT, describe(TEXT, span), hasSnapshot ? TEXT : undefined);
        if (hasSnapshot || result.state === 'found') expect(result.span).toEqual(span);
      },
    ),
    { numRuns: 300 },
  );
});

test('200 notes on a page of 13,000 characters are matched in one go', () => {
  const text = Array.from({ length: 90 }, (_, at) => TEXT.replaceAll('86', String(at + 100)))
    .join('\n')
    .slice(0, 13_000);
  const after = text.replace('普法', '法治宣传');
  const targets = Array.from({ length: 200 }, (_, at) =>
    describe(text, { start: at * 60 + 5, end: at * 60 + 25 }),
  );
  const begun = performance.now();
  const states = targets.map((target) => match(after, target, text).state);
  // Far above what it takes (some 15 ms), so that a busy machine passes; a matcher that aligns per note would not.
  expect(performance.now() - begun).toBeLessThan(1000);
  expect(states.filter((state) => state === 'found').length).toBeGreaterThan(190);
});

test('a number at a line’s beginning is the same where the page sets it within a line', () => {
  const typed = '全县水利站的办公标准尚未统一\n36个乡镇水利站已经达标，其余正在建设。';
  const set = typed.replace('\n', '');
  const start = typed.indexOf('36个');
  const target = describe(typed, { start, end: start + 4 });
  for (const snapshot of [typed, undefined]) {
    const { state, span } = match(set, target, snapshot);
    expect([state, span && set.slice(span.start, span.end)]).toEqual(['found', '36个乡']);
  }
});
