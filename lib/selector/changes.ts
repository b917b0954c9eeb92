import type { Change, Piece } from '../model/difference.ts';
import type { Span } from '../model/span.ts';
import { align } from './align.ts';
import { foldText, toOriginal } from './fold.ts';

/** Characters of equal text shown on both sides of a change. */
const CONTEXT = 12;
/** Changes with no more equal characters than this between them are one change. */
const CLOSE = 2;

/** Longest stretch of a number, in characters, taken along. */
const LONGEST = 24;
const NUMERAL = /[0-9０-９〇零一二三四五六七八九十百千万亿两]/;

/** A place at which two texts differ; empty in the one when something was put in or taken out. */
export interface Gap {
  older: Span;
  newer: Span;
}

/** The places at which two texts differ, white space and width folded, numbers taken whole. In order, disjoint. */
export function gapsOf(older: string, newer: string): Gap[] {
  const [s, p] = [foldText(older), foldText(newer)];
  const gaps: { s: Span; p: Span }[] = [];
  let [s0, p0] = [0, 0];
  for (const run of [...align(s.text, p.text).chain, { s: s.text.length, p: p.text.length, length: 0 }]) {
    if (run.s > s0 || run.p > p0) {
      const gap = widened(s.text, p.text, { s: { start: s0, end: run.s }, p: { start: p0, end: run.p } });
      const last = gaps.at(-1);
      // equal on both sides, so close in the one text is close in the other
      if (last && gap.s.start - last.s.end <= CLOSE) {
        last.s.end = gap.s.end;
        last.p.end = gap.p.end;
      } else gaps.push(gap);
    }
    s0 = run.s + run.length;
    p0 = run.p + run.length;
  }
  return gaps.map((gap) => ({
    older: wholeCharacters(older, toOriginal(s, gap.s)),
    newer: wholeCharacters(newer, toOriginal(p, gap.p)),
  }));
}

/** A rare character is written with two units, of which only the second may differ. */
function wholeCharacters(text: string, { start, end }: Span): Span {
  const isInside = (at: number) => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
  return { start: isInside(start) ? start - 1 : start, end: isInside(end) ? end + 1 : end };
}

/** Takes the rest of a number along when a change lies inside it: 86 → 68 says more than 8 → 6. */
function widened(s: string, p: string, gap: { s: Span; p: Span }): { s: Span; p: Span } {
  const changed = s.slice(gap.s.start, gap.s.end) + p.slice(gap.p.start, gap.p.end);
  if (!/[0-9]/.test(changed)) return gap;
  const before = /[0-9][0-9.,]*$/.exec(s.slice(Math.max(0, gap.s.start - LONGEST), gap.s.start));
  const after = /^[0-9.,]*(?:[0-9]%?|%)/.exec(s.slice(gap.s.end, gap.s.end + LONGEST));
  const [head, tail] = [before?.[0].length ?? 0, after?.[0].length ?? 0];
  return {
    s: { start: gap.s.start - head, end: gap.s.end + tail },
    p: { start: gap.p.start - head, end: gap.p.end + tail },
  };
}

function pieces(parts: [Piece['sort'], string][]): Piece[] {
  return parts.filter(([, text]) => text !== '').map(([sort, text]) => ({ sort, text }));
}

/** Both texts in one: what stayed, and at each change the older words before the newer ones. */
export function differenceOf(older: string, newer: string): Piece[] {
  const parts: [Piece['sort'], string][] = [];
  let from = 0;
  for (const gap of gapsOf(older, newer)) {
    parts.push(['same', newer.slice(from, gap.newer.start)]);
    parts.push(['old', older.slice(gap.older.start, gap.older.end)]);
    parts.push(['new', newer.slice(gap.newer.start, gap.newer.end)]);
    from = gap.newer.end;
  }
  parts.push(['same', newer.slice(from)]);
  return pieces(parts);
}

/** Every place at which `newer` differs from `older`, in order; empty when only white space or width does. */
export function changesOf(older: string, newer: string): Change[] {
  return gapsOf(older, newer).map(({ older: was, newer: is }) => {
    const [before, after] = [older.slice(was.start, was.end), newer.slice(is.start, is.end)];
    return {
      pieces: pieces([
        ['same', newer.slice(Math.max(0, is.start - CONTEXT), is.start)],
        ['old', before],
        ['new', after],
        ['same', newer.slice(is.end, is.end + CONTEXT)],
      ]),
      at: is,
      isNumeric: NUMERAL.test(before) || NUMERAL.test(after),
    };
  });
}
