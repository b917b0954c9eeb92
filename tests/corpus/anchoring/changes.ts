import type { NoteState } from '../../../lib/model/reading-view.ts';
import type { Span } from '../../../lib/model/span.ts';
import { pick } from './random.ts';

/** A text before and after, and what a person would say has become of the passage. */
export interface Case {
  kind: string;
  before: string;
  after: string;
  /** The annotated passage, in `before`. */
  span: Span;
  state: NoteState;
  /** Its place in `after`; absent when lost or ambiguous. */
  place?: Span;
}

type Random = () => number;
/** Makes a case of one kind from a text and a passage in it; `null` where the kind does not apply. */
export type Change = (text: string, span: Span, random: Random) => Omit<Case, 'kind'> | null;

const edit = (text: string, at: Span, put: string): string =>
  text.slice(0, at.start) + put + text.slice(at.end);
const shift = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });

/** The sentence around a span, with its full stop, within its line. */
export function sentenceAround(text: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && !/[。\n]/.test(text.charAt(from - 1))) from--;
  let to = end;
  while (to < text.length && !/[。\n]/.test(text.charAt(to - 1))) to++;
  return { start: from, end: to };
}

function lineAround(text: string, { start, end }: Span): Span {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  return { start: from, end: to === -1 ? text.length : to + 1 };
}

/** Character by character, with the span carried along: from its first visible character to its last. */
function mapped(
  text: string,
  span: Span,
  change: (character: string, at: number) => string,
): { after: string; place: Span } {
  let after = '';
  let start = -1;
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    const out = change(text.charAt(at), at);
    const first = out.search(INK);
    if (at >= span.start && at < span.end && first !== -1) {
      if (start === -1) start = after.length + first;
      end = after.length + first + 1;
    }
    after += out;
  }
  return { after, place: { start, end } };
}

const INK = /[^\s\u00ad\u200b-\u200d\u2060\ufeff]/;

/** A change inside the passage: its place stays, its words differ. */
function inside(text: string, span: Span, at: Span, put: string): Omit<Case, 'kind'> {
  const by = put.length - (at.end - at.start);
  return {
    before: text,
    after: edit(text, at, put),
    span,
    state: 'changed',
    place: { start: span.start, end: span.end + by },
  };
}

const indicesOf = (text: string, span: Span, pattern: RegExp): number[] =>
  [...text.slice(span.start, span.end).matchAll(pattern)].map((match) => span.start + match.index);

const SYNONYMS: [string, string][] = [
  ['开展', '组织'],
  ['推进', '推动'],
  ['加强', '强化'],
  ['提升', '提高'],
  ['完善', '健全'],
  ['全面', '全方位'],
  ['深入', '扎实'],
  ['落实', '执行'],
  ['建立', '构建'],
  ['严格', '从严'],
  ['重点', '着重'],
  ['积极', '主动'],
  ['进一步', '更加'],
  ['有效', '切实'],
];

const OTHER = [
  '全县各乡镇集中整修灌溉渠道，汛前排查隐患点位并登记造册。',
  '本年度图书馆分馆延长开放时段，读者满意程度明显改观。',
  '水务部门与气象站共享雨情，联合发布预警信息多批。',
  '园区企业用电成本下降，技术改造投资保持两位数增幅。',
];

