import type { Span } from '../model/span.ts';
import type { Block } from '../model/text.ts';
import { unwrapped } from '../text/wraps.ts';
import { isLaidOut, tagOf } from './elements.ts';

/** The lines of one element between line breaks. */
interface Unit {
  container: Element;
  /** Whether line breaks and spaces of the source are shown. */
  keeps: boolean;
  spans: Span[];
  /** Whether something empty parts it from the unit before. */
  isApart: boolean;
}

/** Fewer elements of one line each are not looked at: a few short paragraphs are what they seem. */
const FEWEST = 6;
/** Longer runs are taken in pieces, so that no stretch of work grows long. */
const MOST = 2000;
/** Most elements that may stand between two lines without text: empty ones, a page's number, a control. */
const MOST_BETWEEN = 3;
const LINE_TAGS = new Set(['p', 'div']);
const PIXELS_PER_EM = 16;

/**
 * Makes blocks of lines as they are read: lines that were typed one by one become paragraphs, whether they stand in one
 * element, parted by line breaks, or each in an element of its own.
 */
export class TypedLines {
  readonly #text: string;
  readonly #leftOf: (offset: number) => number | null;
  /** Elements of one line each that follow each other; only the last may have more lines. */
  #units: Unit[] = [];

  /** `leftOf`: where a character stands in its window, in CSS pixels. */
  constructor(text: string, leftOf: (offset: number) => number | null) {
    this.#text = text;
    this.#leftOf = leftOf;
  }

  /** Takes the lines of an element, in the order of the text; gives the blocks that are known by now. */
  add(container: Element, keeps: boolean, spans: readonly Span[]): Block[] {
    const last = this.#units.at(-1);
    if (last?.container === container) {
      last.spans.push(...spans);
      return [];
    }
    const between = last && this.#units.length < MOST ? elementsBetween(last, container) : null;
    const blocks = between ? [] : this.settle();
    const isApart = between?.some((element) => (element.textContent ?? '').trim() === '') === true;
    this.#units.push({ container, keeps, spans: [...spans], isApart });
    return blocks;
  }

  /** The blocks of all lines that were taken and not given yet. */
  settle(): Block[] {
    const units = this.#units;
    this.#units = [];
    const rest = units.at(-1);
    if (rest && !isOneLine(rest)) units.pop();
    const blocks = units.length >= FEWEST ? this.#joined(units) : units.flatMap((unit) => this.#own(unit));
    return rest && !isOneLine(rest) ? [...blocks, ...this.#own(rest)] : blocks;
  }

  #own({ spans, keeps }: Unit): Block[] {
    return unwrapped(this.#text, spans, { keepsSpaces: keeps });
  }

  #joined(units: readonly Unit[]): Block[] {
    const insets = (): number[] => {
      const own = units.map((unit) => this.#insetOf(unit));
      const least = own.reduce<number>((a, b) => Math.min(a, b ?? a), Number.POSITIVE_INFINITY);
      return own.map((inset) => (inset === null ? 0 : inset - least));
    };
    const spans = units.flatMap((unit) => unit.spans);
    const apart = new Set(
      units.flatMap((unit) => (unit.isApart ? unit.spans.map(({ start }) => start) : [])),
    );
    return unwrapped(this.#text, spans, { keepsSpaces: false, elements: { insets, apart } });
  }

  /**
   * How far a line is set in by the page's style, in half-width characters, from a margin that is the same for all; `null`:
   * not to be seen.
   */
  #insetOf({ container, spans: [span] }: Unit): number | null {
    if (!isLaidOut(container)) return styledInset(container);
    const left = span ? this.#leftOf(span.start) : null;
    const size = Number.parseFloat(
      container.ownerDocument.defaultView?.getComputedStyle(container).fontSize ?? '',
    );
    return left !== null && size > 0 ? (left / size) * 2 : null;
  }
}

const isOneLine = ({ spans }: Unit): boolean => spans.length === 1;

/**
 * What stands between an element of one line and the next of its kind, in the same element: nothing, an empty paragraph, or
 * what was left out of the text. `null`: they don't follow each other.
 */
function elementsBetween(last: Unit, container: Element): Element[] | null {
  const { container: before } = last;
  if (!isOneLine(last) || before.parentElement !== container.parentElement) return null;
  if (!LINE_TAGS.has(tagOf(container)) || tagOf(before) !== tagOf(container)) return null;
  const between: Element[] = [];
  let next = before.nextElementSibling;
  for (; next && next !== container && between.length < MOST_BETWEEN; next = next.nextElementSibling)
    between.push(next);
  return next === container ? between : null;
}

const INSET = /(?:^|[;\s])(?:text-indent|padding-left|margin-left)\s*:\s*(-?[\d.]+)\s*(em|rem|px|pt)/gi;
const SET_APART = /text-align\s*:\s*(?:center|right)/i;
/** Farther than any paragraph is indented: a line in the middle or at the right. */
const FAR = 20;

/** The inset that the element's own style gives, where there is no layout. */
function styledInset(element: Element): number {
  const style = element.getAttribute('style') ?? '';
  if (SET_APART.test(style) || /^(?:center|right)$/i.test(element.getAttribute('align') ?? '')) return FAR;
  let ems = 0;
  for (const [, size = '', unit = ''] of style.matchAll(INSET)) {
    const per =
      unit.toLowerCase() === 'px' ? PIXELS_PER_EM : unit.toLowerCase() === 'pt' ? PIXELS_PER_EM * 0.75 : 1;
    ems += Number.parseFloat(size) / per;
  }
  return ems * 2;
}