export const CHANGES: Record<string, Change> = {
  unchanged: (text, span) => ({ before: text, after: text, span, state: 'found', place: span }),

  'white space': (text, span, random) => {
    const { after, place } = mapped(text, span, (character) => {
      if (character === '\n') return pick(['\n\n　　', '\n\u00a0\u00a0\u00a0\u00a0', '\n', '\r\n\t'], random);
      return random() < 0.02
        ? `${character}${pick([' ', '\u00a0', '\u2003', '\u00ad', '\n'], random)}`
        : character;
    });
    return { before: text, after, span, state: 'found', place };
  },

  width: (text, span, random) => {
    const full = random() < 0.5;
    const { after, place } = mapped(text, span, (character) => {
      const code = character.charCodeAt(0);
      if (full && code > 0x20 && code < 0x7f) return String.fromCharCode(code + 0xfee0);
      return !full && code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
    });
    return { before: text, after, span, state: 'found', place };
  },

  'one digit changed': (text, span, random) => {
    const digits = indicesOf(text, span, /[0-9]/g);
    if (digits.length === 0) return null;
    const at = pick(digits, random);
    const put = String((Number(text.charAt(at)) + 1 + Math.floor(random() * 8)) % 10);
    return inside(text, span, { start: at, end: at + 1 }, put);
  },

  'one numeral changed': (text, span, random) => {
    const numerals = indicesOf(text, span, /[一二三四五六七八九]/g);
    if (numerals.length === 0) return null;
    const at = pick(numerals, random);
    const put = pick(
      [...'二三四五六七八九一'].filter((numeral) => numeral !== text.charAt(at)),
      random,
    );
    return inside(text, span, { start: at, end: at + 1 }, put);
  },

  'two digits swapped': (text, span, random) => {
    const pairs = indicesOf(text, span, /[0-9](?=[0-9])/g).filter(
      (at) => text.charAt(at) !== text.charAt(at + 1),
    );
    if (pairs.length === 0) return null;
    const at = pick(pairs, random);
    return inside(text, span, { start: at, end: at + 2 }, text.charAt(at + 1) + text.charAt(at));
  },

  'unit changed': (text, span, random) => {
    const units = indicesOf(text, span, /(?<=[0-9])[件起次期个名条份人宗%]/g);
    if (units.length === 0) return null;
    const at = pick(units, random);
    const put = pick(
      [...'件起次期个名条份'].filter((unit) => unit !== text.charAt(at)),
      random,
    );
    return inside(text, span, { start: at, end: at + 1 }, put);
  },

  '不 inserted': (text, span, random) => {
    const length = span.end - span.start;
    if (length < 4) return null;
    const at = span.start + 1 + Math.floor(random() * (length - 2));
    return inside(text, span, { start: at, end: at }, '不');
  },

  'digit changed nearby': (text, span, random) => {
    const sentence = sentenceAround(text, {
      start: Math.max(0, span.start - 40),
      end: Math.min(text.length, span.end + 40),
    });
    const digits = indicesOf(text, sentence, /[0-9]/g).filter((at) => at < span.start - 1 || at > span.end);
    if (digits.length === 0) return null;
    const at = pick(digits, random);
    const put = String((Number(text.charAt(at)) + 3) % 10);
    return {
      before: text,
      after: edit(text, { start: at, end: at + 1 }, put),
      span,
      state: 'found',
      place: span,
    };
  },

  'sentence removed': (text, span) => {
    const sentence = sentenceAround(text, span);
    if (sentence.end - sentence.start < 8) return null;
    return { before: text, after: edit(text, sentence, ''), span, state: 'lost' };
  },

  'next sentence removed': (text, span) => {
    const own = sentenceAround(text, span);
    const next = sentenceAround(text, { start: own.end, end: own.end + 1 });
    if (next.end <= own.end + 4 || next.end >= text.length) return null;
    return {
      before: text,
      after: edit(text, { start: own.end, end: next.end }, ''),
      span,
      state: 'found',
      place: span,
    };
  },

  ...repeats(),

  reworded: (text, span) => {
    const found = SYNONYMS.map(([from, to]) => ({
      at: text.slice(span.start, span.end).indexOf(from),
      from,
      to,
    })).find(({ at }) => at >= 0);
    if (!found || span.end - span.start < 3 * found.from.length) return null;
    const at = span.start + found.at;
    return inside(text, span, { start: at, end: at + found.from.length }, found.to);
  },

  'reworded around': (text, span, random) => {
    const sentence = sentenceAround(text, span);
    let after = text;
    let place = span;
    for (const [from, to] of SYNONYMS) {
      if (random() < 0.3) continue;
      const at = after.indexOf(from, sentence.start);
      if (at === -1 || at > sentence.end || (at + from.length > place.start && at < place.end)) continue;
      after = edit(after, { start: at, end: at + from.length }, to);
      if (at < place.start) place = shift(place, to.length - from.length);
    }
    return after === text ? null : { before: text, after, span, state: 'found', place };
  },

  rewritten: (text, span, random) => {
    const sentence = sentenceAround(text, span);
    if (sentence.end - sentence.start < 16) return null;
    return { before: text, after: edit(text, sentence, pick(OTHER, random)), span, state: 'lost' };
  },

  'paragraph moved': (text, span, random) => {
    const line = lineAround(text, span);
    const without = edit(text, line, '');
    const starts = [0, ...[...without.matchAll(/\n/g)].map((match) => match.index + 1)].filter(
      (at) => Math.abs(at - line.start) > 200,
    );
    if (starts.length === 0 || line.end - line.start < 40) return null;
    const to = pick(starts, random);
    const moved = text.slice(line.start, line.end).replace(/\n?$/, '\n');
    const after = without.slice(0, to) + moved + without.slice(to);
    return { before: text, after, span, state: 'found', place: shift(span, to - line.start) };
  },

  'page rebuilt': (text, span, random) => {
    const head = pick(
      ['云岫县公安局\n2023年法治政府建设情况报告\n', '信息来源：云岫县公安局\n', '\n\n'],
      random,
    );
    const { after, place } = mapped(text, span, (character) =>
      character === '\n' ? pick(['\n　　', '\n\n'], random) : character,
    );
    const tail = pick(['\n云岫县公安局\n2024年1月20日', '', '\n（此件公开发布）'], random);
    return {
      before: text,
      after: head + after + tail,
      span,
      state: 'found',
      place: shift(place, head.length),
    };
  },
};

/** One sentence twice in the text: far apart, or one after the other; one copy is taken away. */
function repeats(): Record<string, Change> {
  const at = (text: string, span: Span, random: Random): { sentence: Span; copyAt: number } | null => {
    const sentence = sentenceAround(text, span);
    if (sentence.end - sentence.start < 12 || text.charAt(sentence.end - 1) !== '。') return null;
    const ends = [...text.matchAll(/。/g)]
      .map((match) => match.index + 1)
      .filter((end) => end > sentence.end + 150);
    return ends.length === 0 ? null : { sentence, copyAt: pick(ends, random) };
  };
  return {
    'repeated, other removed': (text, span, random) => {
      const found = at(text, span, random);
      if (!found) return null;
      const copy = text.slice(found.sentence.start, found.sentence.end);
      const before = edit(text, { start: found.copyAt, end: found.copyAt }, copy);
      return { before, after: text, span, state: 'found', place: span };
    },
    'repeated, own removed': (text, span, random) => {
      const found = at(text, span, random);
      if (!found) return null;
      const copy = text.slice(found.sentence.start, found.sentence.end);
      const before = edit(text, { start: found.copyAt, end: found.copyAt }, copy);
      return { before, after: edit(before, found.sentence, ''), span, state: 'lost' };
    },
    'repeated, second and own removed': (text, span, random) => {
      const found = at(text, span, random);
      if (!found) return null;
      const copy = text.slice(found.sentence.start, found.sentence.end);
      const before = edit(text, { start: found.copyAt, end: found.copyAt }, copy);
      return { before, after: text, span: shift(span, found.copyAt - found.sentence.start), state: 'lost' };
    },
    'repeated side by side': (text, span) => {
      const sentence = sentenceAround(text, span);
      if (sentence.end - sentence.start < 12 || text.charAt(sentence.end - 1) !== '。') return null;
      const before = edit(
        text,
        { start: sentence.end, end: sentence.end },
        text.slice(sentence.start, sentence.end),
      );
      return { before, after: text, span, state: 'ambiguous' };
    },
  };
}
